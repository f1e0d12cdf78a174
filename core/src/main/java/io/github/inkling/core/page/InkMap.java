package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * How much of the light ink takes away, pixel by pixel: 0 is paper, 255 would be ink that swallows
 * all light.
 */
final class InkMap {
  private final int width;
  private final int height;
  private final byte[] levels;
  private final double noise;

  /**
   * Wraps levels.
   *
   * @param noise standard deviation of the paper's levels
   */
  InkMap(int width, int height, byte[] levels, double noise) {
    this.width = width;
    this.height = height;
    this.levels = levels;
    this.noise = noise;
  }

  static InkMap of(Mat mat, double noise) {
    byte[] levels = new byte[mat.rows() * mat.cols()];
    mat.get(0, 0, levels);
    return new InkMap(mat.cols(), mat.rows(), levels, noise);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double noise() {
    return noise;
  }

  /** The levels themselves, row by row. */
  byte[] levels() {
    return levels;
  }

  Mat toMat(NativeScope scope) {
    Mat mat = scope.own(new Mat(height, width, CvType.CV_8UC1), Mat::release);
    mat.put(0, 0, levels);
    return mat;
  }

  /** The map turned clockwise by a number of right angles, 0 to 3. */
  InkMap turned(int quarters) {
    if (quarters == 0) {
      return this;
    }
    int[] codes = {Core.ROTATE_90_CLOCKWISE, Core.ROTATE_180, Core.ROTATE_90_COUNTERCLOCKWISE};
    try (NativeScope scope = new NativeScope()) {
      Mat turned = scope.own(new Mat(), Mat::release);
      Core.rotate(toMat(scope), turned, codes[quarters - 1]);
      return of(turned, noise);
    }
  }
}
