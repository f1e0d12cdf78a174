package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ParallelBlocks;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes changed copies of normalised digits, such as another hand might have written: turned,
 * scaled, slanted, moved, with another pen, and elastically deformed (Simard, Steinkraus and Platt,
 * "Best practices for convolutional neural networks applied to visual document analysis", ICDAR
 * 2003). Immutable and safe for concurrent use.
 *
 * <p>Copies may be of several kinds, each with its own settings: those of a digit are of the first
 * kind, the second, and so on in turn.
 *
 * <p>The same copy of the same digit is always the same picture, bit for bit, whatever else is made
 * before, beside or after it. All changes of place are put together into one displacement field,
 * and the digit is interpolated once, by cubic convolution; then the strokes' width changes. All of
 * it is plain Java: for 28 x 28 pixels, calls to native code would cost more than the work.
 */
public final class Augmenter {
  /** The most copies of one digit. */
  public static final int MOST_COPIES = 1000;

  private static final int MOST_PER_BLOCK = 256;

  private final List<AugmentationSettings> kinds;
  private final List<ElasticField> elastic;
  private final long seed;

  /**
   * An augmenter of one kind of copies.
   *
   * @param settings how much copies differ from their digits
   * @param seed decides how they differ
   */
  public Augmenter(AugmentationSettings settings, long seed) {
    this(List.of(settings), seed);
  }

  /**
   * An augmenter of several kinds of copies.
   *
   * @param kinds how much the copies of each kind differ from their digits, at least one
   * @param seed decides how they differ
   * @throws IllegalArgumentException if there is no kind
   */
  public Augmenter(List<AugmentationSettings> kinds, long seed) {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "augmentation: there is no kind of copies to make; give the settings of one");
    }
    this.kinds = List.copyOf(kinds);
    this.elastic =
        kinds.stream().map(kind -> new ElasticField(kind.elastic(), kind.sigma())).toList();
    this.seed = seed;
  }

  /**
   * How much the copies of each kind differ from their digits.
   *
   * @return the settings it was made with, at least those of one kind; unmodifiable
   */
  public List<AugmentationSettings> kinds() {
    return kinds;
  }

  /**
   * Makes one copy, of the kind whose turn it is.
   *
   * @param digit a normalised digit
   * @param number the digit's number in its data set; digits of other numbers change in other ways
   * @param copy the copy's number, at least 0; copies of other numbers change in other ways
   * @return the copy; blank only if the digit is
   */
  public DigitImage augment(DigitImage digit, int number, int copy) {
    return augment(digit, number, copy, copy);
  }

  /**
   * Makes one copy of the kind of a turn.
   *
   * @param digit a normalised digit
   * @param number the digit's number in its data set
   * @param copy the copy's number
   * @param turn at least 0: with two kinds, even turns are the first's and odd ones the second's
   * @return the copy; blank only if the digit is
   */
  public DigitImage augment(DigitImage digit, int number, int copy, int turn) {
    int kind = turn % kinds.size();
    AugmentationSettings settings = kinds.get(kind);
    SplittableRandom random = new SplittableRandom(seedOf(seed, number, copy));
    Distortion distortion = Distortion.draw(settings, random);
    return DigitWarp.apply(digit, distortion, elastic.get(kind).draw(random), settings.center());
  }

  /**
   * Makes copies of many digits, on all cores.
   *
   * @param digits normalised digits, numbered by their places in this list
   * @param copies how many of each, 0 to {@value #MOST_COPIES}
   * @param progress hears of finished copies
   * @return the first copies of all digits in their order, then all second ones, and so on
   * @throws IllegalArgumentException if {@code copies} is out of range, or a list cannot hold as
   *     many
   */
  public List<DigitImage> augmentAll(
      List<DigitImage> digits, int copies, ProgressListener progress) {
    SettingRange.require("copies", copies, 0, MOST_COPIES);
    if ((long) digits.size() * copies > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%d copies of %d digits are more than a list can hold; make fewer"
              .formatted(copies, digits.size()));
    }
    int count = digits.size();
    DigitImage[] made = new DigitImage[count * copies];
    ParallelBlocks.forEach(
        made.length,
        MOST_PER_BLOCK,
        "Augmenting",
        progress,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            made[i] = augment(digits.get(i % count), i % count, i / count);
          }
        });
    return List.of(made);
  }

  /** What decides the changes of a copy of a digit, and of no other. */
  static long seedOf(long seed, int number, int copy) {
    return mix(mix(mix(0, seed), number), copy);
  }

  /** Numbers that differ little become numbers that have nothing in common. */
  private static long mix(long state, long number) {
    return new SplittableRandom(state + number).nextLong();
  }
}
