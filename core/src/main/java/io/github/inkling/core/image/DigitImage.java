package io.github.inkling.core.image;

import java.util.Arrays;

/**
 * A normalised digit: 28 x 28 pixels, white ink (255) on black (0), the ink's centre of mass at the
 * picture's centre. Immutable.
 */
public final class DigitImage {
  /** Width and height in pixels. */
  public static final int SIZE = 28;

  /** Number of pixels. */
  public static final int PIXELS = SIZE * SIZE;

  private final byte[] pixels;

  private DigitImage(byte[] pixels) {
    this.pixels = pixels;
  }

  /**
   * Wraps a copy of the pixels.
   *
   * @param pixels 784 values, row by row from the top, each an unsigned byte (0 paper, 255 ink)
   * @return the digit
   * @throws IllegalArgumentException if there are not 784 pixels
   */
  public static DigitImage of(byte[] pixels) {
    if (pixels.length != PIXELS) {
      throw new IllegalArgumentException(
          "a digit has " + PIXELS + " pixels (28 x 28), not " + pixels.length);
    }
    return new DigitImage(pixels.clone());
  }

  /**
   * The ink at a place.
   *
   * @param x column, 0 to 27 from the left
   * @param y row, 0 to 27 from the top
   * @return 0 (paper) to 255 (ink)
   */
  public int at(int x, int y) {
    return pixels[y * SIZE + x] & 0xff;
  }

  /**
   * Copies the pixels.
   *
   * @return 784 unsigned bytes, row by row
   */
  public byte[] pixels() {
    return pixels.clone();
  }

  /**
   * Copies the pixels into an array.
   *
   * @param target where to
   * @param offset index of the first of the 784 bytes in {@code target}
   */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(pixels, 0, target, offset, PIXELS);
  }

  /**
   * Whether there is no ink at all.
   *
   * @return true if every pixel is 0
   */
  public boolean isBlank() {
    for (byte pixel : pixels) {
      if (pixel != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The same pixels as a picture.
   *
   * @return a 28 x 28 picture
   */
  public GrayImage toGrayImage() {
    return GrayImage.of(SIZE, SIZE, pixels);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DigitImage that && Arrays.equals(pixels, that.pixels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels);
  }

  @Override
  public String toString() {
    return "DigitImage[28 x 28]";
  }
}
