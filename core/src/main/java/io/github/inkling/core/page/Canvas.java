package io.github.inkling.core.page;

import io.github.inkling.core.vision.Lettering;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A picture that is drawn on. Boxes and letters have a white rim, so that they stand out from ink
 * and from dark tables, too. Needs neither a display nor fonts.
 */
final class Canvas implements AutoCloseable {
  private static final Color RIM = new Color(255, 255, 255, 190);

  private final BufferedImage image;
  private final Graphics2D graphics;

  /** A canvas of white paper. */
  Canvas(int width, int height) {
    this(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    fill(new Box(0, 0, width, height), Color.WHITE);
  }

  /** Draws on an RGB picture. */
  Canvas(BufferedImage image) {
    this.image = image;
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** The picture itself. */
  BufferedImage image() {
    return image;
  }

  void fill(Box box, Color color) {
    graphics.setColor(color);
    graphics.fillRect(box.x(), box.y(), box.width(), box.height());
  }

  /** Draws a frame on the outermost pixels of a box. */
  void frame(Box box, Color color, float line) {
    frame(box, color, line, null);
  }

  void dashedFrame(Box box, Color color, float line) {
    float dash = Math.min(4 * line, (box.width() + box.height()) / 8f);
    frame(box, color, line, new float[] {dash, 0.75f * dash});
  }

  private void frame(Box box, Color color, float line, float[] dashes) {
    graphics.setColor(RIM);
    graphics.setStroke(new BasicStroke(2.4f * line));
    graphics.drawRect(box.x(), box.y(), box.width() - 1, box.height() - 1);
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke(line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
    graphics.drawRect(box.x(), box.y(), box.width() - 1, box.height() - 1);
  }

  /** Draws a line through points that lie below each other, one per place in the arrays. */
  void line(int[] x, int[] y, Color color, float line) {
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke(line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.drawPolyline(x, y, x.length);
  }

  /** Shows a piece of ink in a colour, each of its pixels as a square of so many. */
  void ink(Piece piece, Color color, int zoom) {
    graphics.setColor(color);
    for (int y = 0; y < piece.height(); y++) {
      int from = 0;
      while (from < piece.width()) {
        int to = from;
        while (to < piece.width() && piece.at(to, y) != 0) {
          to++;
        }
        if (to > from) {
          graphics.fillRect(
              zoom * (piece.x() + from), zoom * (piece.y() + y), zoom * (to - from), zoom);
        }
        from = to + 1;
      }
    }
  }

  /** Writes in letters of a weight that goes with their size, with a rim. */
  void label(String text, double left, double baseline, double capitals, Color color) {
    double weight = weight(capitals);
    int x = (int) Math.round(left);
    int y = (int) Math.round(baseline);
    double rim = weight + Math.max(2, capitals / 6);
    Lettering.write(image, text, x, y, capitals, rim, Color.WHITE);
    Lettering.write(image, text, x, y, capitals, weight, color);
  }

  /** Writes without a rim. */
  void text(String text, double left, double baseline, double capitals, Color color) {
    int x = (int) Math.round(left);
    int y = (int) Math.round(baseline);
    Lettering.write(image, text, x, y, capitals, weight(capitals), color);
  }

  /** How wide a label or text is, in pixels, without its rim. */
  static double width(String text, double capitals) {
    return Lettering.width(text, capitals, weight(capitals));
  }

  private static double weight(double capitals) {
    return capitals / 7;
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
