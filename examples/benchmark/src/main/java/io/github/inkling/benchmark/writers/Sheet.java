package io.github.inkling.benchmark.writers;

import io.github.inkling.core.image.GrayImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** A picture while a stand-in is made of it, white ink on black, by Java's own 2D graphics. */
final class Sheet {
  /** Sides of the sheets that digits are enlarged to. */
  static final int SIDE = 140;

  private static final int WHITE = 255;
  private static final int HALF = 128;
  private static final int SAMPLES = 6;
  private static final int MOST_DEPTH = 20;
  private static final int REACH = 8;

  private final BufferedImage image;

  Sheet(BufferedImage image) {
    this.image = image;
  }

  /** Enlarges a picture, white ink on black, five times. */
  static Sheet of(GrayImage digit) {
    return new Sheet(digit.toBufferedImage())
        .drawn(
            SIDE,
            SIDE,
            new AffineTransform(
                (double) SIDE / digit.width(), 0, 0, (double) SIDE / digit.height(), 0, 0));
  }

  /** An empty sheet to draw on. */
  static BufferedImage empty() {
    return new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
  }

  GrayImage toGrayImage() {
    return GrayImage.of(image.getWidth(), image.getHeight(), pixels());
  }

  /** Moves every point about the middle. */
  Sheet moved(AffineTransform transform) {
    double x = image.getWidth() / 2.0;
    double y = image.getHeight() / 2.0;
    AffineTransform about = AffineTransform.getTranslateInstance(x, y);
    about.concatenate(transform);
    about.translate(-x, -y);
    return drawn(image.getWidth(), image.getHeight(), about);
  }

  private Sheet drawn(int width, int height, AffineTransform transform) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    new AffineTransformOp(transform, AffineTransformOp.TYPE_BICUBIC).filter(image, drawn);
    return new Sheet(drawn);
  }

  /** What is inside the ink's box. */
  Sheet box() {
    byte[] pixels = pixels();
    int width = image.getWidth();
    int left = width;
    int top = image.getHeight();
    int right = -1;
    int bottom = -1;
    for (int i = 0; i < pixels.length; i++) {
      if ((pixels[i] & 0xff) >= HALF / 2) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        top = Math.min(top, i / width);
        bottom = i / width;
      }
    }
    if (right < 0) {
      return this;
    }
    return new Sheet(image.getSubimage(left, top, right - left + 1, bottom - top + 1));
  }

  /** Share of the pixels that are ink more than paper. */
  double inkShare() {
    int ink = 0;
    byte[] pixels = pixels();
    for (byte pixel : pixels) {
      ink += (pixel & 0xff) >= HALF ? 1 : 0;
    }
    return (double) ink / pixels.length;
  }

  double aspect() {
    return (double) image.getWidth() / image.getHeight();
  }

  /** Scales to a size: each pixel is the mean of 6 x 6 places in its area. */
  Sheet scaled(int width, int height) {
    byte[] from = pixels();
    byte[] to = new byte[width * height];
    for (int i = 0; i < to.length; i++) {
      int sum = 0;
      for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        int down = i / width;
        int sampleDown = sample / SAMPLES;
        double x = i % width + (sample % SAMPLES + 0.5) / SAMPLES;
        double y = down + (sampleDown + 0.5) / SAMPLES;
        int column = (int) (x * image.getWidth() / width);
        int row = (int) (y * image.getHeight() / height);
        sum += from[row * image.getWidth() + column] & 0xff;
      }
      to[i] = (byte) (sum / (SAMPLES * SAMPLES));
    }
    return of(width, height, to);
  }

  /** Scales the ink to a height, or to a width if it is wider than high, and stretches it. */
  Sheet fitted(int side, double stretch) {
    double aspect = aspect() * stretch;
    int width = (int) Math.max(2, Math.round(side * Math.min(1, aspect)));
    int height = (int) Math.max(2, Math.round(side / Math.max(1, aspect)));
    return scaled(width, height);
  }

  /** Puts paper around, so much on each side. */
  Sheet framed(int margin) {
    return centered(image.getWidth() + 2 * margin, image.getHeight() + 2 * margin);
  }

  /** Puts paper around up to a square. */
  Sheet centered(int side) {
    return centered(side, side);
  }

  private Sheet centered(int width, int height) {
    Sheet page = of(width, height, new byte[width * height]);
    int left = (width - image.getWidth()) / 2;
    int top = (height - image.getHeight()) / 2;
    page.image.getRaster().setRect(left, top, image.getData());
    return page;
  }

  /** Replaces levels. */
  Sheet mapped(IntUnaryOperator level) {
    byte[] pixels = pixels();
    for (int i = 0; i < pixels.length; i++) {
      int value = level.applyAsInt(pixels[i] & 0xff);
      pixels[i] = (byte) Math.max(0, Math.min(WHITE, value));
    }
    return of(pixels);
  }

  /** Black and white. */
  Sheet binary(int threshold) {
    return mapped(level -> level >= threshold ? WHITE : 0);
  }

  /** The most, or with a negative sign the least, under an ellipse: a pen of that nib. */
  Sheet swept(double radiusX, double radiusY, double angle, int sign) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] from = pixels();
    byte[] to = from.clone();
    int reach = (int) Math.max(radiusX, radiusY);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        double along = (cos * dx + sin * dy) / radiusX;
        double across = (cos * dy - sin * dx) / radiusY;
        if (along * along + across * across > 1) {
          continue;
        }
        for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
          for (int x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
            int level = from[(y + dy) * width + x + dx] & 0xff;
            int i = y * width + x;
            if (sign * level > sign * (to[i] & 0xff)) {
              to[i] = (byte) level;
            }
          }
        }
      }
    }
    return of(to);
  }

  /** Keeps the ink whose depth is at least a share of the greatest depth nearby: a finer pen. */
  Sheet pared(double share) {
    Sheet layer = binary(HALF);
    byte[] ink = layer.pixels();
    byte[] depth = new byte[ink.length];
    for (int step = 1; step <= MOST_DEPTH; step++) {
      byte[] left = layer.pixels();
      for (int i = 0; i < ink.length; i++) {
        depth[i] += (byte) (left[i] & 1);
      }
      // A diamond and a square by turns make a round nib.
      layer = layer.swept(1 + 0.5 * (step % 2), 1 + 0.5 * (step % 2), 0, -1);
    }
    byte[] deepest = of(depth).swept(REACH, REACH, 0, 1).pixels();
    byte[] pared = new byte[ink.length];
    for (int i = 0; i < ink.length; i++) {
      pared[i] = (byte) (deepest[i] > 0 && depth[i] > share * deepest[i] ? WHITE : 0);
    }
    return of(pared);
  }

  /** Paints dots of paper over the ink, all over the sheet. */
  Sheet dotted(SplittableRandom random) {
    return painted(
        graphics -> {
          int dots = random.nextInt(500, 1400);
          for (int i = 0; i < dots; i++) {
            double radius = random.nextDouble(0.7, 2.8);
            double x = random.nextDouble(image.getWidth());
            double y = random.nextDouble(image.getHeight());
            graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
          }
        });
  }

  /** Paints some lines of paper over the ink, a few of them from end to end. */
  Sheet crossed(SplittableRandom random) {
    return painted(
        graphics -> {
          int lines = random.nextInt(4, 13);
          for (int i = 0; i < lines; i++) {
            double x = random.nextDouble(image.getWidth());
            double y = random.nextDouble(image.getHeight());
            double angle = random.nextDouble(Math.PI);
            double half = random.nextInt(4) == 0 ? 2 * SIDE : random.nextDouble(10, 30);
            double dx = half * Math.cos(angle);
            double dy = half * Math.sin(angle);
            graphics.setStroke(new BasicStroke((float) random.nextDouble(2, 5)));
            graphics.draw(new Line2D.Double(x - dx, y - dy, x + dx, y + dy));
          }
        });
  }

  private Sheet painted(Consumer<Graphics2D> painter) {
    Sheet painted = of(pixels());
    Graphics2D graphics = painted.image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.BLACK);
    painter.accept(graphics);
    graphics.dispose();
    return painted;
  }

  /** Enlarges columns in height, from less at one side to more at the other. */
  Sheet keystone(double slope) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] from = pixels();
    byte[] to = new byte[from.length];
    for (int i = 0; i < to.length; i++) {
      double factor = 1 + slope * (2.0 * (i % width) / width - 1);
      int down = i / width;
      int row = (int) Math.floor((down - height / 2.0) / factor + height / 2.0);
      if (row >= 0 && row < height) {
        to[i] = from[row * width + i % width];
      }
    }
    return of(to);
  }

  /** Blurs by a box, three times. */
  Sheet blurred(int radius) {
    int side = 2 * radius + 1;
    float[] weights = new float[side * side];
    Arrays.fill(weights, 1f / weights.length);
    ConvolveOp box =
        new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_ZERO_FILL, null);
    BufferedImage blurred = framed(3 * radius).image;
    for (int i = 0; i < 3; i++) {
      blurred = box.filter(blurred, null);
    }
    return new Sheet(blurred);
  }

  private Sheet of(byte[] pixels) {
    return of(image.getWidth(), image.getHeight(), pixels);
  }

  private static Sheet of(int width, int height, byte[] pixels) {
    BufferedImage of = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    of.getRaster().setDataElements(0, 0, width, height, pixels);
    return new Sheet(of);
  }

  private byte[] pixels() {
    return (byte[])
        image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), null);
  }
}
