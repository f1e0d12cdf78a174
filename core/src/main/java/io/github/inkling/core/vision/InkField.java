package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import java.util.List;

/**
 * A digit on a finer grid, as a shape that another pen can write: pixels are 1 where there is ink,
 * 0 where there is paper, and between on the edge. The ink's box fills the field, but for a margin.
 */
final class InkField {
  /** Pixels of the field to a pixel of the digit. */
  static final int FINE = 2;

  private static final float EDGE = 0.5f;

  private final int width;
  private final int height;
  private final float[] levels;

  InkField(int width, int height, float[] levels) {
    this.width = width;
    this.height = height;
    this.levels = levels;
  }

  /**
   * Enlarges a digit's ink by linear interpolation.
   *
   * @param digit not blank
   * @param slant columns that a row is moved to the right per row above the middle
   * @return the ink, with {@code margin} pixels of paper around it
   */
  static InkField of(DigitImage digit, double slant, int margin) {
    byte[] pixels = digit.pixels();
    DigitSampler sampler = new DigitSampler(pixels);
    int brightest = 1;
    for (byte pixel : pixels) {
      brightest = Math.max(brightest, pixel & 0xff);
    }
    int reach = (int) Math.ceil(FINE * slant * DigitImage.SIZE / 2);
    reach = Math.abs(reach) + FINE;
    int fineHeight = DigitImage.SIZE * FINE;
    int fineWidth = fineHeight + 2 * reach;
    float[] fine = new float[fineWidth * fineHeight];
    double middle = (DigitImage.SIZE - 1) / 2.0;
    for (int row = 0; row < fineHeight; row++) {
      double y = (row + 0.5) / FINE - 0.5;
      double shift = slant * (y - middle);
      for (int column = 0; column < fineWidth; column++) {
        double x = (column - reach + 0.5) / FINE - 0.5 + shift;
        fine[row * fineWidth + column] = sampler.linear((float) x, (float) y) / brightest;
      }
    }
    return new InkField(fineWidth, fineHeight, fine).cropped(margin);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The levels themselves, row by row. */
  float[] levels() {
    return levels;
  }

  /** Whether a place is ink more than paper. */
  boolean isInk(int x, int y) {
    return levels[y * width + x] >= EDGE;
  }

  /**
   * The mean width of the strokes: twice the ink's area by its perimeter, which on a grid is pi / 4
   * of the number of pixels' sides between ink and paper, on the average of all directions.
   */
  double strokeWidth() {
    int area = 0;
    int sides = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (isInk(x, y)) {
          area++;
          sides += x == 0 || !isInk(x - 1, y) ? 1 : 0;
          sides += x == width - 1 || !isInk(x + 1, y) ? 1 : 0;
          sides += y == 0 || !isInk(x, y - 1) ? 1 : 0;
          sides += y == height - 1 || !isInk(x, y + 1) ? 1 : 0;
        }
      }
    }
    return sides == 0 ? 0 : 2 * area / (Math.PI / 4 * sides);
  }

  /**
   * Writes the digit with another pen.
   *
   * @param from mean width of the strokes as they are, in pixels of the field
   * @param to their new width; thinner strokes keep their middle lines
   * @param added further strokes, whose middles lie in this field's coordinates
   * @return the digit, in as large a field as it needs
   */
  InkField written(double from, double to, List<PenStroke> added) {
    double half = to / 2;
    double growth = (to - from) / 2;
    int reach = (int) Math.ceil(half) + 2;
    int left = reach;
    int top = reach;
    int right = reach;
    int bottom = reach;
    for (PenStroke stroke : added) {
      left = Math.max(left, (int) Math.ceil(-stroke.left()) + reach);
      top = Math.max(top, (int) Math.ceil(-stroke.top()) + reach);
      right = Math.max(right, (int) Math.ceil(stroke.right()) - width + reach);
      bottom = Math.max(bottom, (int) Math.ceil(stroke.bottom()) - height + reach);
    }
    InkField page = padded(left, top, right, bottom);
    if (growth != 0) {
      page = page.grown(growth, half);
    }
    for (PenStroke stroke : added) {
      page.draw(stroke.moved(left, top), half);
    }
    return page;
  }

  /**
   * Draws the upper part out and the lower one together, or the other way: rows move smoothly, the
   * more the nearer they are to the middle, and the height stays.
   *
   * @param drawnOut natural logarithm of how many times higher the top row becomes, compared with
   *     the bottom row
   */
  InkField balanced(double drawnOut) {
    if (drawnOut == 0) {
      return this;
    }
    float[] balanced = new float[levels.length];
    for (int y = 0; y < height; y++) {
      double share = Math.expm1(drawnOut * (y + 0.5) / height) / Math.expm1(drawnOut);
      double row = Math.max(0, Math.min(height - 1, share * height - 0.5));
      int above = (int) row;
      int below = Math.min(height - 1, above + 1);
      float part = (float) (row - above);
      for (int x = 0; x < width; x++) {
        balanced[y * width + x] =
            (1 - part) * levels[above * width + x] + part * levels[below * width + x];
      }
    }
    return new InkField(width, height, balanced);
  }

  /** A copy, without the ink that is nearer than that to a stroke's middle. */
  InkField without(List<PenStroke> strokes, double half) {
    InkField rest = new InkField(width, height, levels.clone());
    for (PenStroke stroke : strokes) {
      rest.forEachNear(
          stroke, half, (i, covered) -> rest.levels[i] = Math.min(rest.levels[i], 1 - covered));
    }
    return rest;
  }

  private InkField padded(int left, int top, int right, int bottom) {
    int newWidth = width + left + right;
    float[] padded = new float[newWidth * (height + top + bottom)];
    for (int y = 0; y < height; y++) {
      System.arraycopy(levels, y * width, padded, (y + top) * newWidth + left, width);
    }
    return new InkField(newWidth, height + top + bottom, padded);
  }

  /** Moves the edges outwards, or inwards but for what lies near the middle lines. */
  private InkField grown(double growth, double half) {
    boolean[] ink = new boolean[levels.length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = levels[i] >= EDGE == growth > 0;
    }
    // The edge runs half a pixel before the nearest pixel of the other kind.
    float[] distance = DistanceTransform.of(ink, width);
    float[] grown = new float[levels.length];
    for (int i = 0; i < grown.length; i++) {
      double outside = growth > 0 ? distance[i] - 0.5 : 0.5 - distance[i];
      grown[i] = coverage(growth - outside);
    }
    if (growth < 0) {
      for (int i = 0; i < ink.length; i++) {
        ink[i] = !ink[i];
      }
      float[] fromMiddle = DistanceTransform.of(Midline.of(ink, width), width);
      for (int i = 0; i < grown.length; i++) {
        grown[i] = Math.max(grown[i], coverage(half - fromMiddle[i]));
      }
    }
    return new InkField(width, height, grown);
  }

  private void draw(PenStroke stroke, double half) {
    forEachNear(stroke, half, (i, covered) -> levels[i] = Math.max(levels[i], covered));
  }

  private void forEachNear(PenStroke stroke, double half, Place place) {
    int firstX = Math.max(0, (int) (stroke.left() - half) - 1);
    int firstY = Math.max(0, (int) (stroke.top() - half) - 1);
    int lastX = Math.min(width - 1, (int) (stroke.right() + half) + 1);
    int lastY = Math.min(height - 1, (int) (stroke.bottom() + half) + 1);
    for (int y = firstY; y <= lastY; y++) {
      for (int x = firstX; x <= lastX; x++) {
        place.visit(y * width + x, coverage(half - stroke.distance(x, y)));
      }
    }
  }

  /** Is told of a pixel by its number, and how much of it a stroke covers, 0 to 1. */
  @FunctionalInterface
  private interface Place {
    void visit(int pixel, float covered);
  }

  /** How much of a pixel is ink whose middle lies so far inside the edge. */
  private static float coverage(double inside) {
    return (float) Math.max(0, Math.min(1, 0.5 + inside));
  }

  /** The box of what is ink more than paper, and some paper around it. */
  InkField cropped(int margin) {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (isInk(x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    if (right < 0) {
      return this;
    }
    int newWidth = right - left + 1 + 2 * margin;
    int newHeight = bottom - top + 1 + 2 * margin;
    float[] cropped = new float[newWidth * newHeight];
    for (int y = Math.max(0, margin - top); y < newHeight && y + top - margin < height; y++) {
      int from = Math.max(0, left - margin);
      int to = Math.min(width, right + 1 + margin);
      System.arraycopy(
          levels,
          (y + top - margin) * width + from,
          cropped,
          y * newWidth + from - left + margin,
          to - from);
    }
    return new InkField(newWidth, newHeight, cropped);
  }
}
