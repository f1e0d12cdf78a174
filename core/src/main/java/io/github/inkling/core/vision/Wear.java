package io.github.inkling.core.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Takes ink away where a pen left none: dots all over, as a pencil leaves in the hollows of rough
 * paper, or a few lines across, as are left where a form's ruling was removed.
 */
final class Wear {
  /** The share of digits that lines are drawn across. */
  private static final double LINES = 0.35;

  /** The share of the field that dots would cover if none met another. */
  private static final double LEAST_COVERED = 0.08;

  private static final double MOST_COVERED = 0.38;

  /** Radius of the dots, as a share of the stroke's width. */
  private static final double SMALLEST = 0.08;

  private static final double LARGEST = 0.3;

  /** The same in pixels of the field: smaller ones would take nothing away. */
  private static final double LEAST_RADIUS = 0.35;

  private Wear() {}

  /** The ink that is left. */
  static InkField wear(InkField ink, SplittableRandom random) {
    return random.nextDouble() < LINES ? crossed(ink, random) : dotted(ink, random);
  }

  private static InkField dotted(InkField ink, SplittableRandom random) {
    double radius =
        Math.max(LEAST_RADIUS, ink.strokeWidth() * random.nextDouble(SMALLEST, LARGEST));
    double covered = random.nextDouble(LEAST_COVERED, MOST_COVERED);
    int count = (int) (covered * ink.width() * ink.height() / (Math.PI * radius * radius));
    List<PenStroke> dots = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      dots.add(PenStroke.at(random.nextDouble(0, ink.width()), random.nextDouble(0, ink.height())));
    }
    return ink.without(dots, radius);
  }

  private static InkField crossed(InkField ink, SplittableRandom random) {
    int count = 1 + random.nextInt(4);
    List<PenStroke> lines = new ArrayList<>(count);
    double reach = ink.width() + ink.height();
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble(0, ink.width());
      double y = random.nextDouble(0, ink.height());
      double angle = random.nextDouble(0, Math.PI);
      double half = random.nextInt(3) == 0 ? reach : random.nextDouble(0.05, 0.2) * reach;
      double dx = half * Math.cos(angle);
      double dy = half * Math.sin(angle);
      lines.add(PenStroke.between(x - dx, y - dy, x + dx, y + dy, 0));
    }
    return ink.without(lines, ink.strokeWidth() * random.nextDouble(0.15, 0.4));
  }
}
