package io.github.inkling.benchmark.writers;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Writes ones and sevens as in Europe, from nothing but a few lines: a one with an up-stroke of any
 * length and now and then a foot, a seven with a bar across its stem.
 */
final class Writing {
  private static final double STEM = 90;

  private final SplittableRandom random;
  private final Path2D path = new Path2D.Double();

  private Writing(SplittableRandom random) {
    this.random = random;
  }

  static Sheet one(SplittableRandom random) {
    Writing writing = new Writing(random);
    double lean = writing.about(0.12, 0.2);
    double topX = 70 + lean * STEM / 2;
    double footX = 70 - lean * STEM / 2;
    double down = writing.between(0.15, 1) * STEM;
    double aside = writing.between(12, 30) + 0.35 * down;
    writing.line(topX - aside, 25 + down, topX, 25);
    writing.path.lineTo(footX + writing.about(0, 2), 25 + STEM);
    if (random.nextInt(3) == 0) {
      writing.line(
          footX - writing.between(12, 30),
          25 + STEM + writing.about(0, 3),
          footX + writing.between(12, 30),
          25 + STEM + writing.about(0, 3));
    }
    return writing.inked();
  }

  static Sheet seven(SplittableRandom random) {
    Writing writing = new Writing(random);
    double width = writing.between(40, 70);
    double left = 70 - width / 2;
    double right = 70 + width / 2;
    double footX = left + writing.between(0, 0.5) * width;
    if (random.nextInt(3) == 0) {
      writing.line(left, 25 + writing.between(8, 24), left, 25);
    } else {
      writing.path.moveTo(left, 25);
    }
    writing.path.quadTo(70, 25 + writing.about(2, 5), right, 25 + writing.about(0, 3));
    double bend = writing.about(0, 6);
    writing.path.quadTo((right + footX) / 2 - bend, 70, footX, 25 + STEM);
    if (random.nextInt(5) > 0) {
      double y = 25 + writing.between(0.4, 0.62) * STEM;
      double x = right + (footX - right) * (y - 25) / STEM;
      double half = writing.between(12, 26);
      double tilt = writing.about(-1, 5);
      writing.line(x - half, y - tilt, x + half, y + tilt);
    }
    return writing.inked();
  }

  private void line(double x0, double y0, double x1, double y1) {
    path.moveTo(x0, y0);
    path.quadTo((x0 + x1) / 2 + about(0, 3), (y0 + y1) / 2 + about(0, 3), x1, y1);
  }

  private Sheet inked() {
    BufferedImage image = Sheet.empty();
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setStroke(
        new BasicStroke((float) between(7, 15), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
    graphics.dispose();
    return new Sheet(image);
  }

  private double between(double least, double most) {
    return random.nextDouble(least, most);
  }

  private double about(double middle, double reach) {
    return between(middle - reach, middle + reach);
  }
}
