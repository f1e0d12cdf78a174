package io.github.inkling.core.recognizer;

import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.ResumableTrainer;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.ClassLabels;
import io.github.inkling.core.training.ExampleSource;
import io.github.inkling.core.training.Holdout;
import io.github.inkling.core.training.LearningPace;
import io.github.inkling.core.training.NetworkTraining;
import io.github.inkling.core.training.RateSchedule;
import io.github.inkling.core.training.SoftmaxRegression;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A classifier whose training keeps checkpoints, so that core can be tested without PyTorch. */
public final class SlowLearner implements Classifier {
  private static final String NAME = "slow-learner";

  private final ClassLabels classes;
  private final float[] weights;
  private final int features;
  private final Map<String, String> report;

  private SlowLearner(
      ClassLabels classes, float[] weights, int features, Map<String, String> report) {
    this.classes = classes;
    this.weights = weights;
    this.features = features;
    this.report = report;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public List<Prediction> predict(FeatureMatrix digits) {
    float[] outputs = new float[digits.rows() * classes.size()];
    for (int i = 0; i < outputs.length; i++) {
      for (int f = 0; f < features; f++) {
        outputs[i] += weights[i % classes.size() * features + f] * digits.at(i / classes.size(), f);
      }
    }
    return IntStream.range(0, digits.rows())
        .mapToObj(digit -> classes.prediction(outputs, digit))
        .toList();
  }

  @Override
  public ModelState state() {
    return new ModelState(
        NAME,
        Map.of("features", String.valueOf(features)),
        Map.of(
            "classes",
            classes.array(),
            "weights",
            ModelArray.of(weights, classes.size(), features)));
  }

  @Override
  public Map<String, String> report() {
    return report;
  }

  /** Trains and restores it; registered as a service in the test resources. */
  public static final class Provider implements ClassifierProvider {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Trainer trainer(ComponentSpec spec) {
      spec.allow("epochs", "patience", "augment");
      return new Learning(
          spec.integer("epochs", 6), spec.integer("patience", 0), spec.flag("augment", false));
    }

    @Override
    public Classifier restore(ModelState state) {
      ClassLabels classes = ClassLabels.restore(state);
      int features = state.integer("features");
      return new SlowLearner(
          classes, state.floats("weights", classes.size(), features), features, Map.of());
    }
  }

  private record Learning(int epochs, int patience, boolean augment) implements ResumableTrainer {
    @Override
    public String spec() {
      return "%s:epochs=%d,patience=%d,augment=%s".formatted(NAME, epochs, patience, augment);
    }

    @Override
    public Classifier train(
        TrainingSet digits, long seed, Checkpoints checkpoints, ProgressListener progress) {
      ClassLabels classes = ClassLabels.of(digits);
      ExampleSource examples = ExampleSource.of(digits, classes, augment, NAME);
      SplittableRandom random = new SplittableRandom(seed);
      Holdout holdout = examples.holdOut(0.2, random.split());
      int features = digits.features().columns();
      var trained =
          new NetworkTraining<>(
                  new LearningPace(NAME, epochs, 1, RateSchedule.COSINE, patience),
                  new SoftmaxRegression(features, classes.size(), 8),
                  examples,
                  holdout,
                  classes.size(),
                  random)
              .train(checkpoints, progress);
      return new SlowLearner(classes, trained.weights(), features, trained.report());
    }
  }
}
