package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the connected pieces of ink. What is ink is decided by comparison with the strongest ink
 * nearby, so that a pencil's and a pen's strokes have their own thresholds.
 */
final class Pieces {
  /** Ink stands out of the paper's noise by so many standard deviations, and by so many levels. */
  private static final double NOISE_SIGMAS = 4.5;

  private static final double LEAST_LEVEL = 18;

  /** Share of the strongest ink nearby that is ink. */
  private static final double SHARE = 0.42;

  /** Below this many pixels it is dust. */
  private static final int LEAST_AREA = 6;

  private static final int COLUMN_X = 0;
  private static final int COLUMN_Y = 1;
  private static final int COLUMN_WIDTH = 2;
  private static final int COLUMN_HEIGHT = 3;
  private static final int COLUMN_AREA = 4;
  private static final int COLUMNS = 5;

  private Pieces() {}

  /** 255 where there is ink, else 0. */
  static byte[] binarize(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Mat ink = map.toMat(scope);
      double least = Math.max(LEAST_LEVEL, NOISE_SIGMAS * map.noise());
      int reach = Math.max(9, Math.max(map.width(), map.height()) / 40) | 1;
      Mat strongest = scope.own(new Mat(), Mat::release);
      Mat kernel = scope.own(Mat.ones(new Size(reach, reach), CvType.CV_8UC1), Mat::release);
      Imgproc.dilate(ink, strongest, kernel);
      Imgproc.blur(strongest, strongest, new Size(reach, reach));
      Core.multiply(strongest, new Scalar(SHARE), strongest);
      Core.max(strongest, new Scalar(least), strongest);
      Mat binary = scope.own(new Mat(), Mat::release);
      Core.compare(ink, strongest, binary, Core.CMP_GT);
      byte[] pixels = new byte[map.width() * map.height()];
      binary.get(0, 0, pixels);
      return pixels;
    }
  }

  /** The pieces of at least some pixels, from the largest to the smallest. */
  static List<Piece> of(InkMap map, byte[] binary) {
    try (NativeScope scope = new NativeScope()) {
      Mat mask = scope.own(new Mat(map.height(), map.width(), CvType.CV_8UC1), Mat::release);
      mask.put(0, 0, binary);
      Mat labelMat = scope.own(new Mat(), Mat::release);
      Mat stats = scope.own(new Mat(), Mat::release);
      Mat centers = scope.own(new Mat(), Mat::release);
      int count = Imgproc.connectedComponentsWithStats(mask, labelMat, stats, centers, 8);
      int[] labels = new int[map.width() * map.height()];
      labelMat.get(0, 0, labels);
      int[] table = new int[count * COLUMNS];
      stats.get(0, 0, table);
      List<Piece> pieces = new ArrayList<>();
      for (int label = 1; label < count; label++) {
        int at = label * COLUMNS;
        if (table[at + COLUMN_AREA] >= LEAST_AREA) {
          Box box =
              new Box(
                  table[at + COLUMN_X],
                  table[at + COLUMN_Y],
                  table[at + COLUMN_WIDTH],
                  table[at + COLUMN_HEIGHT]);
          pieces.add(cut(map, labels, label, box));
        }
      }
      pieces.sort((a, b) -> Integer.compare(b.area(), a.area()));
      return pieces;
    }
  }

  private static Piece cut(InkMap map, int[] labels, int label, Box box) {
    byte[] levels = new byte[box.width() * box.height()];
    for (int row = 0; row < box.height(); row++) {
      int from = (box.y() + row) * map.width() + box.x();
      for (int column = 0; column < box.width(); column++) {
        if (labels[from + column] == label) {
          levels[row * box.width() + column] =
              (byte) Math.max(1, map.levels()[from + column] & 0xff);
        }
      }
    }
    return new Piece(box, levels);
  }
}
