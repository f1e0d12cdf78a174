package io.github.inkling.core.nondigit;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ParallelBlocks;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * Draws pictures that show no digit, of every {@link NonDigitKind}, for a detector to learn from.
 * Whole digits can be drawn on the same sheet, with the same pens, so that the way a picture was
 * made does not give away what is on it. Immutable and safe for concurrent use.
 *
 * <p>The picture of a number is always the same, bit for bit, whatever else is drawn before, beside
 * or after it.
 */
public final class NonDigits {
  /** The most pictures that can be drawn at a time. */
  public static final int MOST = 10_000_000;

  private static final int MOST_PER_BLOCK = 256;

  /** A letter may be written as crookedly as a digit, and so may everything else. */
  private static final double TILT = 1;

  private final DigitPieces pieces;
  private final long seed;

  /**
   * Draws from digits.
   *
   * @param digits normalised digits, some with ink, at least one; pieces of them are drawn
   * @param labels their labels, 0 to 9, one per digit
   * @param seed decides every picture
   * @throws IllegalArgumentException if there is no digit, or digits and labels differ in number
   */
  public NonDigits(List<DigitImage> digits, int[] labels, long seed) {
    if (digits.isEmpty() || digits.size() != labels.length) {
      throw new IllegalArgumentException(
          "non-digits are drawn from at least one digit and as many labels, not from %d and %d"
              .formatted(digits.size(), labels.length));
    }
    this.pieces = new DigitPieces(List.copyOf(digits), labels);
    this.seed = seed;
  }

  /**
   * The kind of a picture.
   *
   * @param number the picture's number
   * @return its kind
   */
  public NonDigitKind kind(int number) {
    return NonDigitKind.draw(random(number, 0));
  }

  /**
   * Draws pictures that show no digit, on all cores.
   *
   * @param first number of the first picture, at least 0
   * @param count how many, 0 to {@value #MOST}
   * @return the pictures of so many numbers from the first one on; some show nothing at all
   * @throws IllegalArgumentException if a number is out of range
   */
  public List<GrayImage> draw(int first, int count) {
    return drawAll(first, count, this::nonDigit);
  }

  /**
   * Draws whole digits, on all cores.
   *
   * @param wholes normalised digits, of which each is drawn
   * @param first number of the first picture, at least 0
   * @return one picture per digit, in their order
   * @throws IllegalArgumentException if the number is out of range
   */
  public List<GrayImage> redraw(List<DigitImage> wholes, int first) {
    return drawAll(
        first,
        wholes.size(),
        (number, sheet) -> {
          SplittableRandom random = random(number, 2);
          DigitPieces.whole(sheet, wholes.get(number - first), random);
          return sheet.finish(random, TILT);
        });
  }

  private static List<GrayImage> drawAll(
      int first, int count, BiFunction<Integer, Sheet, GrayImage> drawing) {
    SettingRange.require("the number of pictures", count, 0, MOST);
    SettingRange.require("the first picture's number", first, 0, Integer.MAX_VALUE - count);
    GrayImage[] pictures = new GrayImage[count];
    ParallelBlocks.forEach(
        count,
        MOST_PER_BLOCK,
        "Drawing",
        ProgressListener.NONE,
        (from, to) -> {
          try (Sheet sheet = new Sheet()) {
            for (int i = from; i < to; i++) {
              sheet.clear();
              pictures[i] = drawing.apply(first + i, sheet);
            }
          }
        });
    return List.of(pictures);
  }

  private GrayImage nonDigit(int number, Sheet sheet) {
    SplittableRandom random = random(number, 1);
    switch (kind(number)) {
      case LETTERS -> Letters.letters(sheet, random);
      case SYMBOLS -> Symbols.draw(sheet, random);
      case SCRIBBLES -> Scribbles.draw(sheet, random);
      case SHAPES -> Shapes.draw(sheet, random);
      case TEXTURES -> {
        return Textures.texture(random);
      }
      case SMUDGES -> {
        return Textures.smudge(random);
      }
      case FRAGMENTS -> pieces.fragment(sheet, random);
      case PAIRS -> pieces.pair(sheet, random);
      case NEIGHBORS -> pieces.neighbor(sheet, random);
      case CROSSED_OUT -> pieces.crossedOut(sheet, random);
    }
    return sheet.finish(random, TILT);
  }

  /** Numbers that differ little become numbers that have nothing in common. */
  private SplittableRandom random(int number, int purpose) {
    long state = new SplittableRandom(seed).nextLong();
    state = new SplittableRandom(state + number).nextLong();
    return new SplittableRandom(state + purpose);
  }
}
