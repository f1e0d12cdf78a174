package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.ResumableTrainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.ClassLabels;
import io.github.inkling.core.training.DescentSettings;
import io.github.inkling.core.training.DivergedException;
import io.github.inkling.core.training.ExampleSource;
import io.github.inkling.core.training.Holdout;
import io.github.inkling.core.training.Interruption;
import io.github.inkling.core.training.NetworkTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Trains convolutional networks, or one, on the pixels of digits, by stochastic gradient descent on
 * changed copies that are made on the way. Some of the training digits are held out (of a digit and
 * its copies all or none), to calibrate the probabilities and, with early stopping, to keep the
 * best epoch. The same seed gives the same network on one processor, which is no GPU, with one
 * number of cores and of PyTorch's threads.
 */
public final class CnnTrainer implements ResumableTrainer {
  private final CnnSettings settings;

  /**
   * Makes a trainer.
   *
   * @param settings its settings
   */
  public CnnTrainer(CnnSettings settings) {
    this.settings = settings;
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException unless they are 784, as the pixels are
   */
  @Override
  public void requireFeatures(int features) {
    if (features != DigitImage.PIXELS) {
      throw new IllegalArgumentException(
          "a cnn sees the %d pixels of a digit, not %d features; train it with the features 'pixels'"
              .formatted(DigitImage.PIXELS, features));
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the features are not the 784 pixels, or copies are wanted
   *     and the digits have no variations
   * @throws io.github.inkling.core.training.DivergedException if the training diverges before
   *     anything was learned, of several columns in one of them; a lower rate mends it
   * @throws IllegalStateException if the thread is interrupted, or if PyTorch is not there for this
   *     platform
   */
  @Override
  public Classifier train(
      TrainingSet digits, long seed, Checkpoints checkpoints, ProgressListener progress) {
    requireFeatures(digits.features().columns());
    DescentSettings descent = settings.descent();
    ClassLabels classes = ClassLabels.of(digits);
    ExampleSource examples =
        ExampleSource.of(digits, classes, descent.augment(), CnnClassifier.NAME);
    SplittableRandom random = new SplittableRandom(seed);
    Holdout holdout = examples.holdOut(descent.holdout(), random.split());
    ColumnTraining training = new ColumnTraining(settings.columns(), checkpoints, progress);
    List<Supplier<NetworkTraining.Result<CnnWeights>>> trainings = new ArrayList<>();
    for (int column = 0; column < settings.columns(); column++) {
      int number = column;
      // The last has what the others have left.
      SplittableRandom own = column + 1 < settings.columns() ? random.split() : random;
      trainings.add(
          () -> {
            try {
              return train(
                  examples.of(number, settings.columns()),
                  holdout,
                  classes.size(),
                  own,
                  training.checkpoints(number),
                  training.progress(number));
            } catch (DivergedException e) {
              throw settings.columns() == 1 ? e : inColumn(number, e);
            }
          });
    }
    try {
      return new TrainedColumns(ThreadShares.train("cnn-training", trainings))
          .classifier(classes, settings.views(), examples.original(holdout.heldOut()));
    } catch (CancellationException e) {
      throw Interruption.ofTraining(e);
    }
  }

  private static DivergedException inColumn(int number, DivergedException e) {
    return (DivergedException)
        new DivergedException("column %d: %s".formatted(number + 1, e.getMessage())).initCause(e);
  }

  private NetworkTraining.Result<CnnWeights> train(
      ExampleSource examples,
      Holdout holdout,
      int classes,
      SplittableRandom random,
      Checkpoints checkpoints,
      ProgressListener progress) {
    DescentSettings descent = settings.descent();
    int batch = Math.min(descent.batch(), holdout.learned().length);
    try (LearningCnn network = new LearningCnn(settings, classes, batch, random.split())) {
      return new NetworkTraining<>(
              descent.pace(CnnClassifier.TITLE), network, examples, holdout, classes, random)
          .train(checkpoints, progress);
    }
  }
}
