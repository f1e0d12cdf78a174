package io.github.inkling.core.page;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.opencv.NativeScope;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Whether ink is darker than what it is written on, or lighter as chalk is. */
enum InkTone {
  DARK,
  LIGHT;

  /** Contrast is measured in a smaller picture. */
  private static final int LONGEST_SIDE = 800;

  /** In so many of its pixels across, strokes cover less than the half. */
  private static final int SURROUNDINGS = 43;

  /** What differs less from its surroundings is no stroke. */
  private static final int LEAST_CONTRAST = 25;

  /** A board is darker than this, and so are many photographs of paper. */
  private static final double DARK_GROUND = 150;

  /**
   * The tones that the ink of a page may have. What looks like a board with chalk may still be
   * dark, if it is paper on a dark cloth, say.
   *
   * @return the likelier one first
   */
  static List<InkTone> candidates(ColorImage picture) {
    return mayBeLight(picture) ? List.of(LIGHT, DARK) : List.of(DARK);
  }

  private static boolean mayBeLight(ColorImage picture) {
    try (NativeScope scope = new NativeScope()) {
      Mat gray = sampled(picture, scope);
      if (Core.mean(gray).val[0] >= DARK_GROUND) {
        return false;
      }
      Imgproc.medianBlur(gray, gray, 3);
      Mat ground = scope.own(new Mat(), Mat::release);
      Mat light = scope.own(new Mat(), Mat::release);
      Mat dark = scope.own(new Mat(), Mat::release);
      Imgproc.medianBlur(gray, ground, SURROUNDINGS);
      Core.subtract(gray, ground, light);
      Core.subtract(ground, gray, dark);
      Imgproc.threshold(light, light, LEAST_CONTRAST, 255, Imgproc.THRESH_TOZERO);
      Imgproc.threshold(dark, dark, LEAST_CONTRAST, 255, Imgproc.THRESH_TOZERO);
      return Core.sumElems(light).val[0] > Core.sumElems(dark).val[0];
    }
  }

  /** Every so many pixels, in grey. */
  private static Mat sampled(ColorImage picture, NativeScope scope) {
    int step = (Math.max(picture.width(), picture.height()) + LONGEST_SIDE - 1) / LONGEST_SIDE;
    int columns = (picture.width() + step - 1) / step;
    int rows = (picture.height() + step - 1) / step;
    byte[] levels = new byte[columns * rows];
    for (int row = 0; row < rows; row++) {
      byte[] rgb = picture.rows(row * step, 1);
      for (int column = 0; column < columns; column++) {
        int at = 3 * column * step;
        int sum = (rgb[at] & 0xff) + 2 * (rgb[at + 1] & 0xff) + (rgb[at + 2] & 0xff);
        levels[row * columns + column] = (byte) (sum / 4);
      }
    }
    Mat gray = scope.own(new Mat(rows, columns, CvType.CV_8UC1), Mat::release);
    gray.put(0, 0, levels);
    return gray;
  }

  /** Makes ink darker than its ground, in place. */
  void darken(Mat rgb) {
    if (this == LIGHT) {
      Core.bitwise_not(rgb, rgb);
    }
  }
}
