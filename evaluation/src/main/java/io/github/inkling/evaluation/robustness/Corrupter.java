package io.github.inkling.evaluation.robustness;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ParallelBlocks;
import io.github.inkling.core.model.ProgressListener;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Corrupts pictures of digits, of any size, with light ink on dark paper or dark ink on light
 * paper. Immutable and safe for concurrent use.
 *
 * <p>Paper is the median of the outermost pixels, and ink the level that is farthest from it. What
 * is drawn at random depends on the seed, the digit's number and the corruption alone, and the
 * strength only scales it: a digit that is turned to the left at strength 1 is turned farther to
 * the left at 5. The same picture always becomes the same, bit for bit, whatever is corrupted
 * before, beside or after it.
 *
 * @param seed decides what is drawn at random
 */
public record Corrupter(long seed) {
  private static final int MOST_PER_BLOCK = 256;

  /**
   * Corrupts one picture.
   *
   * @param image a picture of a digit
   * @param number the digit's number in its data set; digits of other numbers change in other ways
   * @param corruption what happens to it
   * @param strength 1 to {@value Corruption#STRENGTHS}
   * @return the corrupted picture, of the same size
   * @throws IllegalArgumentException if the strength is out of range
   */
  public GrayImage corrupt(GrayImage image, int number, Corruption corruption, int strength) {
    Corruption.requireStrength(strength);
    SplittableRandom random = new SplittableRandom(seedOf(number, corruption));
    return corruption.damage(InkPicture.of(image), strength, random).toGrayImage();
  }

  /**
   * Corrupts all digits of a set, numbered by their places in it, on all cores.
   *
   * @param digits the clean digits
   * @param corruption what happens to them
   * @param strength 1 to {@value Corruption#STRENGTHS}
   * @return the corrupted digits, with the same labels, under a name such as {@code "mnist:test,
   *     blur 3"}
   * @throws IllegalArgumentException if the strength is out of range
   */
  public LabeledDigits corrupt(LabeledDigits digits, Corruption corruption, int strength) {
    Corruption.requireStrength(strength);
    GrayImage[] corrupted = new GrayImage[digits.size()];
    ParallelBlocks.forEach(
        corrupted.length,
        MOST_PER_BLOCK,
        "Corrupting",
        ProgressListener.NONE,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            corrupted[i] = corrupt(digits.image(i), i, corruption, strength);
          }
        });
    String name = digits.name() + ", " + corruption + " " + strength;
    return new LabeledDigits(name, List.of(corrupted), digits.labels());
  }

  /**
   * Of the corruption's name and not its place, so that a new one changes nothing of the others.
   */
  private long seedOf(int number, Corruption corruption) {
    return mix(mix(mix(0, seed), number), corruption.name().hashCode());
  }

  /** Numbers that differ little become numbers that have nothing in common. */
  private static long mix(long state, long number) {
    return new SplittableRandom(state + number).nextLong();
  }
}
