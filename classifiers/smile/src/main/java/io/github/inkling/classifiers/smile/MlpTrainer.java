package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Trains a multilayer perceptron by stochastic gradient descent. Features are standardized inside;
 * the trained classifier takes them as they come.
 */
public final class MlpTrainer implements Trainer {
  private final MlpSettings settings;

  /**
   * Makes a trainer.
   *
   * @param settings its settings
   */
  public MlpTrainer(MlpSettings settings) {
    this.settings = settings;
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a layer has more weights than an array can hold
   * @throws IllegalStateException if the training diverges; a lower rate mends it
   */
  @Override
  public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
    int[] classes = new ClassOrder(digits).classes();
    int[] targets = new int[digits.size()];
    Arrays.setAll(targets, digit -> Arrays.binarySearch(classes, digits.label(digit)));
    try (NativeArena memory = new NativeArena()) {
      MlpTraining training =
          new MlpTraining(settings, digits.features(), targets, classes.length, seed, memory);
      MlpTraining.Result trained = training.train(progress);
      String loss = String.format(Locale.ROOT, "%.6f", trained.loss());
      return new MlpClassifier(classes, trained.layers(), Map.of("training loss", loss));
    }
  }
}
