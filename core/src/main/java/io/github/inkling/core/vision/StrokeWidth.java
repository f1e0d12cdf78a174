package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;

/**
 * Makes strokes wider or narrower by fractions of a pixel: the digit is blended with its grey-level
 * dilation or erosion by one pixel, which moves a soft edge as linear interpolation would move it.
 * One pixel is the mean of a diamond of 5 pixels and a square of 9: edges along the axes move by 1,
 * diagonal ones by 1.06.
 */
final class StrokeWidth {
  private static final int SIZE = DigitImage.SIZE;

  private StrokeWidth() {}

  /**
   * Changes the width of all strokes.
   *
   * @param levels 784 levels, at least 0, row by row; there is paper all around
   * @param pixels how much wider, -2 to 2: half of it on each side
   * @return 784 levels; {@code levels} themselves if there is nothing to change
   */
  static float[] change(float[] levels, double pixels) {
    if (pixels == 0) {
      return levels;
    }
    // An erosion of ink is a dilation of what is below 0. Paper is 0 and outside either way.
    float sign = pixels > 0 ? 1 : -1;
    float share = (float) Math.abs(pixels) / 2;
    float[] across = new float[levels.length];
    for (int i = 0; i < levels.length; i++) {
      int x = i % SIZE;
      float before = x > 0 ? sign * levels[i - 1] : 0;
      float behind = x < SIZE - 1 ? sign * levels[i + 1] : 0;
      across[i] = Math.max(sign * levels[i], Math.max(before, behind));
    }
    float[] changed = new float[levels.length];
    for (int i = 0; i < levels.length; i++) {
      boolean first = i < SIZE;
      boolean last = i >= levels.length - SIZE;
      float diamond =
          max(across[i], first ? 0 : sign * levels[i - SIZE], last ? 0 : sign * levels[i + SIZE]);
      float square = max(across[i], first ? 0 : across[i - SIZE], last ? 0 : across[i + SIZE]);
      changed[i] = (1 - share) * levels[i] + share * sign * (diamond + square) / 2;
    }
    return changed;
  }

  private static float max(float a, float b, float c) {
    return Math.max(a, Math.max(b, c));
  }
}
