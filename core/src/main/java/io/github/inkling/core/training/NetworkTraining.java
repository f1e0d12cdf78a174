package io.github.inkling.core.training;

import io.github.inkling.core.dataset.Permutation;
import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a network: mini-batches in a new order each epoch, at a learning rate that changes by its
 * schedule. Where digits are held out, the probabilities are calibrated on them. With early
 * stopping the weights of the epoch with the least loss on them are kept. That loss is the
 * calibrated one: a network often becomes too sure of itself while it still learns to be right, and
 * the calibration mends the one and not the other.
 *
 * <p>A training whose loss, weights or outputs become NaN or infinite ends, and the weights of the
 * last epoch in which they were not are kept: without early stopping, as they are, not calibrated.
 *
 * @param <W> weights of the network
 */
public final class NetworkTraining<W> {
  /** The figure of how many copies were learned from, where there were any. */
  public static final String COPIES = "copies learned from";

  private static final Logger LOG = LoggerFactory.getLogger(NetworkTraining.class);

  private static final String NETWORK = "network";
  private static final String KEPT = "kept";

  /**
   * What training came to.
   *
   * @param weights those of the epoch that was kept
   * @param temperature by which the network's outputs are to be divided
   * @param report figures by name
   * @param <W> weights of the network
   */
  public record Result<W>(W weights, Temperature temperature, Map<String, String> report) {}

  private final LearningPace pace;
  private final LearningNetwork<W> network;
  private final ExampleSource examples;
  private final Holdout holdout;
  private final int classes;
  private final int[] order;
  private final RandomGenerator random;
  private final EarlyStopping stopping;
  private final long stepsPerEpoch;

  private int epoch;
  private LearnedEpoch<W> kept;
  private String divergence;

  /**
   * Prepares.
   *
   * @param pace for how long it learns, and how fast
   * @param network what to train
   * @param examples what it learns from
   * @param holdout the digits to learn from, and those to be measured on
   * @param classes number of classes
   * @param random decides the order of the digits
   */
  public NetworkTraining(
      LearningPace pace,
      LearningNetwork<W> network,
      ExampleSource examples,
      Holdout holdout,
      int classes,
      RandomGenerator random) {
    this.pace = pace;
    this.network = network;
    this.examples = examples;
    this.holdout = holdout;
    this.classes = classes;
    this.order = holdout.learned();
    this.random = random;
    this.stopping = new EarlyStopping(holdout.isEmpty() ? 0 : pace.patience());
    this.stepsPerEpoch = ((long) order.length + network.batch() - 1) / network.batch();
  }

  /**
   * Trains.
   *
   * @param checkpoints where to go on, and what is told of the end of each epoch; networks without
   *     a {@link LearningNetwork#memory} neither ask nor tell
   * @param progress hears of the digits that were learned from
   * @return the weights, and what became of the training
   * @throws IllegalArgumentException if the checkpoint is not of this training
   * @throws DivergedException if the loss is not finite any more before anything was learned
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Result<W> train(Checkpoints checkpoints, ProgressListener progress) {
    goOn(checkpoints);
    ProgressCounter counter =
        new ProgressCounter(
            progress, "Training " + pace.name(), (long) pace.epochs() * order.length);
    if (epoch > 0) {
      counter.add((long) epoch * order.length);
    }
    while (epoch < pace.epochs() && !stopping.isOver() && divergence == null) {
      learnEpoch(counter);
      keep(checkpoints);
    }
    counter.finish();
    return new Result<>(kept.weights(), kept.temperature(), report());
  }

  private void learnEpoch(ProgressCounter counter) {
    double loss = learnAll(counter);
    if (!Double.isFinite(loss)) {
      diverge("its loss is " + loss);
      return;
    }
    W weights = network.snapshot();
    if (!network.isFinite(weights)) {
      diverge("its last step led to weights that are NaN or infinite");
      return;
    }
    Temperature temperature = Temperature.UNCHANGED;
    if (stopping.isOn() || epoch + 1 == pace.epochs()) {
      Examples measured = measured();
      float[] outputs = network.outputs(measured);
      if (!FiniteNumbers.all(outputs)) {
        diverge("its outputs are NaN or infinite");
        return;
      }
      if (!holdout.isEmpty()) {
        temperature = Temperature.fit(outputs, measured.targets(), classes);
      }
    }
    epoch++;
    if (!stopping.isOn() || stopping.improves(temperature.loss())) {
      kept = new LearnedEpoch<>(epoch, loss / order.length, weights, temperature);
    }
  }

  /** All digits once; not to the end if the loss is not finite any more. */
  private double learnAll(ProgressCounter counter) {
    Permutation.shuffle(order, random);
    double loss = 0;
    int next = 0;
    long step = epoch * stepsPerEpoch;
    while (next < order.length && Double.isFinite(loss)) {
      Interruption.check();
      int end = next + Math.min(examples.most(network.batch()), order.length - next);
      Examples some = examples.ofEpoch(epoch + 1, Arrays.copyOfRange(order, next, end));
      for (int first = 0; first < some.size() && Double.isFinite(loss); first += network.batch()) {
        Interruption.check();
        int count = Math.min(network.batch(), some.size() - first);
        double done = (double) step++ / (pace.epochs() * stepsPerEpoch);
        if (count >= network.leastBatch()) {
          loss += network.learn(some, first, count, pace.rate() * pace.schedule().factor(done));
        }
        counter.add(count);
      }
      next = end;
    }
    return loss;
  }

  /** The digits held out; without any, enough of the others to see whether they are answered. */
  private Examples measured() {
    return examples.original(
        holdout.isEmpty()
            ? Arrays.copyOf(order, Math.min(order.length, network.batch()))
            : holdout.heldOut());
  }

  /** Keeps the epoch before, unless it knows less than one who guesses. */
  private void diverge(String how) {
    divergence =
        "the %s diverged in epoch %d: %s; lower the rate, which is %s"
            .formatted(pace.name(), epoch + 1, how, PlainNumber.format(pace.rate()));
    if (kept == null || kept.loss() > Math.log(classes)) {
      throw new DivergedException(divergence);
    }
    LOG.warn("{}; the weights of epoch {} are kept", divergence, kept.number());
  }

  private void keep(Checkpoints checkpoints) {
    if (divergence != null) {
      return;
    }
    network
        .memory()
        .ifPresent(
            memory -> {
              Map<String, String> settings = new LinkedHashMap<>(stopping.save());
              settings.put("epoch", String.valueOf(epoch));
              checkpoints.keep(
                  new ModelState(pace.name(), settings, Map.of())
                      .withPart(NETWORK, memory.save())
                      .withPart(KEPT, kept.save(memory)));
            });
  }

  private void goOn(Checkpoints checkpoints) {
    network
        .memory()
        .ifPresent(memory -> checkpoints.latest().ifPresent(state -> goOn(state, memory)));
  }

  private void goOn(ModelState state, NetworkMemory<W> memory) {
    int done;
    try {
      done = state.integer("epoch");
      SettingRange.require("epoch", done, 1, pace.epochs());
      memory.load(state.part(NETWORK));
      kept = LearnedEpoch.read(state.part(KEPT), memory);
      stopping.load(state);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the checkpoint does not fit the training: " + e.getMessage(), e);
    }
    // The order of an epoch is made of that of the epoch before.
    for (; epoch < done; epoch++) {
      Permutation.shuffle(order, random);
    }
  }

  private Map<String, String> report() {
    Map<String, String> report = new LinkedHashMap<>();
    report.put("epochs", String.valueOf(epoch));
    if (examples.isAugmented()) {
      report.put(COPIES, String.valueOf((long) epoch * order.length));
    }
    report.put("training loss", number(kept.loss()));
    if (!holdout.isEmpty()) {
      report.put("kept epoch", String.valueOf(kept.number()));
      report.put("held-out digits", String.valueOf(holdout.heldOut().length));
    }
    report.putAll(kept.temperature().figures());
    if (divergence != null) {
      report.put("stopped", divergence);
    }
    return report;
  }

  /** A figure of a report. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
