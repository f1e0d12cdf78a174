package io.github.inkling.core.nondigit;

import java.util.SplittableRandom;

/** Signs of few strokes, as a hand draws them: no end is exactly where it should be. */
final class Symbols {
  private static final double SHAKE = 5;

  private Symbols() {}

  static void draw(Sheet sheet, SplittableRandom random) {
    double size = Draw.between(random, 25, 42);
    Pen pen = new Pen(sheet, random, size, size * Draw.between(random, 0.08, 0.34));
    switch (random.nextInt(13)) {
      case 0 -> pen.strokes(-1, 0, 1, 0, /* plus */ 0, -1, 0, 1);
      case 1 -> pen.strokes(-1, -1, 1, 1, /* times */ -1, 1, 1, -1);
      case 2 -> pen.strokes(-1, 0, 1, 0);
      case 3 -> pen.strokes(-1, -0.35, 1, -0.35, /* equals */ -1, 0.35, 1, 0.35);
      case 4 -> pen.strokes(-0.9, 0.1, -0.3, 0.9, /* tick */ -0.3, 0.9, 0.9, -0.9);
      case 5 -> pen.strokes(-1, 0, 1, 0, /* arrow */ 0.4, -0.6, 1, 0, 0.4, 0.6, 1, 0);
      case 6 -> pen.strokes(0, 1, 0, -1, /* arrow */ -0.6, -0.4, 0, -1, 0.6, -0.4, 0, -1);
      case 7 -> pen.strokes(0.5, -1, -0.5, -1, /* bracket */ -0.5, -1, -0.5, 1, -0.5, 1, 0.5, 1);
      case 8 -> pen.strokes(-0.5, -1, 0.5, -1, /* bracket */ 0.5, -1, 0.5, 1, 0.5, 1, -0.5, 1);
      case 9 -> pen.strokes(0.8, -1, -0.8, 0, /* less */ -0.8, 0, 0.8, 1);
      case 10 -> pen.dots(1 + random.nextInt(3));
      case 11 -> pen.comma();
      default -> Letters.sign(sheet, random);
    }
  }

  /** Draws in units of the sign's half size, from the middle of the sheet. */
  private record Pen(Sheet sheet, SplittableRandom random, double size, double width) {
    void strokes(double... ends) {
      for (int i = 0; i < ends.length; i += 4) {
        sheet.line(
            place(ends[i]), place(ends[i + 1]), place(ends[i + 2]), place(ends[i + 3]), width);
      }
    }

    void dots(int count) {
      double radius = Draw.between(random, 8, 16);
      for (int i = 0; i < count; i++) {
        double offset = (i - (count - 1) / 2.0) * Draw.between(random, 2.5, 4) * radius;
        sheet.disc(Sheet.MIDDLE + offset, place(0), radius);
      }
    }

    /** So short and thick that it is no 1. */
    void comma() {
      double radius = Draw.between(random, 10, 16);
      double x = place(0);
      double y = place(0);
      sheet.disc(x, y, radius);
      sheet.line(x + radius / 2, y, x - radius / 2, y + 1.6 * radius, radius);
    }

    private double place(double unit) {
      return Sheet.MIDDLE + size * unit + SHAKE * Draw.around(random);
    }
  }
}
