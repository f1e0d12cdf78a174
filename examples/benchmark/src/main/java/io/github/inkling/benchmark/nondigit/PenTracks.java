package io.github.inkling.benchmark.nondigit;

import io.github.inkling.core.image.GrayImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Scribbles and signs, drawn by Java2D. */
final class PenTracks {
  private static final double[][][] SIGNS = {
    {{0, 0.5, 1, 0.5}, {0.5, 0, 0.5, 1}}, // plus
    {{0, 0.5, 1, 0.5}}, // minus
    {{0, 0.3, 1, 0.3}, {0, 0.7, 1, 0.7}}, // equals
    {{0, 0, 1, 1}, {0, 1, 1, 0}}, // times
    {{0, 0.6, 0.35, 1, 1, 0}}, // tick
    {{0, 0.5, 1, 0.5}, {0.6, 0.2, 1, 0.5, 0.6, 0.8}}, // arrow
    {{0, 0.5, 1, 0.5}, {0.4, 0.2, 0, 0.5, 0.4, 0.8}}, // arrow back
    {{0.7, 0, 0.2, 0, 0.2, 1, 0.7, 1}}, // bracket
    {{0.2, 0, 0.7, 0, 0.7, 1, 0.2, 1}}, // bracket
    {{0, 1, 0.5, 0, 1, 1, 0, 1}}, // triangle
    {{0, 0, 1, 0, 1, 1, 0, 1, 0, 0}}, // square
    {{0.3, 0, 0.2, 1}, {0.75, 0, 0.65, 1}, {0, 0.33, 1, 0.33}, {0, 0.7, 1, 0.7}}, // hash
    {{0, 0.5, 1, 0.5}, {0.5, 0, 0.5, 1}, {0.1, 0.1, 0.9, 0.9}, {0.9, 0.1, 0.1, 0.9}}, // asterisk
  };

  private PenTracks() {}

  /** A point that turns at random, or two swings across each other (Lissajous' figures). */
  static GrayImage scribble(Random random) {
    Path2D path = new Path2D.Double();
    if (random.nextInt(3) == 0) {
      int across = 2 + random.nextInt(4);
      int down = across + 1 + random.nextInt(3);
      double phase = Math.PI * random.nextDouble();
      for (int i = 0; i <= 200; i++) {
        double t = 2 * Math.PI * i / 200;
        to(path, i, 0.5 + 0.5 * Math.sin(across * t + phase), 0.5 + 0.5 * Math.sin(down * t));
      }
    } else {
      double x = 0.5;
      double y = 0.5;
      double angle = 2 * Math.PI * random.nextDouble();
      double turn = 0;
      int steps = 90 + random.nextInt(120);
      for (int i = 0; i <= steps; i++) {
        to(path, i, x, y);
        turn = 0.85 * turn + 0.3 * random.nextGaussian();
        angle += turn;
        double toX = x + 0.05 * Math.cos(angle);
        double toY = y + 0.05 * Math.sin(angle);
        if (toX < 0 || toX > 1 || toY < 0 || toY > 1) {
          angle += Math.PI / 2;
        } else {
          x = toX;
          y = toY;
        }
      }
    }
    return draw(path, 0.03 + 0.06 * random.nextDouble(), random);
  }

  static GrayImage sign(Random random) {
    Path2D path = new Path2D.Double();
    for (double[] stroke : SIGNS[random.nextInt(SIGNS.length)]) {
      for (int i = 0; i < stroke.length; i += 2) {
        to(
            path,
            i,
            stroke[i] + 0.04 * random.nextGaussian(),
            stroke[i + 1] + 0.04 * random.nextGaussian());
      }
    }
    return draw(path, 0.06 + 0.14 * random.nextDouble(), random);
  }

  private static void to(Path2D path, int index, double x, double y) {
    if (index == 0) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  /** Draws a path in 0..1, with a margin around it. */
  private static GrayImage draw(Path2D path, double pen, Random random) {
    int side = 32 + random.nextInt(49);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.DARK_GRAY);
    graphics.translate(0.2 * side, 0.2 * side);
    graphics.scale(0.6 * side, 0.6 * side);
    graphics.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
    graphics.dispose();
    return GrayImage.of(image);
  }
}
