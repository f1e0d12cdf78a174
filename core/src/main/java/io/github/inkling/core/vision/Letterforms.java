package io.github.inkling.core.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The strokes that digits have in some countries and not in others: a one's flag, from its top down
 * to the left, as short as a serif or as long as the one is high, and its foot; a seven's bar
 * across the stem, and the serif at the left end of its head; the tail of a nine, curled to the
 * left. In MNIST, of American writers, they are rare.
 */
final class Letterforms {
  private static final double HEAD = 0.35;

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
    int right = digit.width() - 1;
    while (right >= 0 && !digit.isInk(right, y)) {
      right--;
    }
    int left = right;
    while (left > 0 && digit.isInk(left - 1, y)) {
      left--;
    }
    return right < 0 ? digit.width() / 2.0 : (left + right) / 2.0;
  }

  private double uniform(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
