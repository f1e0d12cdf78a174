package io.github.inkling.core.training;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.model.Variations;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a network learns from: the training digits as they are, or in every epoch other changed
 * copies of them, made on the way. Then copies that are among the training digits already are left
 * out.
 */
public final class ExampleSource {
  /** Copies made at a time: enough for all cores, and soon done. */
  private static final int COPIES = 2048;

  private final TrainingSet digits;
  private final int[] targets;
  private final Variations variations;
  private final int network;
  private final int networks;

  private ExampleSource(
      TrainingSet digits, int[] targets, Variations variations, int network, int networks) {
    this.digits = digits;
    this.targets = targets;
    this.variations = variations;
    this.network = network;
    this.networks = networks;
  }

  /**
   * Makes a source.
   *
   * @param digits what is trained on
   * @param classes the digits that occur
   * @param augment whether every epoch learns from copies that no other has
   * @param network whose setting that is, such as {@code "mlp"}
   * @return a source of the digits or of copies
   * @throws IllegalArgumentException if copies of these digits are not to be had, naming the
   *     setting
   */
  public static ExampleSource of(
      TrainingSet digits, ClassLabels classes, boolean augment, String network) {
    Variations variations =
        augment ? digits.requireVariations(network + ":augment=true", "augment=false") : null;
    int[] targets = new int[digits.size()];
    Arrays.setAll(targets, digit -> classes.place(digits.label(digit)));
    return new ExampleSource(digits, targets, variations, 0, 1);
  }

  /**
   * What one of several networks learns from: the same digits, but of the copies every so many-th,
   * so that no copy is learned from by two. Where there are as many networks as kinds of copies, or
   * twice, three times, ... as many, each learns from one kind, and they take the kinds in turn.
   *
   * @param number of the network, from 0
   * @param count of the networks
   * @return the source of that network
   */
  public ExampleSource of(int number, int count) {
    boolean isOfOneKind = isAugmented() && count % variations.kinds() == 0;
    return new ExampleSource(
        digits,
        targets,
        isOfOneKind ? variations.ofKind(number % variations.kinds()) : variations,
        number,
        count);
  }

  /**
   * Splits: where every epoch makes its own copies, the rows to learn from are digits alone.
   *
   * @param share of the digits to hold out, 0 to below 1
   * @param random decides which
   * @return the rows of both
   */
  public Holdout holdOut(double share, SplittableRandom random) {
    Holdout holdout = Holdout.of(digits, share, random);
    return isAugmented() ? holdout.withoutCopies(digits.firstRows()) : holdout;
  }

  /**
   * How many digits are shown at a time at most.
   *
   * @param batch digits of a step
   * @return whole batches of copies; of digits as they are, any number
   */
  public int most(int batch) {
    return isAugmented() ? (COPIES + batch - 1) / batch * batch : Integer.MAX_VALUE;
  }

  /**
   * Whether copies are learned from.
   *
   * @return true if every epoch has its own
   */
  public boolean isAugmented() {
    return variations != null;
  }

  /**
   * Some digits as an epoch learns from them.
   *
   * @param epoch counted from 1
   * @param rows the digits
   * @return the digits, or their copies of this epoch
   */
  public Examples ofEpoch(int epoch, int... rows) {
    if (!isAugmented()) {
      return original(rows);
    }
    int number = (epoch - 1) * networks + network;
    FeatureMatrix copies = variations.of(rows, number, 1, ProgressListener.NONE);
    return new Examples(copies, IntStream.range(0, rows.length).toArray(), targetsOf(rows));
  }

  /**
   * Some digits as they are.
   *
   * @param rows the digits
   * @return the same
   */
  public Examples original(int... rows) {
    return new Examples(digits.features(), rows, targetsOf(rows));
  }

  private int[] targetsOf(int... rows) {
    return IntStream.of(rows).map(row -> targets[row]).toArray();
  }
}
