package io.github.inkling.core.page;

import java.awt.Color;
import java.util.List;

/**
 * What colours and lines mean: a strip to go below a picture, so that it hides nothing, in as many
 * rows as the picture's width asks for.
 */
final class Legend {
  private static final Color STRIP = new Color(0xf7f6f3);
  private static final Color TEXT = new Color(0x26282c);
  private static final double LEAST_LETTERS = 8;
  private static final double MOST_LETTERS = 60;

  /** Between the rows' baselines, in heights of the letters. */
  private static final double LEADING = 1.9;

  private final List<Item> items;
  private final double letters;
  private final int width;
  private final int rows;

  /** Draws an example of what is meant into a square. */
  @FunctionalInterface
  interface Swatch {
    void draw(Canvas canvas, Box square);
  }

  /**
   * A thing in the picture.
   *
   * @param text what it is
   * @param swatches squares with what it looks like, side by side
   */
  record Item(String text, List<Swatch> swatches) {
    Item(String text, Swatch swatch) {
      this(text, List.of(swatch));
    }
  }

  /** A legend below a picture. */
  Legend(List<Item> items, int width, int height) {
    this.items = List.copyOf(items);
    this.width = width;
    this.letters = letters(width, height);
    this.rows = lay(null, 0);
  }

  /**
   * The height of capitals that suit a picture of a size. However long and narrow it is, they are
   * legible when all of it is on a screen, and several fit into a row.
   */
  static double letters(int width, int height) {
    double legible = Math.max(Math.min(width, height) / 75.0, Math.max(width, height) / 160.0);
    return Math.max(LEAST_LETTERS, Math.min(MOST_LETTERS, Math.min(legible, width / 18.0)));
  }

  int height() {
    return (int) Math.ceil((LEADING * rows + 0.9) * letters);
  }

  /** Draws it below a row of the picture. */
  void draw(Canvas canvas, int top) {
    canvas.fill(new Box(0, top, width, height()), STRIP);
    lay(canvas, top);
  }

  /**
   * Goes from item to item.
   *
   * @param canvas where to draw them; null to count only
   * @return number of rows
   */
  private int lay(Canvas canvas, int top) {
    double left = letters;
    int row = 1;
    for (Item item : items) {
      if (left > letters && left + wide(item) > width) {
        left = letters;
        row++;
      }
      if (canvas != null) {
        draw(canvas, item, left, top + LEADING * row * letters);
      }
      left += wide(item) + 1.4 * letters;
    }
    return row;
  }

  private double wide(Item item) {
    return indent(item) + Canvas.width(item.text, letters);
  }

  /** Room for an item's swatches and the gap behind them. */
  private double indent(Item item) {
    return (1.2 * item.swatches.size() + 0.4) * letters;
  }

  private void draw(Canvas canvas, Item item, double left, double baseline) {
    int side = (int) Math.round(letters);
    for (int i = 0; i < item.swatches.size(); i++) {
      int x = (int) Math.round(left + 1.2 * i * letters);
      int y = (int) Math.round(baseline - letters);
      item.swatches.get(i).draw(canvas, new Box(x, y, side, side));
    }
    canvas.text(item.text, left + indent(item), baseline, letters, TEXT);
  }
}
