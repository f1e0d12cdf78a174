package io.github.inkling.core.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The strokes that digits have in some countries and not in others: a one's flag, from its top down
 * to the left, as short as a serif or as long as the one is high, and its foot; a seven's bar
 * across the stem, and the serif at the left end of its head; the tail of a nine, curled to the
 * left; a four's stem that begins low and ends soon below the bar. In MNIST, of American writers,
 * they are rare.
 */
final class Letterforms {
  private static final double HEAD = 0.35;

  /** Pixels in which ink fades to paper. */
  private static final double SOFT_EDGE = 2;

  private final InkField digit;
  private final SplittableRandom random;
  private final List<PenStroke> strokes = new ArrayList<>();

  private Letterforms(InkField digit, SplittableRandom random) {
    this.digit = digit;
    this.random = random;
  }

  /**
   * Draws strokes for a digit.
   *
   * @param digit the digit, without a margin
   * @param label what it is
   * @return the strokes to add, in the field's coordinates; none for most digits
   */
  static List<PenStroke> draw(InkField digit, int label, SplittableRandom random) {
    Letterforms forms = new Letterforms(digit, random);
    if (label == 1) {
      forms.one();
    } else if (label == 7) {
      forms.seven();
    } else if (label == 9 && random.nextDouble() < 0.7) {
      forms.nine();
    }
    return forms.strokes;
  }

  /**
   * Gives a digit other proportions, where another country's form has them.
   *
   * @param digit the digit, without a margin
   * @param label what it is
   * @return the digit, cropped; the same for most digits
   */
  static InkField reshape(InkField digit, int label, SplittableRandom random) {
    return label == 4 ? new Letterforms(digit, random).four() : digit;
  }

  /**
   * Draws the upper part out, and shortens the stem where it stands apart from the other stroke.
   */
  private InkField four() {
    int bar = -1;
    int top = digit.height();
    for (int y = 0; y < digit.height() && (bar < 0 || y == bar + 1); y++) {
      int left = leftOfRightmost(y, digit.width());
      if (left > 0 && leftOfRightmost(y, left) >= 0) {
        top = Math.min(top, y);
        bar = y;
      }
    }
    double shortened = (bar - top) * uniform(-0.4, 0.6);
    List<PenStroke> cut = new ArrayList<>();
    int end = digit.width();
    for (int y = bar; y >= 0 && top < bar; y--) {
      int right = rightmost(y, Math.min(digit.width(), end + 1));
      int left = leftOfRightmost(y, right + 1);
      boolean isJoint = y < top && right - left > 2 * digit.strokeWidth();
      if (right < 0 || isJoint) {
        break;
      }
      end = right + 1;
      if (shortened > 0 && y < top + shortened) {
        cut.add(PenStroke.between(left - SOFT_EDGE, y, right + SOFT_EDGE, y, 0));
      }
    }
    return digit.without(cut, 0.5).balanced(uniform(0.3, 2.2)).cropped(0);
  }

  /** The last column with ink before another one; negative if there is none. */
  private int rightmost(int row, int before) {
    int x = before - 1;
    while (x >= 0 && !digit.isInk(x, row)) {
      x--;
    }
    return x;
  }

  /** Where the last run of ink before a column begins; negative if there is none. */
  private int leftOfRightmost(int row, int before) {
    int x = rightmost(row, before);
    while (x > 0 && digit.isInk(x - 1, row)) {
      x--;
    }
    return x;
  }

  private void one() {
    double pen = Math.min(digit.strokeWidth(), digit.height() / 4.0);
    boolean isLong = random.nextDouble() < 0.4;
    if (random.nextDouble() < 0.85) {
      double x = middle((int) (pen / 2));
      // A longer flag is steeper, or the one would be a seven; and wide enough to be seen.
      double length = digit.height() * (isLong ? uniform(0.5, 1.05) : uniform(0.15, 0.55));
      double angle = Math.toRadians(isLong ? uniform(12, 48) : uniform(25, 65));
      strokes.add(
          PenStroke.between(
              x,
              pen / 2,
              x - length * Math.sin(angle),
              pen / 2 + length * Math.cos(angle),
              uniform(-0.12, 0.12)));
    }
    // Hardly anybody writes both: a long flag that meets a foot would make a four.
    if (random.nextDouble() < (isLong ? 0.08 : 0.4)) {
      double x = middle((int) (digit.height() - 1 - pen / 2));
      double y = digit.height() - pen / 2;
      double tilt = uniform(-0.12, 0.12);
      double before = digit.height() * uniform(0.12, 0.38);
      double behind = digit.height() * uniform(0.12, 0.38);
      strokes.add(
          PenStroke.between(x - before, y - tilt * before, x + behind, y + tilt * behind, 0));
    }
  }

  private void nine() {
    double pen = digit.strokeWidth();
    double y = digit.height() - pen / 2;
    double x = middle((int) y);
    double length = digit.height() * uniform(0.1, 0.36);
    // Higher, and a thick pen would close the tail to the lower loop of an eight.
    double rise = digit.height() * uniform(-0.04, 0.13);
    strokes.add(PenStroke.between(x, y, x - length, y - rise, uniform(0.05, 0.25)));
  }

  private void seven() {
    if (random.nextDouble() < 0.85) {
      double y = digit.height() * uniform(0.38, 0.68);
      double x = middle((int) y);
      double tilt = uniform(-0.35, 0.25);
      double before = digit.height() * uniform(0.1, 0.34);
      double behind = digit.height() * uniform(0.1, 0.34);
      strokes.add(
          PenStroke.between(
              x - before, y - tilt * before, x + behind, y + tilt * behind, uniform(-0.05, 0.05)));
    }
    if (random.nextDouble() < 0.4) {
      double pen = digit.strokeWidth();
      int row = (int) (HEAD * digit.height());
      int column = digit.width();
      int top = 0;
      for (int y = 0; y <= row; y++) {
        for (int x = 0; x < column; x++) {
          if (digit.isInk(x, y)) {
            column = x;
            top = y;
          }
        }
      }
      double length = digit.height() * uniform(0.08, 0.3);
      double angle = Math.toRadians(uniform(-20, 25));
      double x = column + pen / 2;
      strokes.add(
          PenStroke.between(
              x, top, x - length * Math.sin(angle), top + length * Math.cos(angle), 0));
    }
  }

  /** The middle of the rightmost run of ink in a row, or else of the field. */
  private double middle(int row) {
    int y = Math.max(0, Math.min(digit.height() - 1, row));
    int right = rightmost(y, digit.width());
    int left = leftOfRightmost(y, digit.width());
    return right < 0 ? digit.width() / 2.0 : (left + right) / 2.0;
  }

  private double uniform(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
