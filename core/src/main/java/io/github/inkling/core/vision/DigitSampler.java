package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;

/** A digit between its pixels. On a pixel it is that pixel; there is paper all around. */
final class DigitSampler {
  /** Cubic convolution reaches less than 2 pixels. */
  private static final int REACH = 2;

  private static final int MARGIN = 3;
  private static final int STRIDE = DigitImage.SIZE + 2 * MARGIN;

  private final float[] padded = new float[STRIDE * STRIDE];
  private float left = STRIDE;
  private float right = -STRIDE;
  private float top = STRIDE;
  private float bottom = -STRIDE;

  /**
   * Copies a digit.
   *
   * @param pixels 784 unsigned bytes
   */
  DigitSampler(byte[] pixels) {
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        int level = pixels[y * DigitImage.SIZE + x] & 0xff;
        if (level != 0) {
          padded[(y + MARGIN) * STRIDE + x + MARGIN] = level;
          left = Math.min(left, x - REACH);
          right = Math.max(right, x + REACH);
          top = Math.min(top, y - REACH);
          bottom = Math.max(bottom, y + REACH);
        }
      }
    }
  }

  /**
   * The level at a place by linear interpolation.
   *
   * @param x column, in pixel indices
   * @param y row
   * @return 0 to 255
   */
  float linear(float x, float y) {
    if (isPaper(x, y)) {
      return 0;
    }
    int column = (int) (x + MARGIN);
    int row = (int) (y + MARGIN);
    float right = x + MARGIN - column;
    float down = y + MARGIN - row;
    int i = row * STRIDE + column;
    float above = padded[i] + right * (padded[i + 1] - padded[i]);
    i += STRIDE;
    float below = padded[i] + right * (padded[i + 1] - padded[i]);
    return above + down * (below - above);
  }

  /**
   * The level at a place by cubic convolution (Keys, "Cubic convolution interpolation for digital
   * image processing", IEEE Trans. ASSP 29(6), 1981, with a = -1/2): sharper than linear
   * interpolation, so that strokes do not fade.
   *
   * @param x column, in pixel indices
   * @param y row
   * @return 0 to 255, and a little beyond where edges are sharp
   */
  float cubic(float x, float y) {
    if (isPaper(x, y)) {
      return 0;
    }
    int column = (int) (x + MARGIN);
    int row = (int) (y + MARGIN);
    float t = x + MARGIN - column;
    float w0 = t * (t * (1 - 0.5f * t) - 0.5f);
    float w1 = t * t * (1.5f * t - 2.5f) + 1;
    float w2 = t * (t * (2 - 1.5f * t) + 0.5f);
    float w3 = t * t * (0.5f * t - 0.5f);
    int i = (row - 1) * STRIDE + column - 1;
    float a = row(i, w0, w1, w2, w3);
    float b = row(i + STRIDE, w0, w1, w2, w3);
    float c = row(i + 2 * STRIDE, w0, w1, w2, w3);
    float d = row(i + 3 * STRIDE, w0, w1, w2, w3);
    t = y + MARGIN - row;
    return t * (t * (1 - 0.5f * t) - 0.5f) * a
        + (t * t * (1.5f * t - 2.5f) + 1) * b
        + t * (t * (2 - 1.5f * t) + 0.5f) * c
        + t * t * (0.5f * t - 0.5f) * d;
  }

  private boolean isPaper(float x, float y) {
    return !(x > left && x < right && y > top && y < bottom);
  }

  private float row(int i, float w0, float w1, float w2, float w3) {
    return w0 * padded[i] + w1 * padded[i + 1] + w2 * padded[i + 2] + w3 * padded[i + 3];
  }
}
