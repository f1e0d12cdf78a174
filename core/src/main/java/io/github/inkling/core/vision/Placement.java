package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Puts ink onto 28 x 28 pixels by one affine warp that crops, scales, deskews and centres, so that
 * the picture is interpolated once. Only ink that is clearly too large is first made smaller by
 * averaging areas, which no interpolation does. Ink that only moves does so by whole pixels, and is
 * not interpolated at all: half a pixel would blur every stroke.
 */
final class Placement {
  private static final double REDUCE_BELOW = 0.75;

  /** Longer sides OpenCV does not warp: it counts pixels by short integers. */
  private static final int LONGEST_WARPED = Short.MAX_VALUE - 1;

  private static final Size DIGIT = new Size(DigitImage.SIZE, DigitImage.SIZE);
  private static final Scalar PAPER = new Scalar(0);

  private final Mat affine;
  private final Mat padded;
  private final Mat reduced;
  private final Mat digit;
  private final double[] matrix = new double[6];

  Placement(NativeScope scope) {
    affine = scope.own(new Mat(2, 3, CvType.CV_64FC1), Mat::release);
    padded = scope.own(new Mat(), Mat::release);
    reduced = scope.own(new Mat(), Mat::release);
    digit = scope.own(new Mat(), Mat::release);
  }

  /**
   * Warps the ink.
   *
   * @param mat white ink on black
   * @param ink where its ink is
   * @param scale pixels of the digit per pixel of the picture, above 0
   * @param shear columns that a row is moved to the left per row below the anchor
   * @param anchor the point of the picture that stays in place when it is sheared
   * @param target where the anchor comes to lie, column and row of the digit
   * @param pixels receives the 784 pixels
   */
  void place(
      Mat mat, Ink ink, double scale, double shear, Anchor anchor, double target, byte[] pixels) {
    Mat source = mat;
    double x = anchor.x();
    double y = anchor.y();
    double step = 1 / scale;
    if (scale < REDUCE_BELOW) {
      int width = (int) Math.ceil(ink.width() * scale);
      int height = (int) Math.ceil(ink.height() * scale);
      source = reduce(mat, ink, width, height, scale);
      x = (x - ink.left() + 0.5) * reduced.cols() / padded.cols() - 0.5;
      y = (y - ink.top() + 0.5) * reduced.rows() / padded.rows() - 0.5;
      step = 1;
    } else if (Math.max(mat.cols(), mat.rows()) > LONGEST_WARPED) {
      source = crop(mat, ink);
      x -= ink.left();
      y -= ink.top();
    }
    matrix[0] = step;
    matrix[1] = step * shear;
    matrix[2] = x - step * target - step * shear * target;
    matrix[4] = step;
    matrix[5] = y - step * target;
    if (scale == 1 && shear == 0) {
      matrix[2] = Math.rint(matrix[2]);
      matrix[5] = Math.rint(matrix[5]);
    }
    affine.put(0, 0, matrix);
    Imgproc.warpAffine(
        source,
        digit,
        affine,
        DIGIT,
        Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
        Core.BORDER_CONSTANT,
        PAPER);
    digit.get(0, 0, pixels);
  }

  private Mat crop(Mat mat, Ink ink) {
    Mat box = mat.submat(new Rect(ink.left(), ink.top(), ink.width(), ink.height()));
    try {
      box.copyTo(padded);
    } finally {
      NativeScope.release(box, Mat::release);
    }
    return padded;
  }

  /** Reduces the ink's box to {@code width x height}, with paper added to fill whole pixels. */
  private Mat reduce(Mat mat, Ink ink, int width, int height, double scale) {
    int right = paperToFill(width, ink.width(), scale);
    int below = paperToFill(height, ink.height(), scale);
    Mat box = mat.submat(new Rect(ink.left(), ink.top(), ink.width(), ink.height()));
    try {
      Core.copyMakeBorder(
          box, padded, 0, below, 0, right, Core.BORDER_CONSTANT | Core.BORDER_ISOLATED, PAPER);
    } finally {
      NativeScope.release(box, Mat::release);
    }
    Imgproc.resize(padded, reduced, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
    return reduced;
  }

  /**
   * Paper up to the end of the last pixel. Ink thinner than a single pixel is stretched to it
   * instead: paper would make it fainter, down to nothing, and take any amount of memory.
   */
  private static int paperToFill(int pixels, int ink, double scale) {
    return ink * scale < 1 ? 0 : Math.max(0, (int) Math.round(pixels / scale) - ink);
  }

  /**
   * A point of the picture, in pixel indices.
   *
   * @param x column
   * @param y row
   */
  record Anchor(double x, double y) {}
}
