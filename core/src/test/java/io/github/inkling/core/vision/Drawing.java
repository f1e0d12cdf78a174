package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Test pictures: strokes drawn in a unit square, and what befalls photographs of them. */
final class Drawing {
  private static final double WHOLE_STROKE = 0.12;

  private Drawing() {}

  /** The strokes of a four, which has no symmetry. */
  static Path2D four() {
    Path2D path = new Path2D.Double();
    path.moveTo(0.45, 0);
    path.lineTo(0, 0.65);
    path.lineTo(0.7, 0.65);
    path.moveTo(0.5, 0.35);
    path.lineTo(0.5, 1);
    return path;
  }

  /** Black strokes on white paper: {@code side} is the side of the unit square in pixels. */
  static GrayImage ink(
      Path2D strokes, int width, int height, double left, double top, double side, double shear) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.transform(new AffineTransform(side, 0, shear * side, side, left, top));
    graphics.setStroke(
        new BasicStroke((float) WHOLE_STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(strokes);
    graphics.dispose();
    return GrayImage.of(image);
  }

  /** A four of a side, in the middle of a square picture. */
  static GrayImage four(int picture, double side) {
    double left = (picture - 0.7 * side) / 2;
    return ink(four(), picture, picture, left, (picture - side) / 2, side, 0);
  }

  static GrayImage uniform(int width, int height, int level) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) level);
    return GrayImage.of(width, height, pixels);
  }

  static GrayImage inverted(GrayImage image) {
    byte[] pixels = image.pixels();
    return map(image, i -> 255 - (pixels[i] & 0xff));
  }

  /** Adds noise of a normal distribution. */
  static GrayImage grainy(GrayImage image, double sigma, long seed) {
    Random random = new Random(seed);
    byte[] pixels = image.pixels();
    return map(image, i -> (int) Math.round((pixels[i] & 0xff) + sigma * random.nextGaussian()));
  }

  /** Makes some pixels black and as many white. */
  static GrayImage peppered(GrayImage image, double share, long seed) {
    Random random = new Random(seed);
    byte[] pixels = image.pixels();
    return map(
        image,
        i -> {
          double dice = random.nextDouble();
          return dice < share / 2 ? 0 : dice < share ? 255 : pixels[i] & 0xff;
        });
  }

  /** Lets the light fall off towards the bottom right corner, where a quarter of it is left. */
  static GrayImage unevenlyLit(GrayImage image) {
    byte[] pixels = image.pixels();
    return map(
        image,
        i -> {
          double across = (double) (i % image.width()) / image.width();
          int row = i / image.width();
          double down = (double) row / image.height();
          return (int) ((pixels[i] & 0xff) * (1 - 0.375 * (across + down)));
        });
  }

  /** Mean absolute difference of the pixels, in levels. */
  static double difference(DigitImage one, DigitImage other) {
    double sum = 0;
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        sum += Math.abs(one.at(x, y) - other.at(x, y));
      }
    }
    return sum / DigitImage.PIXELS;
  }

  static Ink measure(DigitImage digit) {
    return Ink.measure(Raster.copyOf(digit.toGrayImage()));
  }

  static GrayImage map(GrayImage image, IntUnaryOperator level) {
    byte[] pixels = new byte[image.width() * image.height()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.max(0, Math.min(255, level.applyAsInt(i)));
    }
    return GrayImage.of(image.width(), image.height(), pixels);
  }
}
