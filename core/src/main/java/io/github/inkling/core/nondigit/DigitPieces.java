package io.github.inkling.core.nondigit;

import io.github.inkling.core.image.DigitImage;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What wrong cuts make of digits: parts of one, two in one picture, one with a piece of the next.
 * Whoever cuts a line of writing into digits has to know them.
 */
final class DigitPieces {
  private static final int SIZE = DigitImage.SIZE;
  private static final double MIDDLE = (SIZE - 1) / 2.0;
  private static final int TRIES = 20;

  /** Pixels below which a digit, or a piece of one, is a mere stroke. */
  private static final double NARROW = 8;

  /** Sides of a digit, and the digits of which this half may well be a digit of its own. */
  private enum Side {
    LEFT(1, 0, "16"),
    RIGHT(-1, 0, "134789"),
    TOP(0, 1, "1236789"),
    BOTTOM(0, -1, "1346789");

    private final int right;
    private final int down;
    private final String digitLike;

    Side(int right, int down, String digitLike) {
      this.right = right;
      this.down = down;
      this.digitLike = digitLike;
    }

    boolean isUnlikeDigit(int label) {
      return digitLike.indexOf('0' + label) < 0;
    }
  }

  private final List<DigitImage> digits;
  private final int[] labels;

  DigitPieces(List<DigitImage> digits, int[] labels) {
    this.digits = digits;
    this.labels = labels.clone();
  }

  /** A half of a digit, or less, that is no digit. */
  void fragment(Sheet sheet, SplittableRandom random) {
    for (int i = 0; i < TRIES; i++) {
      int digit = random.nextInt(digits.size());
      // Cuts between neighbours are upright ones.
      Side side = Side.values()[random.nextInt(3) < 2 ? random.nextInt(2) : 2 + random.nextInt(2)];
      if (side.isUnlikeDigit(labels[digit])) {
        byte[] part = part(digits.get(digit), side, random);
        sheet.paste(part, Sheet.MIDDLE, Sheet.MIDDLE, Draw.between(random, 3, 4.2));
        return;
      }
    }
  }

  /** Two digits side by side. */
  void pair(Sheet sheet, SplittableRandom random) {
    beside(sheet, random, digits.get(random.nextInt(digits.size())).pixels());
  }

  /** A digit, and beside it a part of another. */
  void neighbor(Sheet sheet, SplittableRandom random) {
    DigitImage other = digits.get(random.nextInt(digits.size()));
    Side side = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
    beside(sheet, random, part(other, side, random));
  }

  /** A digit with strokes over it; one alone would make a 7 or a 0 as some write them. */
  void crossedOut(Sheet sheet, SplittableRandom random) {
    DigitImage digit = digits.get(random.nextInt(digits.size()));
    sheet.paste(digit.pixels(), Sheet.MIDDLE, Sheet.MIDDLE, 3.5);
    double width = Draw.between(random, 4, 9);
    if (random.nextInt(3) == 0) {
      Scribbles.curve(sheet, random, width, 5 + random.nextInt(4));
      return;
    }
    int strokes = 2 + random.nextInt(3);
    boolean crosswise = random.nextBoolean();
    for (int i = 0; i < strokes; i++) {
      double slope = crosswise && i % 2 == 1 ? -40 : 40;
      double offset = (i - strokes / 2.0) * Draw.between(random, 4, 14);
      sheet.line(
          Sheet.MIDDLE - 42 + 6 * Draw.around(random),
          Sheet.MIDDLE - slope + offset,
          Sheet.MIDDLE + 42 + 6 * Draw.around(random),
          Sheet.MIDDLE + slope + offset,
          width);
    }
  }

  /** A digit as it is, on the same sheet as all the others: what a detector must not refuse. */
  static void whole(Sheet sheet, DigitImage digit, SplittableRandom random) {
    sheet.paste(digit.pixels(), Sheet.MIDDLE, Sheet.MIDDLE, Draw.between(random, 3, 4.2));
  }

  private void beside(Sheet sheet, SplittableRandom random, byte[] other) {
    byte[] digit = digits.get(random.nextInt(digits.size())).pixels();
    double scale = Draw.between(random, 2.1, 2.6);
    double otherScale = scale * Draw.between(random, 0.85, 1.15);
    boolean toTheRight = random.nextBoolean();
    Extent extent = Extent.of(digit);
    Extent otherExtent = Extent.of(other);
    // Two narrow strokes that touch are one stroke: a 1.
    boolean narrow = Math.min(extent.width(), otherExtent.width()) < NARROW;
    double gap = Draw.between(random, narrow ? 1.5 : -2.5, 4) * scale;
    double distance =
        toTheRight
            ? scale * extent.right + gap - otherScale * otherExtent.left
            : scale * extent.left - gap - otherScale * otherExtent.right;
    double middle = Sheet.MIDDLE - distance / 2;
    sheet.paste(digit, middle, Sheet.MIDDLE, scale);
    sheet.paste(
        other, middle + distance, Sheet.MIDDLE + scale * 3 * Draw.around(random), otherScale);
  }

  /** One side of a digit, with at most half of its ink: with more, most can still be read. */
  private static byte[] part(DigitImage digit, Side side, SplittableRandom random) {
    double share = Draw.between(random, 0.28, 0.5);
    double slope = 0.25 * Draw.around(random);
    double normalX = side.right + slope * side.down;
    double normalY = side.down - slope * side.right;
    double cut = cut(digit, normalX, normalY, share);
    byte[] pixels = digit.pixels();
    for (int i = 0; i < pixels.length; i++) {
      int row = i / SIZE;
      double beyond = normalX * (i % SIZE - MIDDLE) + normalY * (row - MIDDLE) - cut;
      double kept = Math.max(0, Math.min(1, 0.5 - beyond));
      pixels[i] = (byte) (int) Math.round(kept * (pixels[i] & 0xff));
    }
    return pixels;
  }

  /** Where a share of the ink lies before the line. */
  private static double cut(DigitImage digit, double normalX, double normalY, double share) {
    double[] ink = new double[4 * SIZE];
    double total = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double place = normalX * (x - MIDDLE) + normalY * (y - MIDDLE);
        ink[(int) Math.round(place) + 2 * SIZE] += digit.at(x, y);
        total += digit.at(x, y);
      }
    }
    double sum = 0;
    int place = 0;
    while (place < ink.length - 1 && sum < share * total) {
      sum += ink[place];
      place++;
    }
    return place - 2 * SIZE - 0.5;
  }

  /** How far ink reaches from the middle to the left (negative) and to the right, in pixels. */
  private record Extent(double left, double right) {
    static Extent of(byte[] pixels) {
      double left = MIDDLE;
      double right = -MIDDLE;
      for (int i = 0; i < pixels.length; i++) {
        if ((pixels[i] & 0xff) >= 64) {
          left = Math.min(left, i % SIZE - MIDDLE);
          right = Math.max(right, i % SIZE - MIDDLE);
        }
      }
      return new Extent(left, right);
    }

    double width() {
      return right - left;
    }
  }
}
