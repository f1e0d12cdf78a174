package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** What hangs together with ink is ink at a lower share and a lower level. */
  private static final double WEAK_SHARE = 0.28;

  private static final double WEAK_PART = 0.75;

  /** What is finer than this share of a digit's height is grain. */
  private static final double GRAIN = 1 / 45.0;

  private static final double COARSEST_GRAIN = 4;

  /** Share of a digit's height of the gaps that a pencil leaves in a stroke. */
  private static final double GAP = 0.05;

  /** Share of a digit's height by which its strokes may be broken and still be one piece. */
  private static final double BROKEN = 0.08;

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
      byte[] weak = above(ink, strongest, WEAK_SHARE, WEAK_PART * least, scope);
      byte[] strong = above(ink, strongest, SHARE, least, scope);
      return connected(weak, strong, map.width(), map.height(), scope);
    }
  }

  private static byte[] above(
      Mat ink, Mat strongest, double share, double least, NativeScope scope) {
    Mat threshold = scope.own(new Mat(), Mat::release);
    Core.multiply(strongest, new Scalar(share), threshold);
    Core.max(threshold, new Scalar(least), threshold);
    Core.compare(ink, threshold, threshold, Core.CMP_GT);
    byte[] pixels = new byte[ink.rows() * ink.cols()];
    threshold.get(0, 0, pixels);
    return pixels;
  }

  /** Weak ink that hangs together with strong ink (hysteresis). */
  private static byte[] connected(
      byte[] weak, byte[] strong, int width, int height, NativeScope scope) {
    Mat mask = scope.own(new Mat(height, width, CvType.CV_8UC1), Mat::release);
    mask.put(0, 0, weak);
    Mat labelMat = scope.own(new Mat(), Mat::release);
    int count = Imgproc.connectedComponents(mask, labelMat, 8);
    int[] labels = new int[weak.length];
    labelMat.get(0, 0, labels);
    boolean[] isStrong = new boolean[count];
    for (int i = 0; i < labels.length; i++) {
      if (strong[i] != 0) {
        isStrong[labels[i]] = true;
      }
    }
    isStrong[0] = false;
    for (int i = 0; i < labels.length; i++) {
      weak[i] = (byte) (isStrong[labels[i]] ? 255 : 0);
    }
    return weak;
  }

  /** A map without the grain of pencils and paper, which is finer than digits of a height. */
  static InkMap smooth(InkMap map, double height) {
    try (NativeScope scope = new NativeScope()) {
      Mat ink = map.toMat(scope);
      int gap = (int) Math.round(GAP * height);
      if (gap > 1) {
        Mat kernel =
            scope.own(
                Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(gap, gap)),
                Mat::release);
        Imgproc.morphologyEx(ink, ink, Imgproc.MORPH_CLOSE, kernel);
      }
      double sigma = Math.min(COARSEST_GRAIN, GRAIN * height);
      Imgproc.GaussianBlur(ink, ink, new Size(0, 0), sigma);
      return InkMap.of(ink, map.noise() / (1 + sigma));
    }
  }

  /** How tall digits are, roughly: the size of the pieces in which half of the ink is. */
  static double roughHeight(InkMap map) {
    List<Piece> sorted = new ArrayList<>(of(map, binarize(map), 0));
    sorted.sort(Comparator.comparingInt(Pieces::roughSize));
    long total = sorted.stream().mapToLong(Piece::area).sum();
    long seen = 0;
    for (Piece piece : sorted) {
      seen += piece.area();
      if (2 * seen >= total) {
        return roughSize(piece);
      }
    }
    return 0;
  }

  /** A whole line whose digits touch is no tall digit. */
  private static int roughSize(Piece piece) {
    return Math.min(piece.size(), 2 * Math.min(piece.width(), piece.height()));
  }

  /**
   * The pieces of at least some pixels, from the largest to the smallest.
   *
   * @param height the height of digits, roughly
   */
  static List<Piece> of(InkMap map, double height) {
    return of(map, binarize(map), (int) Math.round(BROKEN * height));
  }

  /**
   * Finds pieces.
   *
   * @param gap pixels of paper across which strokes still hang together
   */
  private static List<Piece> of(InkMap map, byte[] binary, int gap) {
    try (NativeScope scope = new NativeScope()) {
      Mat mask = scope.own(new Mat(map.height(), map.width(), CvType.CV_8UC1), Mat::release);
      mask.put(0, 0, binary);
      if (gap > 0) {
        Mat kernel =
            scope.own(
                Imgproc.getStructuringElement(
                    Imgproc.MORPH_ELLIPSE, new Size(gap + 1.0, gap + 1.0)),
                Mat::release);
        Imgproc.dilate(mask, mask, kernel);
      }
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
          pieces.add(cut(map, binary, labels, label, box));
        }
      }
      pieces.sort((a, b) -> Integer.compare(b.area(), a.area()));
      return pieces;
    }
  }

  private static Piece cut(InkMap map, byte[] binary, int[] labels, int label, Box box) {
    byte[] levels = new byte[box.width() * box.height()];
    for (int row = 0; row < box.height(); row++) {
      int from = (box.y() + row) * map.width() + box.x();
      for (int column = 0; column < box.width(); column++) {
        if (labels[from + column] == label && binary[from + column] != 0) {
          levels[row * box.width() + column] =
              (byte) Math.max(1, map.levels()[from + column] & 0xff);
        }
      }
    }
    return new Piece(box, levels).trimmed();
  }
}
