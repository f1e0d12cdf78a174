package io.github.inkling.core.page;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.vision.Lettering;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Shows what was read where: a box around each digit and its label above, in a colour that says how
 * sure the recognizer is, and what was dropped in dashed grey with the reason. Everything has a
 * white rim, so that it stands out from dark tables, too; the legend is a strip below the picture,
 * so that it hides nothing. Needs neither a display nor fonts.
 */
public final class PagePicture {
  private static final Color DROPPED = new Color(0x5c5f63);
  private static final Color RIM = new Color(255, 255, 255, 190);
  private static final Color TEXT = new Color(0x26282c);
  private static final Color STRIP = new Color(0xf7f6f3);

  /** Height of a label's capitals, as a share of the digit's height. */
  private static final double LABEL = 0.4;

  private static final double LEAST_LETTERS = 8;
  private static final double MOST_LETTERS = 60;

  /** Shorter things, as a share of the picture's shorter side, are too many to tell reasons of. */
  private static final double LEAST_EXPLAINED = 0.025;

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Page page;

  /** Height of the letters that do not belong to a digit. */
  private final double letters;

  private PagePicture(BufferedImage image, Page page, double letters) {
    this.image = image;
    this.page = page;
    this.letters = letters;
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /**
   * Draws what was read over the picture.
   *
   * @param picture the picture that was read
   * @param page what was read on it
   * @return an RGB picture as wide, and higher by the legend below it
   * @throws IllegalArgumentException if the page is not of this picture: its size is another
   */
  public static BufferedImage annotate(ColorImage picture, Page page) {
    if (page.width() != picture.width() || page.height() != picture.height()) {
      throw new IllegalArgumentException(
          "the page is of a picture of %d x %d, not of this one of %d x %d"
              .formatted(page.width(), page.height(), picture.width(), picture.height()));
    }
    double letters = clamp(Math.min(page.width(), page.height()) / 75.0);
    Legend legend = new Legend(page, letters, page.width());
    BufferedImage image = copy(picture, legend.height());
    PagePicture drawing = new PagePicture(image, page, letters);
    try {
      page.dropped().forEach(drawing::dropped);
      page.lines().forEach(line -> line.digits().forEach(drawing::digit));
      drawing.graphics.setColor(STRIP);
      drawing.graphics.fillRect(0, page.height(), page.width(), legend.height());
      legend.draw(drawing);
    } finally {
      drawing.graphics.dispose();
    }
    return image;
  }

  /** Row by row, as a photograph is large. */
  private static BufferedImage copy(ColorImage picture, int below) {
    int width = picture.width();
    BufferedImage image =
        new BufferedImage(width, picture.height() + below, BufferedImage.TYPE_INT_RGB);
    int[] colours = new int[width];
    for (int y = 0; y < picture.height(); y++) {
      byte[] row = picture.rows(y, 1);
      for (int x = 0; x < width; x++) {
        int at = 3 * x;
        colours[x] = (row[at] & 0xff) << 16 | (row[at + 1] & 0xff) << 8 | (row[at + 2] & 0xff);
      }
      image.setRGB(0, y, width, 1, colours, 0, width);
    }
    return image;
  }

  private void digit(PageDigit digit) {
    Box box = digit.box();
    Color color = Certainty.of(digit).color();
    double size = clamp(LABEL * box.height());
    float line = (float) Math.max(1.2, size / 9);
    outline(box, (int) Math.ceil(line), color, line, null);
    String label = digit.text();
    double gap = Math.ceil(line) + 0.35 * size;
    double above = box.y() - gap;
    // A digit at the upper edge has its label below.
    double baseline = above - size >= 0 ? above : box.y() + box.height() + gap + size;
    double left = box.x() + (box.width() - Lettering.width(label, size, size / 7)) / 2;
    write(label, left, baseline, size, color);
  }

  private void dropped(Dropped dropped) {
    Box box = dropped.box();
    float line = (float) Math.max(1, letters / 10);
    float[] dashes = {4 * line, 3 * line};
    outline(box, 0, DROPPED, line, dashes);
    double longest = Math.max(box.width(), box.height());
    if (longest >= LEAST_EXPLAINED * Math.min(page.width(), page.height())) {
      double size = 0.8 * letters;
      boolean roomAbove = box.y() > 2 * size;
      double baseline = roomAbove ? box.y() - 0.6 * size : box.y() + box.height() + 1.6 * size;
      String reason = dropped.reason().toString();
      double room = page.width() - Lettering.width(reason, size, size / 7) - 2;
      double left = Math.max(0, Math.min(room, box.x()));
      write(reason, left, Math.min(page.height() - 2.0, baseline), size, DROPPED);
    }
  }

  private void outline(Box box, int distance, Color color, float line, float[] dashes) {
    int left = box.x() - distance;
    int top = box.y() - distance;
    int width = box.width() - 1 + 2 * distance;
    int height = box.height() - 1 + 2 * distance;
    graphics.setColor(RIM);
    graphics.setStroke(new BasicStroke(2.4f * line));
    graphics.drawRect(left, top, width, height);
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke(line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
    graphics.drawRect(left, top, width, height);
  }

  /** Letters with a white rim. */
  private void write(String text, double left, double baseline, double size, Color color) {
    int x = (int) Math.round(left);
    int y = (int) Math.round(baseline);
    Lettering.write(image, text, x, y, size, size / 7 + Math.max(2, size / 6), Color.WHITE);
    Lettering.write(image, text, x, y, size, size / 7, color);
  }

  private static double clamp(double letters) {
    return Math.max(LEAST_LETTERS, Math.min(MOST_LETTERS, letters));
  }

  /** What the colours mean, in as many rows as the picture's width asks for. */
  private static final class Legend {
    private static final String DROPPED_THINGS = "dropped";

    private final Page page;
    private final double letters;
    private final int width;
    private final int rows;

    Legend(Page page, double letters, int width) {
      this.page = page;
      this.letters = letters;
      this.width = width;
      this.rows = lay(null);
    }

    int height() {
      return (int) Math.ceil((1.9 * rows + 0.9) * letters);
    }

    void draw(PagePicture drawing) {
      lay(drawing);
    }

    /**
     * Goes from item to item.
     *
     * @param drawing where to draw them; null to count only
     * @return number of rows
     */
    private int lay(PagePicture drawing) {
      double left = letters;
      int row = -1;
      for (Certainty step : Certainty.values()) {
        left = place(left, step.toString());
        row += left == letters ? 1 : 0;
        left = item(drawing, left, row, step.toString(), step.color(), null);
      }
      left = place(left, DROPPED_THINGS);
      row += left == letters ? 1 : 0;
      float dash = (float) letters / 4;
      item(drawing, left, row, DROPPED_THINGS, DROPPED, new float[] {dash, dash});
      return row + 1;
    }

    /** Where an item begins: in the same row, or at the beginning of the next. */
    private double place(double left, String text) {
      boolean first = left == letters;
      return first || left + wide(text) <= width ? left : letters;
    }

    private double wide(String text) {
      return 1.6 * letters + Lettering.width(text, letters, letters / 8) + 1.4 * letters;
    }

    private double item(
        PagePicture drawing, double left, int row, String text, Color color, float[] dashes) {
      if (drawing != null) {
        double baseline = page.height() + (1.9 * (row + 1)) * letters;
        int side = (int) Math.round(letters);
        Box box = new Box((int) Math.round(left), (int) Math.round(baseline - letters), side, side);
        drawing.outline(box, 0, color, (float) Math.max(1.2, letters / 6), dashes);
        int x = (int) Math.round(left + 1.6 * letters);
        int y = (int) Math.round(baseline);
        Lettering.write(drawing.image, text, x, y, letters, letters / 8, TEXT);
      }
      return left + wide(text);
    }
  }
}
