package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Tells ink from paper by comparison with the strongest ink nearby, so that a pencil's and a pen's
 * strokes have their own thresholds. Weak ink is ink where it hangs together with strong ink
 * (hysteresis: Canny, "A computational approach to edge detection", IEEE PAMI 8(6), 1986).
 */
final class Binarizer {
  /** Ink stands out of the paper's noise by so many standard deviations, and by so many levels. */
  private static final double NOISE_SIGMAS = 4.5;

  private static final double LEAST_LEVEL = 18;

  /** Share of the strongest ink nearby that is strong. */
  private static final double STRONG = 0.42;

  /** Share of it that is weak, and how much lower weak ink's level may be. */
  private static final double WEAK = 0.28;

  private static final double WEAK_LEVEL = 0.75;

  /** Nearby is this share of the picture's longer side. */
  private static final double NEARBY = 1 / 40.0;

  private static final int LEAST_NEARBY = 9;
  private static final int LEVELS = 256;

  private Binarizer() {}

  /** 255 where there is ink, else 0. */
  static byte[] binarize(InkMap map) {
    return components(map).pixels();
  }

  /** The connected components of the ink. */
  static Components components(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Mat ink = map.toMat(scope);
      double least = Math.max(LEAST_LEVEL, NOISE_SIGMAS * map.noise());
      int reach = Math.max(LEAST_NEARBY, (int) (NEARBY * Math.max(map.width(), map.height()))) | 1;
      Mat nearby = scope.own(new Mat(), Mat::release);
      Mat window = scope.own(Mat.ones(new Size(reach, reach), CvType.CV_8UC1), Mat::release);
      Imgproc.dilate(ink, nearby, window);
      Imgproc.blur(nearby, nearby, new Size(reach, reach));
      byte[] strong = new byte[map.width() * map.height()];
      above(ink, nearby, STRONG, least, scope).get(0, 0, strong);
      Components weak = Components.of(above(ink, nearby, WEAK, WEAK_LEVEL * least, scope));
      boolean[] isInk = new boolean[weak.bound()];
      for (int i = 0; i < strong.length; i++) {
        isInk[weak.labels()[i]] |= strong[i] != 0;
      }
      return weak.where(component -> isInk[component]);
    }
  }

  private static Mat above(Mat ink, Mat nearby, double share, double least, NativeScope scope) {
    // A table has 256 thresholds; OpenCV's product of a picture and a number is slow.
    Mat table = scope.own(new Mat(1, LEVELS, CvType.CV_8UC1), Mat::release);
    byte[] levels = new byte[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      levels[level] = (byte) level;
    }
    table.put(0, 0, levels);
    Core.multiply(table, new Scalar(share), table);
    Core.max(table, new Scalar(least), table);
    Mat threshold = scope.own(new Mat(), Mat::release);
    Core.LUT(nearby, table, threshold);
    Core.compare(ink, threshold, threshold, Core.CMP_GT);
    return threshold;
  }
}
