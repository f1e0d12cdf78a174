package io.github.inkling.evaluation.robustness;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import java.util.Arrays;

/**
 * A picture as levels of ink, 0 for paper and 1 for its strongest ink, whichever of the two is
 * lighter. Light paper is inverted first and last, so that a picture and its negative go through
 * the same arithmetic, down to the rounding.
 */
final class InkPicture {
  /** What is fainter than this is not missed when the edge of the picture cuts it off. */
  private static final float VISIBLE = 0.2f;

  private final int width;
  private final int height;
  private final float[] ink;
  private final boolean inverted;
  private final float paper;
  private final float contrast;

  private InkPicture(
      int width, int height, float[] ink, boolean inverted, float paper, float contrast) {
    this.width = width;
    this.height = height;
    this.ink = ink;
    this.inverted = inverted;
    this.paper = paper;
    this.contrast = contrast;
  }

  /**
   * Paper is the median of the border, ink whatever is farthest from it. If all is paper, ink is
   * the end of the range that is farther.
   */
  static InkPicture of(GrayImage image) {
    int[] levels = new int[image.width() * image.height()];
    byte[] pixels = image.pixels();
    int least = 255;
    int most = 0;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = pixels[i] & 0xff;
      least = Math.min(least, levels[i]);
      most = Math.max(most, levels[i]);
    }
    float border = borderMedian(levels, image.width(), image.height());
    float above = most - border;
    float below = border - least;
    boolean inverted = above == below ? border > 127.5f : below > above;
    float paper = inverted ? 255 - border : border;
    float contrast = most == least ? 255 - paper : Math.max(above, below);
    float[] ink = new float[levels.length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = ((inverted ? 255 - levels[i] : levels[i]) - paper) / contrast;
    }
    return new InkPicture(image.width(), image.height(), ink, inverted, paper, contrast);
  }

  /** The same paper with other ink on it; the array is given away. */
  InkPicture with(float[] changed) {
    return new InkPicture(width, height, changed, inverted, paper, contrast);
  }

  GrayImage toGrayImage() {
    byte[] pixels = new byte[ink.length];
    for (int i = 0; i < pixels.length; i++) {
      int level = Math.max(0, Math.min(255, Math.round(paper + ink[i] * contrast)));
      pixels[i] = (byte) (inverted ? 255 - level : level);
    }
    return GrayImage.of(width, height, pixels);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The levels of all pixels, row by row: not a copy, and not to be written to. */
  float[] ink() {
    return ink;
  }

  /** The levels with so many rows and columns of paper all around. */
  float[] padded(int margin) {
    int stride = width + 2 * margin;
    float[] padded = new float[stride * (height + 2 * margin)];
    for (int y = 0; y < height; y++) {
      System.arraycopy(ink, y * width, padded, (y + margin) * stride + margin, width);
    }
    return padded;
  }

  /** As many pixels as MNIST has one. */
  double unit() {
    return Math.max(width, height) / (double) DigitImage.SIZE;
  }

  /** Whether there is ink to be seen at a place, numbered row by row. */
  boolean isVisible(int place) {
    return ink[place] >= VISIBLE;
  }

  /** Whether all ink would be inside the picture if it were so much larger. */
  boolean hasRoomFor(double factor) {
    Bounds bounds = Bounds.of(this, 1, 0, 0, 1);
    return bounds.width() * factor <= width && bounds.height() * factor <= height;
  }

  private static float borderMedian(int[] levels, int width, int height) {
    int[] border = new int[2 * (width + height)];
    int count = 0;
    for (int y = 0; y < height; y++) {
      int step = y == 0 || y == height - 1 ? 1 : Math.max(1, width - 1);
      for (int x = 0; x < width; x += step) {
        border[count++] = levels[y * width + x];
      }
    }
    Arrays.sort(border, 0, count);
    return (border[(count - 1) / 2] + border[count / 2]) / 2f;
  }
}
