package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How much of the light ink takes away, pixel by pixel: 0 is paper, 255 would be ink that swallows
 * all light.
 */
final class InkMap {
  /** What is finer than this share of a digit's height is grain, and at most so many pixels. */
  private static final double GRAIN = 1 / 45.0;

  private static final double COARSEST_GRAIN = 4;

  /** Share of a digit's height of the gaps that a pencil leaves in a stroke. */
  private static final double GAP = 0.035;

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

  /**
   * The map without the grain of pencil and paper, which is finer than strokes: gaps in them are
   * closed, and the rest is blurred.
   *
   * @param height the height of digits, roughly; nothing is done if it is 0
   */
  InkMap withoutGrain(double height) {
    double sigma = Math.min(COARSEST_GRAIN, GRAIN * height);
    if (sigma == 0) {
      return this;
    }
    try (NativeScope scope = new NativeScope()) {
      Mat ink = toMat(scope);
      int gap = Math.max(1, (int) Math.round(GAP * height));
      Mat disc = StructuringElements.disc(gap, scope);
      Imgproc.morphologyEx(ink, ink, Imgproc.MORPH_CLOSE, disc);
      Imgproc.GaussianBlur(ink, ink, new Size(0, 0), sigma);
      return of(ink, noise / (1 + sigma));
    }
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
