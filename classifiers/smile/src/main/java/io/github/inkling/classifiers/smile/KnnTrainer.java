package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;

/** Makes k-nearest-neighbours classifiers; training is remembering, and the seed has no say. */
public final class KnnTrainer implements Trainer {
  private final KnnSettings settings;

  /**
   * Makes a trainer.
   *
   * @param settings its settings
   */
  public KnnTrainer(KnnSettings settings) {
    this.settings = settings;
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  @Override
  public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
    ProgressCounter counter = new ProgressCounter(progress, "Training k-NN", digits.size());
    Classifier classifier = KnnClassifier.of(settings, digits.features(), digits.labels());
    counter.add(digits.size());
    return classifier;
  }
}
