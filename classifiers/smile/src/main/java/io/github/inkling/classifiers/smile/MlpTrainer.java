package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.ClassLabels;
import io.github.inkling.core.training.DescentSettings;
import io.github.inkling.core.training.ExampleSource;
import io.github.inkling.core.training.Holdout;
import io.github.inkling.core.training.Interruption;
import io.github.inkling.core.training.NetworkTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * Trains a multilayer perceptron by stochastic gradient descent. Features are standardized inside;
 * the trained classifier takes them as they come. Some of the training digits are held out (of a
 * digit and its copies all or none), to calibrate the probabilities and, with early stopping, to
 * keep the best epoch.
 *
 * <p>On request each epoch learns from changed copies of the digits that no other epoch has seen,
 * made on the way: the more epochs, the more handwriting, at no cost of memory (Ciresan, Meier,
 * Gambardella and Schmidhuber, "Deep, big, simple neural nets for handwritten digit recognition",
 * Neural Computation 22, 2010, section 2). Probabilities are calibrated on the digits as they are.
 *
 * <p>Not Smile's network: its layers hold vectors of one digit in doubles, thread by thread, out of
 * reach of a subclass of its MLP, and an epoch of 60,000 digits takes it 16 s. Here forward and
 * backward over a mini-batch are three matrix products per layer, which takes about a second.
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
   * @throws IllegalArgumentException if a layer has more weights than an array can hold, or all
   *     layers more than the heap; or if copies are wanted and the digits have no variations
   * @throws io.github.inkling.core.training.DivergedException if the training diverges before
   *     anything was learned; a lower rate mends it
   * @throws IllegalStateException if the thread is interrupted
   */
  @Override
  public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
    DescentSettings descent = settings.descent();
    ClassLabels classes = ClassLabels.of(digits);
    ExampleSource examples =
        ExampleSource.of(digits, classes, descent.augment(), MlpClassifier.NAME);
    SplittableRandom random = new SplittableRandom(seed);
    Holdout holdout = examples.holdOut(descent.holdout(), random.split());
    int learned = holdout.learned().length;
    int batch = Math.min(descent.batch(), learned);
    int copies = examples.isAugmented() ? Math.min(examples.most(batch), learned) : 0;
    try (NativeArena memory = new NativeArena()) {
      TrainedNetwork network =
          new TrainedNetwork(
              settings, digits.features(), classes.size(), batch, copies, random.split(), memory);
      NetworkTraining.Result<List<DenseLayer>> trained =
          new NetworkTraining<>(
                  descent.pace("MLP"), network, examples, holdout, classes.size(), random)
              .train(Checkpoints.NONE, progress);
      List<DenseLayer> layers = new ArrayList<>(trained.weights());
      layers.set(layers.size() - 1, last(layers).calibrated(trained.temperature()));
      return new MlpClassifier(classes, layers, trained.report());
    } catch (CancellationException e) {
      throw Interruption.ofTraining(e);
    }
  }

  private static DenseLayer last(List<DenseLayer> layers) {
    return layers.get(layers.size() - 1);
  }
}
