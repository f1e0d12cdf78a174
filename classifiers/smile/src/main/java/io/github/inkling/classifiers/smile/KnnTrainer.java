package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.Interruption;
import io.github.inkling.core.training.ProgressCounter;
import java.util.concurrent.CancellationException;

/**
 * Makes k-nearest-neighbours classifiers. Training is remembering, and the seed has no say, except
 * in the graph of {@link KnnIndex#HNSW}.
 */
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

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the thread is interrupted while a graph is made
   */
  @Override
  public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
    ProgressCounter counter = new ProgressCounter(progress, "Training k-NN", digits.size());
    if (settings.index() == KnnIndex.HNSW) {
      try {
        return KnnClassifier.approximate(settings, digits, seed, counter);
      } catch (CancellationException e) {
        throw Interruption.ofTraining(e);
      }
    }
    Classifier classifier = KnnClassifier.exact(settings, digits);
    counter.add(digits.size());
    return classifier;
  }
}
