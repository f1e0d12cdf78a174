package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A small member: the nearer a class's centre, the likelier the class. Sharp, or vague. */
public final class Centres implements Classifier {
  private final String name;
  private final double sharpness;
  private final int[] classes;
  private final float[] centres;
  private final int features;

  private Centres(String name, double sharpness, int[] classes, float[] centres, int features) {
    this.name = name;
    this.sharpness = sharpness;
    this.classes = classes;
    this.centres = centres;
    this.features = features;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public List<Prediction> predict(FeatureMatrix digits) {
    digits.requireColumns(features);
    List<Prediction> predictions = new ArrayList<>();
    for (int row = 0; row < digits.rows(); row++) {
      double[] probabilities = new double[Prediction.CLASSES];
      double sum = 0;
      for (int c = 0; c < classes.length; c++) {
        double distance = 0;
        for (int i = 0; i < features; i++) {
          double difference = digits.at(row, i) - centres[c * features + i];
          distance += difference * difference;
        }
        probabilities[classes[c]] = Math.exp(-sharpness * distance) + 1e-12;
        sum += probabilities[classes[c]];
      }
      for (int c : classes) {
        probabilities[c] /= sum;
      }
      predictions.add(Prediction.of(probabilities));
    }
    return predictions;
  }

  @Override
  public ModelState state() {
    return new ModelState(
        name,
        Map.of("features", String.valueOf(features)),
        Map.of(
            "classes", ModelArray.of(classes, classes.length),
            "centres", ModelArray.of(centres, classes.length, features)));
  }

  private record CentresTrainer(String name, double sharpness) implements Trainer {
    @Override
    public String spec() {
      return name;
    }

    @Override
    public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
      progress.progress("Finding centres", 0, 1);
      int[] counts = digits.classCounts();
      int[] classes = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
      int features = digits.features().columns();
      float[] centres = new float[classes.length * features];
      for (int c = 0; c < classes.length; c++) {
        for (int row = 0; row < digits.size(); row++) {
          if (digits.label(row) == classes[c]) {
            for (int i = 0; i < features; i++) {
              centres[c * features + i] += digits.features().at(row, i) / counts[classes[c]];
            }
          }
        }
      }
      progress.progress("Finding centres", 1, 1);
      return new Centres(name, sharpness, classes, centres, features);
    }
  }

  private static Classifier restore(double sharpness, ModelState state) {
    int features = state.integer("features");
    int[] classes = state.ints("classes", state.shape("classes"));
    float[] centres = state.floats("centres", classes.length, features);
    return new Centres(state.classifier(), sharpness, classes, centres, features);
  }

  /** Registered as a service in the test resources. */
  public static final class Provider implements ClassifierProvider {
    static final String NAME = "centres";
    private static final double SHARPNESS = 5;

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Trainer trainer(ComponentSpec spec) {
      spec.allow();
      return new CentresTrainer(NAME, SHARPNESS);
    }

    @Override
    public Classifier restore(ModelState state) {
      return Centres.restore(SHARPNESS, state);
    }
  }

  /** Registered as a service in the test resources. */
  public static final class VagueProvider implements ClassifierProvider {
    static final String NAME = "vague-centres";
    private static final double SHARPNESS = 0.2;

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Trainer trainer(ComponentSpec spec) {
      spec.allow();
      return new CentresTrainer(NAME, SHARPNESS);
    }

    @Override
    public Classifier restore(ModelState state) {
      return Centres.restore(SHARPNESS, state);
    }
  }
}
