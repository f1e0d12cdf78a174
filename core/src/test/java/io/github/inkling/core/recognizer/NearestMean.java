package io.github.inkling.core.recognizer;

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

/** The simplest classifier there is, so that core can be tested without the modules above it. */
public final class NearestMean implements Classifier {
  private static final String NAME = "nearest-mean";

  private final float[] means;
  private final int features;

  private NearestMean(float[] means, int features) {
    this.means = means;
    this.features = features;
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
    List<Prediction> predictions = new ArrayList<>();
    for (int row = 0; row < digits.rows(); row++) {
      double[] probabilities = new double[Prediction.CLASSES];
      double sum = 0;
      for (int digit = 0; digit < Prediction.CLASSES; digit++) {
        double distance = 0;
        for (int i = 0; i < features; i++) {
          double difference = digits.at(row, i) - means[digit * features + i];
          distance += difference * difference;
        }
        probabilities[digit] = Math.exp(-distance);
        sum += probabilities[digit];
      }
      for (int digit = 0; digit < Prediction.CLASSES; digit++) {
        probabilities[digit] /= sum;
      }
      predictions.add(Prediction.of(probabilities));
    }
    return predictions;
  }

  @Override
  public ModelState state() {
    return new ModelState(
        NAME,
        Map.of("features", String.valueOf(features)),
        Map.of("means", ModelArray.of(means, Prediction.CLASSES, features)));
  }

  @Override
  public Map<String, String> report() {
    return Map.of("means", String.valueOf(Prediction.CLASSES));
  }

  /** Trains and restores it; registered as a service in the test resources. */
  public static final class Provider implements ClassifierProvider, Trainer {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Trainer trainer(ComponentSpec spec) {
      spec.allow();
      return this;
    }

    @Override
    public String spec() {
      return NAME;
    }

    @Override
    public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
      int columns = digits.features().columns();
      int[] counts = digits.classCounts();
      float[] means = new float[Prediction.CLASSES * columns];
      for (int row = 0; row < digits.size(); row++) {
        int digit = digits.label(row);
        for (int i = 0; i < columns; i++) {
          means[digit * columns + i] += digits.features().at(row, i) / counts[digit];
        }
      }
      return new NearestMean(means, columns);
    }

    @Override
    public Classifier restore(ModelState state) {
      int features = state.integer("features");
      return new NearestMean(state.floats("means", Prediction.CLASSES, features), features);
    }
  }
}
