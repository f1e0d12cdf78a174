package io.github.inkling.core.nondigit;

import java.util.SplittableRandom;

/** What a pen leaves that writes nothing. Curves of fewer turns than these may be digits. */
final class Scribbles {
  private static final double REACH = 42;
  private static final int STEPS_PER_TURN = 12;

  private Scribbles() {}

  static void draw(Sheet sheet, SplittableRandom random) {
    double width = Draw.between(random, 3, 9);
    switch (random.nextInt(4)) {
      case 0 -> zigzag(sheet, random, width);
      case 1 -> spiral(sheet, random, width);
      default -> curve(sheet, random, width, 7 + random.nextInt(9));
    }
  }

  /** A smooth curve (Catmull and Rom's) through points at random. */
  static void curve(Sheet sheet, SplittableRandom random, double width, int points) {
    double[] x = new double[points + 2];
    double[] y = new double[points + 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = Sheet.MIDDLE + REACH * Draw.around(random);
      y[i] = Sheet.MIDDLE + REACH * Draw.around(random);
    }
    for (int i = 1; i < points; i++) {
      double fromX = x[i];
      double fromY = y[i];
      for (int step = 1; step <= STEPS_PER_TURN; step++) {
        double t = (double) step / STEPS_PER_TURN;
        double toX = spline(x, i, t);
        double toY = spline(y, i, t);
        sheet.line(fromX, fromY, toX, toY, width);
        fromX = toX;
        fromY = toY;
      }
    }
  }

  private static double spline(double[] p, int i, double t) {
    return 0.5
        * (2 * p[i]
            + t
                * (p[i + 1]
                    - p[i - 1]
                    + t
                        * (2 * p[i - 1]
                            - 5 * p[i]
                            + 4 * p[i + 1]
                            - p[i + 2]
                            + t * (3 * (p[i] - p[i + 1]) + p[i + 2] - p[i - 1]))));
  }

  private static void zigzag(Sheet sheet, SplittableRandom random, double width) {
    int turns = 4 + random.nextInt(8);
    boolean upright = random.nextBoolean();
    double reach = Draw.between(random, 12, REACH);
    double[] along = new double[turns + 1];
    double[] across = new double[turns + 1];
    for (int i = 0; i <= turns; i++) {
      along[i] = Sheet.MIDDLE + REACH * (2.0 * i / turns - 1) + 3 * Draw.around(random);
      across[i] = Sheet.MIDDLE + (i % 2 == 0 ? reach : -reach) * Draw.between(random, 0.5, 1);
    }
    sheet.polyline(upright ? across : along, upright ? along : across, width);
  }

  private static void spiral(Sheet sheet, SplittableRandom random, double width) {
    double rounds = Draw.between(random, 2, 4.5);
    boolean loops = random.nextBoolean();
    int steps = (int) (rounds * 24);
    double[] x = new double[steps + 1];
    double[] y = new double[steps + 1];
    double start = 2 * Math.PI * random.nextDouble();
    double flat = Draw.between(random, 0.5, 1);
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps;
      double angle = start + 2 * Math.PI * rounds * share;
      double radius = loops ? REACH / 2.5 : REACH * share;
      double drift = loops ? REACH * (1.2 * share - 0.6) : 0;
      x[i] = Sheet.MIDDLE + drift + radius * Math.cos(angle);
      y[i] = Sheet.MIDDLE + flat * radius * Math.sin(angle);
    }
    sheet.polyline(x, y, width);
  }
}
