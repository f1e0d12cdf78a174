package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Tells ink from paper by comparison with the strongest ink nearby, so that a pencil's and a pen's
 * strokes have their own thresholds. Weak ink is ink where it hangs together with strong ink
 * (hysteresis: Canny, "A computational approach to edge detection", IEEE PAMI 8(6), 1986), faint
 * ink where it fills a short gap of other ink or leads from one piece of it to another.
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

  /**
   * Faint ink, as a share of the strongest nearby, is ink between other ink: the lighter places of
   * a pencil's stroke. Elsewhere it is a shadow or shines through the paper. These numbers and
   * those of gaps and bridges are the ones that suit made-up pages best, of pencil and of all other
   * kinds.
   */
  private static final double FAINT = 0.11;

  private static final double FAINT_LEVEL = 8;

  /** Gaps are narrower than this share of what is nearby, or than so many pixels. */
  private static final double GAP = 0.3;

  private static final int LEAST_GAP = 3;

  /** Where faint ink leads from one piece of ink to another, gaps are this long at most. */
  private static final double BRIDGE = 0.8;

  /** The paper around has more than this share of the picture, the hole of a digit has less. */
  private static final double LARGEST_HOLE = 0.05;

  /** Faint ink that is narrower, in pixels, is the soft edge of other ink. */
  private static final int EDGE = 3;

  /** Nearby is this share of the picture's longer side. */
  private static final double NEARBY = 1 / 40.0;

  private static final int LEAST_NEARBY = 9;
  private static final int LEVELS = 256;
  private static final Point CENTER = new Point(-1, -1);

  private Binarizer() {}

  /** 255 where there is ink, else 0. */
  static byte[] binarize(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Mat ink = map.toMat(scope);
      Mat nearby = nearby(ink, scope);
      Components components = components(ink, nearby, map.noise(), scope);
      Mat binary = mat(components, ink, scope);
      double least = Math.max(FAINT_LEVEL, NOISE_SIGMAS * map.noise());
      Mat faint = above(ink, nearby, FAINT, least, scope);
      Core.subtract(faint, binary, faint);
      Mat gaps = gaps(components, binary, faint, scope);
      Mat bridges = bridges(components, faint, scope);
      Core.bitwise_or(binary, gaps, binary);
      Core.bitwise_or(binary, bridges, binary);
      byte[] pixels = new byte[map.width() * map.height()];
      binary.get(0, 0, pixels);
      return pixels;
    }
  }

  /**
   * Faint ink within a gap of other ink that is open to the paper around, or lies between two of
   * its components. Elsewhere it would fill the hole of a zero that is out of focus.
   */
  private static Mat gaps(Components ink, Mat binary, Mat faint, NativeScope scope) {
    int gap = Math.max(LEAST_GAP, (int) (GAP * reach(binary))) | 1;
    Mat closed = scope.own(new Mat(), Mat::release);
    // Beyond the picture's edge there is no ink, which OpenCV takes for granted otherwise.
    Imgproc.morphologyEx(
        binary,
        closed,
        Imgproc.MORPH_CLOSE,
        StructuringElements.square(gap, scope),
        CENTER,
        1,
        Core.BORDER_CONSTANT,
        new Scalar(0));
    Core.bitwise_and(faint, closed, closed);
    Mat paper = scope.own(new Mat(), Mat::release);
    Core.bitwise_or(binary, closed, paper);
    Core.bitwise_not(paper, paper);
    Components around = Components.of(paper);
    Components outside =
        around.where(component -> around.area(component) > LARGEST_HOLE * binary.total());
    Components gaps = Components.of(closed);
    return mat(
        gaps.where(
            candidate ->
                outside.neighbors(gaps, candidate) > 0 || ink.neighbors(gaps, candidate) > 1),
        binary,
        scope);
  }

  /** Faint strokes that lead from one component of other ink to another. */
  private static Mat bridges(Components ink, Mat faint, NativeScope scope) {
    Mat strokes = scope.own(new Mat(), Mat::release);
    Mat edge = StructuringElements.square(EDGE, scope);
    Imgproc.morphologyEx(faint, strokes, Imgproc.MORPH_OPEN, edge);
    Imgproc.dilate(strokes, strokes, edge);
    Core.bitwise_and(faint, strokes, strokes);
    Components bridges = Components.of(strokes);
    double longest = BRIDGE * reach(faint);
    return mat(
        bridges.where(
            bridge ->
                bridges.box(bridge).longerSide() <= longest && ink.neighbors(bridges, bridge) > 1),
        faint,
        scope);
  }

  private static Mat mat(Components components, Mat like, NativeScope scope) {
    Mat mat = scope.own(new Mat(like.size(), CvType.CV_8UC1), Mat::release);
    mat.put(0, 0, components.pixels());
    return mat;
  }

  /** The connected components of the strong and the weak ink, without the faint. */
  static Components components(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Mat ink = map.toMat(scope);
      return components(ink, nearby(ink, scope), map.noise(), scope);
    }
  }

  private static Components components(Mat ink, Mat nearby, double noise, NativeScope scope) {
    double least = Math.max(LEAST_LEVEL, NOISE_SIGMAS * noise);
    byte[] strong = new byte[ink.rows() * ink.cols()];
    above(ink, nearby, STRONG, least, scope).get(0, 0, strong);
    Components weak = Components.of(above(ink, nearby, WEAK, WEAK_LEVEL * least, scope));
    boolean[] isInk = new boolean[weak.bound()];
    for (int i = 0; i < strong.length; i++) {
      isInk[weak.labels()[i]] |= strong[i] != 0;
    }
    return weak.where(component -> isInk[component]);
  }

  /** How far nearby is, in pixels. */
  private static int reach(Mat ink) {
    return Math.max(LEAST_NEARBY, (int) (NEARBY * Math.max(ink.cols(), ink.rows()))) | 1;
  }

  /** The strongest ink nearby, smoothly changing. */
  private static Mat nearby(Mat ink, NativeScope scope) {
    int reach = reach(ink);
    Mat nearby = scope.own(new Mat(), Mat::release);
    Imgproc.dilate(ink, nearby, StructuringElements.square(reach, scope));
    Imgproc.blur(nearby, nearby, new Size(reach, reach));
    return nearby;
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
