package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.OptionalDouble;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes the lines of ruled and squared paper away. A line's own strength is found by a grey-level
 * opening along it, which no stroke of a digit is long enough to survive; then the line is divided
 * out as if it were a darker paper, so that ink which crosses it stays.
 */
final class Ruling {
  private static final double MOST_SKEW = 20;
  private static final double STEP = 0.25;

  /** The angle is looked for in a smaller picture. */
  private static final int LONGEST_SIDE = 1000;

  /** A line is at least this part of the longer side, and there are as long as three of them. */
  private static final int PART_OF_SIDE = 5;

  private static final double LEAST_LINES = 3;

  /** Of all that is straight, so much runs along the paper's lines. */
  private static final double LEAST_SHARE = 0.4;

  /** Lines stand out of the noise by less than ink. */
  private static final double NOISE_SIGMAS = 2.5;

  private static final double LEAST_LEVEL = 10;

  /** Gaps that a line may have, in pixels. */
  private static final int MOST_GAP = 6;

  private static final double HOUGH_ANGLE = Math.PI / 720;

  private Ruling() {}

  /**
   * Finds the angle of the lines, by the probabilistic Hough transform.
   *
   * @return degrees clockwise by which the lines of the paper are turned, within 20; empty if there
   *     are none
   */
  static OptionalDouble angle(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(map.width(), map.height()));
      Mat small = scope.own(new Mat(), Mat::release);
      Size size = new Size(Math.ceil(scale * map.width()), Math.ceil(scale * map.height()));
      Imgproc.resize(map.toMat(scope), small, size, 0, 0, Imgproc.INTER_AREA);
      Scalar least = new Scalar(Math.max(LEAST_LEVEL, NOISE_SIGMAS * map.noise()));
      Core.compare(small, least, small, Core.CMP_GT);
      Core.bitwise_and(small, everyOther(small, scope), small);
      int length = Math.max(small.cols(), small.rows()) / PART_OF_SIDE;
      Mat segments = scope.own(new Mat(), Mat::release);
      Imgproc.HoughLinesP(small, segments, 1, HOUGH_ANGLE, length / 4 + 1, length, MOST_GAP);
      return commonAngle(segments, LEAST_LINES * length);
    }
  }

  /**
   * 255 on the white fields of a chessboard. Half of its points tell a line's angle as well as all,
   * and every point costs the transform a vote for each angle.
   */
  private static Mat everyOther(Mat like, NativeScope scope) {
    byte[] fields = new byte[like.rows() * like.cols()];
    for (int row = 0; row < like.rows(); row++) {
      for (int column = row % 2; column < like.cols(); column += 2) {
        fields[row * like.cols() + column] = (byte) 255;
      }
    }
    Mat board = scope.own(new Mat(like.size(), CvType.CV_8UC1), Mat::release);
    board.put(0, 0, fields);
    return board;
  }

  /** The angle along which, or across which, most segments run: neighbouring angles count, too. */
  private static OptionalDouble commonAngle(Mat segments, double leastLength) {
    double[] lengths = new double[(int) (2 * MOST_SKEW / STEP) + 1];
    double total = 0;
    for (int i = 0; i < segments.rows(); i++) {
      double[] ends = segments.get(i, 0);
      double length = Math.hypot(ends[2] - ends[0], ends[3] - ends[1]);
      double degrees = Math.toDegrees(Math.atan2(ends[3] - ends[1], ends[2] - ends[0]));
      double skew = degrees - 90 * Math.round(degrees / 90);
      int bin = (int) Math.round((skew + MOST_SKEW) / STEP);
      for (int off = -2; off <= 2; off++) {
        if (bin + off >= 0 && bin + off < lengths.length) {
          lengths[bin + off] += length * (3 - Math.abs(off)) / 3;
        }
      }
      total += length;
    }
    int best = 0;
    for (int bin = 0; bin < lengths.length; bin++) {
      if (lengths[bin] > lengths[best]) {
        best = bin;
      }
    }
    boolean isRuled = lengths[best] >= leastLength && lengths[best] >= LEAST_SHARE * total;
    return isRuled && total > 0
        ? OptionalDouble.of(best * STEP - MOST_SKEW)
        : OptionalDouble.empty();
  }

  /** Takes the lines away from a map in which they run along rows and columns. */
  static InkMap remove(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Mat ink = map.toMat(scope);
      int length = Math.max(map.width(), map.height()) / 9;
      Mat across = lines(ink, new Size(length, 1), new Size(1, 3), scope);
      Mat down = lines(ink, new Size(1, length), new Size(3, 1), scope);
      Mat lines = scope.own(new Mat(), Mat::release);
      Core.max(across, down, lines);
      byte[] line = new byte[map.width() * map.height()];
      lines.get(0, 0, line);
      byte[] left = new byte[line.length];
      int least = (int) Math.max(6, 1.5 * map.noise());
      for (int i = 0; i < left.length; i++) {
        int level = map.levels()[i] & 0xff;
        int ruling = line[i] & 0xff;
        if (ruling < least) {
          left[i] = (byte) level;
        } else {
          int strong = Math.min(254, ruling + ruling / 5 + 4);
          left[i] = (byte) Math.max(0, 255 - 255 * (255 - level) / (255 - strong));
        }
      }
      return new InkMap(map.width(), map.height(), left, map.noise());
    }
  }

  /** The strength of lines along a segment, 0 where there are none. */
  private static Mat lines(Mat ink, Size along, Size across, NativeScope scope) {
    Mat widened = scope.own(new Mat(), Mat::release);
    Mat thick = scope.own(Mat.ones(across, CvType.CV_8UC1), Mat::release);
    Imgproc.dilate(ink, widened, thick);
    Mat smooth = scope.own(new Mat(), Mat::release);
    Imgproc.blur(
        widened,
        smooth,
        new Size(Math.max(1, along.width / 8), Math.max(1, along.height / 8)),
        new Point(-1, -1),
        Core.BORDER_REPLICATE);
    Mat segment = scope.own(Mat.ones(along, CvType.CV_8UC1), Mat::release);
    // Beyond the border there is no line, or a stroke at the border would be taken for a long one.
    Imgproc.morphologyEx(
        smooth,
        smooth,
        Imgproc.MORPH_OPEN,
        segment,
        new Point(-1, -1),
        1,
        Core.BORDER_CONSTANT,
        new Scalar(0));
    return smooth;
  }
}
