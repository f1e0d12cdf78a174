package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes the lines of ruled and squared paper away. Where lines are is known by their profile. A
 * line's own strength is found by a grey-level opening along it, which few strokes of a digit are
 * long enough to survive; then the line is divided out as if it were a darker paper, so that ink
 * which crosses it stays.
 */
final class Ruling {
  /** Lines are looked for in a smaller picture. */
  private static final int LONGEST_SIDE = 500;

  private static final int LEAST_LINES = 3;

  /** More ink than this counts as this, or a few digits would weigh as much as a line. */
  private static final double MOST_LEVEL = 12;

  private static final double MOST_NOISE_SIGMAS = 3;

  /** The longest stroke that is surely no line, as a part of the longer side. */
  private static final int PART_OF_SIDE = 9;

  /** Along this part of that length, noise is averaged. */
  private static final double PART_OF_LENGTH = 4;

  /** How wide a line is at least made, in pixels, so that it may be a little askew. */
  private static final int WIDENED = 3;

  /** A line is this far from where it was found at most, as a share of the longer side. */
  private static final double ASIDE = 0.006;

  private Ruling() {}

  /**
   * Finds the angle of the lines.
   *
   * @return degrees clockwise by which the lines of the paper are turned, within 20; empty if there
   *     are none
   */
  static OptionalDouble angle(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Mat small = reduced(map, scope);
      Mat transposed = scope.own(new Mat(), Mat::release);
      Core.transpose(small, transposed);
      List<LineProfile> profiles =
          Stream.of(small, transposed)
              .parallel()
              .map(ink -> LineProfile.sharpest(ink, mostLevel(map)))
              .toList();
      LineProfile across = profiles.get(0);
      LineProfile down = profiles.get(1);
      boolean isRuledAcross = across.peaks().size() >= LEAST_LINES;
      boolean isRuledDown = down.peaks().size() >= LEAST_LINES;
      if (isRuledAcross && isRuledDown) {
        return OptionalDouble.of((across.degrees() - down.degrees()) / 2);
      }
      if (isRuledAcross) {
        return OptionalDouble.of(across.degrees());
      }
      return isRuledDown ? OptionalDouble.of(-down.degrees()) : OptionalDouble.empty();
    }
  }

  /** Takes the lines away from a map in which they run along rows and columns. */
  static InkMap remove(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Mat small = reduced(map, scope);
      LineProfile across = LineProfile.ofRows(small, mostLevel(map));
      Core.transpose(small, small);
      LineProfile down = LineProfile.ofRows(small, mostLevel(map));
      double scale = (double) map.height() / small.cols();
      boolean[] rows = near(across, scale, map.height(), map);
      boolean[] columns = near(down, scale, map.width(), map);
      return without(map, rows, columns);
    }
  }

  private static Mat reduced(InkMap map, NativeScope scope) {
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(map.width(), map.height()));
    Mat small = scope.own(new Mat(), Mat::release);
    Size size = new Size(Math.ceil(scale * map.width()), Math.ceil(scale * map.height()));
    Core.min(map.toMat(scope), new Scalar(mostLevel(map)), small);
    Imgproc.resize(small, small, size, 0, 0, Imgproc.INTER_AREA);
    return small;
  }

  private static double mostLevel(InkMap map) {
    return Math.max(MOST_LEVEL, MOST_NOISE_SIGMAS * map.noise());
  }

  /** Which rows, or columns, a line may cover. */
  private static boolean[] near(LineProfile profile, double scale, int length, InkMap map) {
    boolean[] near = new boolean[length];
    double aside = scale + ASIDE * Math.max(map.width(), map.height());
    for (int peak : profile.peaks()) {
      double middle = (peak + 0.5) * scale;
      Arrays.fill(
          near,
          (int) Math.max(0, Math.min(length, middle - aside)),
          (int) Math.max(0, Math.min(length, middle + aside + 1)),
          true);
    }
    return near;
  }

  private static InkMap without(InkMap map, boolean[] rows, boolean[] columns) {
    int length = Math.max(map.width(), map.height()) / PART_OF_SIDE;
    List<byte[]> lines =
        Stream.of(true, false)
            .parallel()
            .map(isAcross -> isAcross ? lines(map, length, 1) : lines(map, 1, length))
            .toList();
    byte[] across = lines.get(0);
    byte[] down = lines.get(1);
    byte[] left = new byte[across.length];
    int least = (int) Math.max(6, 1.5 * map.noise());
    for (int y = 0, i = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++, i++) {
        int level = map.levels()[i] & 0xff;
        int ruling = Math.max(rows[y] ? across[i] & 0xff : 0, columns[x] ? down[i] & 0xff : 0);
        if (ruling < least) {
          left[i] = (byte) level;
        } else {
          int strong = Math.min(254, ruling + ruling / 5 + 4);
          left[i] = (byte) Math.max(0, 255 - 255 * (255 - level) / (255 - strong));
        }
      }
    }
    return new InkMap(map.width(), map.height(), left, map.noise());
  }

  /** The strength of lines along a segment of one row or one column, 0 where there are none. */
  private static byte[] lines(InkMap map, int width, int height) {
    try (NativeScope scope = new NativeScope()) {
      Mat smooth = map.toMat(scope);
      Size across = height == 1 ? new Size(1, WIDENED) : new Size(WIDENED, 1);
      Mat thick = scope.own(Mat.ones(across, CvType.CV_8UC1), Mat::release);
      Imgproc.dilate(smooth, smooth, thick);
      Imgproc.blur(
          smooth,
          smooth,
          new Size(Math.max(1, width / PART_OF_LENGTH), Math.max(1, height / PART_OF_LENGTH)),
          new Point(-1, -1),
          Core.BORDER_REPLICATE);
      Mat segment = scope.own(Mat.ones(height, width, CvType.CV_8UC1), Mat::release);
      // Beyond the border there is no line, or a stroke there would be taken for a long one.
      Imgproc.morphologyEx(
          smooth,
          smooth,
          Imgproc.MORPH_OPEN,
          segment,
          new Point(-1, -1),
          1,
          Core.BORDER_CONSTANT,
          new Scalar(0));
      byte[] levels = new byte[(int) smooth.total()];
      smooth.get(0, 0, levels);
      return levels;
    }
  }
}
