package io.github.inkling.classifiers.smile;

import io.github.inkling.core.dataset.Permutation;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.ProgressListener;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains a perceptron: mini-batches in a new order each epoch, at a learning rate that falls by its
 * schedule. Where digits are held out, the probabilities are calibrated on them. With early
 * stopping the weights of the epoch with the least loss on them are kept. That loss is the
 * calibrated one: a network often becomes too sure of itself while it still learns to be right, and
 * the calibration mends the one and not the other.
 *
 * <p>Not Smile's network: its layers hold vectors of one digit in doubles, thread by thread, out of
 * reach of a subclass of its MLP, and an epoch of 60,000 digits takes it 16 s. Here forward and
 * backward over a mini-batch are three matrix products per layer, which takes about a second.
 */
final class MlpTraining {
  /**
   * What training came to.
   *
   * @param layers from the features to the classes
   * @param report figures by name
   */
  record Result(List<DenseLayer> layers, Map<String, String> report) {}

  private final MlpSettings settings;
  private final TrainedNetwork network;
  private final ExampleSource examples;
  private final Holdout holdout;
  private final int[] order;
  private final SplittableRandom random;
  private final long steps;
  private long step;

  /**
   * Prepares.
   *
   * @param settings how it learns
   * @param network what to train; its batch is that of the settings or smaller
   * @param examples what it learns from
   * @param holdout the digits to learn from, and those to be measured on
   * @param random decides the order of the digits
   */
  MlpTraining(
      MlpSettings settings,
      TrainedNetwork network,
      ExampleSource examples,
      Holdout holdout,
      SplittableRandom random) {
    this.settings = settings;
    this.network = network;
    this.examples = examples;
    this.holdout = holdout;
    this.order = holdout.learned();
    this.random = random;
    int perEpoch = (int) (((long) order.length + network.batch() - 1) / network.batch());
    this.steps = (long) settings.epochs() * perEpoch;
  }

  /**
   * Trains.
   *
   * @return the layers, which take the features as they are, and what became of the training
   * @throws IllegalStateException if the loss is not finite any more
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  Result train(ProgressListener progress) {
    long total = (long) settings.epochs() * order.length;
    ProgressCounter counter = new ProgressCounter(progress, "Training MLP", total);
    EarlyStopping stopping = new EarlyStopping(holdout.isEmpty() ? 0 : settings.patience());
    Epoch kept = null;
    int epoch = 0;
    while (epoch < settings.epochs() && !stopping.isOver()) {
      double loss = learnAll(++epoch, counter);
      if (stopping.isOn() || epoch == settings.epochs()) {
        Temperature temperature = temperature(epoch);
        if (!stopping.isOn() || stopping.improves(temperature.loss())) {
          kept = new Epoch(epoch, loss, network.snapshot(), temperature);
        }
      }
    }
    if (epoch < settings.epochs()) {
      counter.add((long) (settings.epochs() - epoch) * order.length);
    }
    return new Result(kept.calibratedLayers(), report(kept, epoch));
  }

  private Temperature temperature(int epoch) {
    if (holdout.isEmpty()) {
      return Temperature.UNCHANGED;
    }
    Temperature temperature = network.temperature(examples.original(holdout.heldOut()));
    requireFinite(epoch, temperature.loss());
    return temperature;
  }

  /** What one epoch came to. */
  private record Epoch(int number, double loss, List<DenseLayer> layers, Temperature temperature) {

    List<DenseLayer> calibratedLayers() {
      int last = layers.size() - 1;
      layers.set(last, temperature.fold(layers.get(last)));
      return layers;
    }
  }

  private double learnAll(int epoch, ProgressCounter counter) {
    Permutation.shuffle(order, random);
    double loss = 0;
    int next = 0;
    while (next < order.length) {
      Interruption.check();
      int end = next + Math.min(examples.most(network.batch()), order.length - next);
      loss += learn(examples.ofEpoch(epoch, Arrays.copyOfRange(order, next, end)), counter);
      next = end;
    }
    requireFinite(epoch, loss);
    return loss / order.length;
  }

  private double learn(Examples some, ProgressCounter counter) {
    double loss = 0;
    for (int first = 0; first < some.size(); first += network.batch()) {
      Interruption.check();
      int count = Math.min(network.batch(), some.size() - first);
      double done = (double) step++ / steps;
      float rate = (float) (settings.rate() * settings.schedule().factor(done));
      loss += network.learn(some, first, count, rate);
      counter.add(count);
    }
    return loss;
  }

  private void requireFinite(int epoch, double loss) {
    if (!Double.isFinite(loss)) {
      throw new IllegalStateException(
          "the MLP diverged in epoch %d: its loss is %s; lower the rate, which is %s"
              .formatted(epoch, loss, PlainNumber.format(settings.rate())));
    }
  }

  private Map<String, String> report(Epoch kept, int epochs) {
    Map<String, String> report = new LinkedHashMap<>();
    report.put("epochs", String.valueOf(epochs));
    if (examples.isAugmented()) {
      report.put("copies learned from", String.valueOf((long) epochs * order.length));
    }
    report.put("training loss", number(kept.loss()));
    if (!holdout.isEmpty()) {
      report.put("kept epoch", String.valueOf(kept.number()));
      report.put("held-out digits", String.valueOf(holdout.heldOut().length));
      report.put("held-out loss", number(kept.temperature().loss()));
      report.put("temperature", number(kept.temperature().value()));
    }
    return report;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
