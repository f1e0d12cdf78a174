package io.github.inkling.core.vision;

import io.github.inkling.core.image.GrayImage;

/**
 * How brightness changes at every pixel of a picture: a vector that points to where it grows.
 * Immutable.
 */
public final class Gradient {
  private final int width;
  private final int height;
  private final float[] dx;
  private final float[] dy;

  Gradient(int width, int height, float[] dx, float[] dy) {
    this.width = width;
    this.height = height;
    this.dx = dx;
    this.dy = dy;
  }

  /**
   * Width of the picture.
   *
   * @return in pixels
   */
  public int width() {
    return width;
  }

  /**
   * Height of the picture.
   *
   * @return in pixels
   */
  public int height() {
    return height;
  }

  /**
   * The steepness at a place.
   *
   * @param x column from the left
   * @param y row from the top
   * @return length of the vector, in levels per pixel times 8 (the weight of Sobel's kernel)
   */
  public double magnitude(int x, int y) {
    int i = y * width + x;
    return Math.sqrt((double) dx[i] * dx[i] + (double) dy[i] * dy[i]);
  }

  /**
   * The direction at a place, in which it grows brighter.
   *
   * @param x column from the left
   * @param y row from the top
   * @return radians in -pi..pi: 0 to the right, pi/2 downwards; 0 where the picture is flat
   */
  public double direction(int x, int y) {
    int i = y * width + x;
    return Math.atan2(dy[i], dx[i]);
  }

  /**
   * The magnitude as a picture.
   *
   * @return as large as the picture, the steepest place 255; black if it is flat everywhere
   */
  public GrayImage toGrayImage() {
    double steepest = 0;
    for (int i = 0; i < dx.length; i++) {
      steepest = Math.max(steepest, magnitude(i % width, i / width));
    }
    byte[] pixels = new byte[dx.length];
    for (int i = 0; i < pixels.length && steepest > 0; i++) {
      pixels[i] = (byte) Math.round(255 * magnitude(i % width, i / width) / steepest);
    }
    return GrayImage.of(width, height, pixels);
  }
}
