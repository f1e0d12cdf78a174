package io.github.inkling.core.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Takes ink away where a pen left none: dots all over, as a pencil leaves in the hollows of rough
 * paper, or a few lines across, as are left where a form's ruling was removed.
 */
final class Wear {
  private static final double LINES = 0.35;

  /** Dots cover this share of the field, and have this radius as a share of the stroke's width. */
  private static final double LEAST_COVERED = 0.08;

  private static final double MOST_COVERED = 0.38;
  private static final double SMALLEST = 0.08;
  private static final double LARGEST = 0.3;

  /** In pixels of the field. */
  private static final double LEAST_RADIUS = 0.35;

  private Wear() {}

  /** The ink that is left. */
  static InkField wear(InkField ink, SplittableRandom random) {
    return random.nextDouble() < LINES ? crossed(ink, random) : dotted(ink, random);
  }

  private static InkField dotted(InkField ink, SplittableRandom random) {
    double radius = Math.max(LEAST_RADIUS, ink.strokeWidth() * uniform(SMALLEST, LARGEST, random));
    double covered = uniform(LEAST_COVERED, MOST_COVERED, random);
    int count = (int) (covered * ink.width() * ink.height() / (Math.PI * radius * radius));
    List<PenStroke> dots = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      dots.add(PenStroke.at(uniform(0, ink.width(), random), uniform(0, ink.height(), random)));
    }
    return ink.without(dots, radius);
  }

  private static InkField crossed(InkField ink, SplittableRandom random) {
    int count = 1 + random.nextInt(4);
    List<PenStroke> lines = new ArrayList<>(count);
    double reach = ink.width() + ink.height();
    for (int i = 0; i < count; i++) {
      double x = uniform(0, ink.width(), random);
      double y = uniform(0, ink.height(), random);
      double angle = uniform(0, Math.PI, random);
      double half = random.nextInt(3) == 0 ? reach : uniform(0.05, 0.2, random) * reach;
      double dx = half * Math.cos(angle);
      double dy = half * Math.sin(angle);
      lines.add(PenStroke.between(x - dx, y - dy, x + dx, y + dy, 0));
    }
    return ink.without(lines, ink.strokeWidth() * uniform(0.15, 0.4, random));
  }

  private static double uniform(double least, double most, SplittableRandom random) {
    return least + (most - least) * random.nextDouble();
  }
}
