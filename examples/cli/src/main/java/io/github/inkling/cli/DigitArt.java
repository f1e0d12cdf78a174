package io.github.inkling.cli;

import io.github.inkling.core.image.GrayImage;
import java.util.ArrayList;
import java.util.List;

/** Draws small pictures with characters, white on black, side by side. */
final class DigitArt {
  /** Size of a drawing in characters, which are about twice as high as wide. */
  static final int COLUMNS = 14;

  private static final int ROWS = 7;
  private static final int GAP = 2;

  /** Every block by which of its quarters are inked: 1 and 2 above, 4 and 8 below. */
  private static final String QUARTERS =
      " \u2598\u259d\u2580\u2596\u258c\u259e\u259b\u2597\u259a\u2590\u259c\u2584\u2599\u259f\u2588";

  private static final String SHADES = " .:+*#";
  private static final int INK = 96;

  private final boolean blocks;

  DigitArt(boolean blocks) {
    this.blocks = blocks;
  }

  /** Draws pictures in one row. */
  List<String> draw(List<GrayImage> pictures) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      StringBuilder line = new StringBuilder();
      for (GrayImage picture : pictures) {
        for (int column = 0; column < COLUMNS; column++) {
          line.append(blocks ? quarters(picture, column, row) : shade(picture, column, row));
        }
        line.append(" ".repeat(GAP));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Puts texts beneath the pictures, each in the middle. */
  static String captions(List<String> captions) {
    StringBuilder line = new StringBuilder();
    for (String caption : captions) {
      int left = (COLUMNS - caption.length()) / 2;
      line.append(" ".repeat(Math.max(0, left))).append(caption);
      line.append(" ".repeat(Math.max(0, COLUMNS - Math.max(0, left) - caption.length()) + GAP));
    }
    return line.toString().stripTrailing();
  }

  private static char quarters(GrayImage picture, int column, int row) {
    int inked = 0;
    for (int quarter = 0; quarter < 4; quarter++) {
      int x = 2 * column + quarter % 2;
      int y = 2 * row + quarter / 2;
      if (mean(picture, x, y, 2 * COLUMNS, 2 * ROWS) >= INK) {
        inked |= 1 << quarter;
      }
    }
    return QUARTERS.charAt(inked);
  }

  private static char shade(GrayImage picture, int column, int row) {
    return SHADES.charAt((int) (mean(picture, column, row, COLUMNS, ROWS) * SHADES.length() / 256));
  }

  /** The mean luminance of one cell of a grid that covers the picture. */
  private static double mean(GrayImage picture, int column, int row, int columns, int rows) {
    int left = column * picture.width() / columns;
    int right = Math.max(left + 1, (column + 1) * picture.width() / columns);
    int top = row * picture.height() / rows;
    int bottom = Math.max(top + 1, (row + 1) * picture.height() / rows);
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += picture.at(x, y);
      }
    }
    return sum / ((right - left) * (bottom - top));
  }
}
