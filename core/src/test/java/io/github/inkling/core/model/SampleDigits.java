package io.github.inkling.core.model;

import io.github.inkling.core.image.DigitImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Drawn digits to test feature extractors with. */
public final class SampleDigits {
  /** Index of an upright stroke in {@link #some}. */
  public static final int STROKE = 0;

  /** Index of a ring in {@link #some}. */
  public static final int RING = 1;

  private SampleDigits() {}

  /**
   * Digits as they may come: strokes, rings, noise, and ink up to the edges.
   *
   * @return nine digits, the same each time
   */
  public static List<DigitImage> some() {
    return List.of(
        draw(new Line2D.Double(14, 4, 14, 24)),
        draw(new Ellipse2D.Double(7, 4, 14, 20)),
        draw(new QuadCurve2D.Double(6, 6, 24, 4, 12, 14), new Line2D.Double(12, 14, 22, 23)),
        draw(new Ellipse2D.Double(9, 4, 9, 9), new Ellipse2D.Double(8, 13, 11, 11)),
        draw(new Line2D.Double(7, 5, 20, 5), new Line2D.Double(20, 5, 11, 24)),
        noise(1),
        noise(2),
        draw(new Line2D.Double(0, 0, 27, 27), new Line2D.Double(0, 27, 27, 0)),
        draw(new Line2D.Double(0, 27, 27, 27), new Line2D.Double(27, 0, 27, 27)));
  }

  /**
   * Digits that are none: blank, full, a single pixel in the middle and in a corner, a
   * chequerboard, and ink too faint to see.
   *
   * @return six digits
   */
  public static List<DigitImage> odd() {
    byte[] full = new byte[DigitImage.PIXELS];
    Arrays.fill(full, (byte) 255);
    byte[] faint = new byte[DigitImage.PIXELS];
    Arrays.fill(faint, 300, 500, (byte) 1);
    byte[] chequered = new byte[DigitImage.PIXELS];
    for (int i = 0; i < chequered.length; i++) {
      chequered[i] = (byte) ((i + i / DigitImage.SIZE) % 2 == 0 ? 255 : 0);
    }
    return List.of(
        blank(),
        DigitImage.of(full),
        pixel(14, 14),
        pixel(0, 0),
        DigitImage.of(chequered),
        DigitImage.of(faint));
  }

  /**
   * Paper without ink.
   *
   * @return a blank digit
   */
  public static DigitImage blank() {
    return DigitImage.of(new byte[DigitImage.PIXELS]);
  }

  /**
   * A single pixel of ink.
   *
   * @param x its column
   * @param y its row
   * @return the digit
   */
  public static DigitImage pixel(int x, int y) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    pixels[y * DigitImage.SIZE + x] = (byte) 255;
    return DigitImage.of(pixels);
  }

  /**
   * Lines drawn with a smooth pen of 2.5 pixels.
   *
   * @param shapes the lines
   * @return the digit
   */
  public static DigitImage draw(Shape... shapes) {
    BufferedImage image =
        new BufferedImage(DigitImage.SIZE, DigitImage.SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (Shape shape : shapes) {
      pen.draw(shape);
    }
    pen.dispose();
    return DigitImage.of(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
  }

  private static DigitImage noise(long seed) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    new Random(seed).nextBytes(pixels);
    return DigitImage.of(pixels);
  }
}
