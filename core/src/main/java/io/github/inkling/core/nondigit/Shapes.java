package io.github.inkling.core.nondigit;

import java.util.SplittableRandom;

/** Things that people draw. A circle and an ellipse are none of them: they are zeros. */
final class Shapes {
  private static final int MOST_CORNERS = 12;

  private Shapes() {}

  static void draw(Sheet sheet, SplittableRandom random) {
    double radius = Draw.between(random, 26, 42);
    double width = Draw.between(random, 3, 11);
    switch (random.nextInt(5)) {
      case 0 -> polygon(sheet, random, 3, radius, 1, width);
      case 1 -> polygon(sheet, random, 4, radius, 1, width);
      case 2 -> polygon(sheet, random, 10, radius, Draw.between(random, 0.35, 0.55), width);
      case 3 -> filled(sheet, random, radius);
      default -> frame(sheet, random, radius, width);
    }
  }

  /** A polygon or, if every other corner is nearer to the middle, a star. */
  private static void polygon(
      Sheet sheet,
      SplittableRandom random,
      int corners,
      double radius,
      double inner,
      double width) {
    double[] x = new double[corners + 1];
    double[] y = new double[corners + 1];
    double start = 2 * Math.PI * random.nextDouble();
    for (int i = 0; i < corners; i++) {
      double angle = start + 2 * Math.PI * i / corners + 0.12 * Draw.around(random);
      double distance = radius * (i % 2 == 0 ? 1 : inner) * Draw.between(random, 0.9, 1);
      x[i] = Sheet.MIDDLE + distance * Math.cos(angle);
      y[i] = Sheet.MIDDLE + distance * Math.sin(angle);
    }
    x[corners] = x[0];
    y[corners] = y[0];
    sheet.polyline(x, y, width);
    if (random.nextInt(4) == 0) {
      fan(sheet, x, y);
    }
  }

  /** A blob with a rim that is rounder or more rugged. */
  private static void filled(Sheet sheet, SplittableRandom random, double radius) {
    int corners = 5 + random.nextInt(MOST_CORNERS - 4);
    double rugged = 0.5 * random.nextDouble();
    double[] x = new double[corners + 1];
    double[] y = new double[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double distance = radius * (1 - rugged * random.nextDouble());
      x[i] = Sheet.MIDDLE + distance * Math.cos(angle);
      y[i] = Sheet.MIDDLE + distance * Math.sin(angle);
    }
    x[corners] = x[0];
    y[corners] = y[0];
    sheet.polyline(x, y, 5);
    fan(sheet, x, y);
  }

  /** A box, with a line across or without. */
  private static void frame(Sheet sheet, SplittableRandom random, double radius, double width) {
    double right = radius * Draw.between(random, 0.6, 1);
    double down = radius * Draw.between(random, 0.6, 1);
    double[] x = {-right, right, right, -right, -right};
    double[] y = {-down, -down, down, down, -down};
    for (int i = 0; i < x.length; i++) {
      x[i] += Sheet.MIDDLE;
      y[i] += Sheet.MIDDLE;
    }
    sheet.polyline(x, y, width);
    if (random.nextBoolean()) {
      int corner = random.nextInt(2);
      sheet.line(x[corner], y[corner], x[corner + 2], y[corner + 2], width);
    }
  }

  /** Fills what every point of can be seen from the middle. */
  private static void fan(Sheet sheet, double[] x, double[] y) {
    for (int i = 1; i < x.length; i++) {
      for (int step = 0; step < 24; step++) {
        double t = step / 24.0;
        sheet.line(
            Sheet.MIDDLE,
            Sheet.MIDDLE,
            x[i - 1] + t * (x[i] - x[i - 1]),
            y[i - 1] + t * (y[i] - y[i - 1]),
            3);
      }
    }
  }
}
