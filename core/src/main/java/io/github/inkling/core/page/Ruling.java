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
 * Takes the lines of ruled and squared paper away. A line's own strength is found by a grey-level
 * opening along it, which no stroke of a digit is long enough to survive; then the line is divided
 * out as if it were a darker paper, so that ink which crosses it stays.
 */
final class Ruling {
  private static final double MOST_SKEW = 20;
  private static final double STEP = 0.25;

  private Ruling() {}

  /**
   * Finds the angle of the lines.
   *
   * @return degrees clockwise by which the lines of the paper are turned, within 20; NaN if there
   *     are none
   */
  static double angle(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Mat ink = map.toMat(scope);
      double scale = Math.min(1, 1000.0 / Math.max(map.width(), map.height()));
      Mat small = scope.own(new Mat(), Mat::release);
      Imgproc.resize(ink, small, new Size(), scale, scale, Imgproc.INTER_AREA);
      Mat binary = scope.own(new Mat(), Mat::release);
      Core.compare(small, new Scalar(Math.max(10, 2.5 * map.noise())), binary, Core.CMP_GT);
      Mat segments = scope.own(new Mat(), Mat::release);
      int least = Math.max(small.cols(), small.rows()) / 5;
      Imgproc.HoughLinesP(binary, segments, 1, Math.PI / 720, least / 2, least, 6);
      int bins = (int) (2 * MOST_SKEW / STEP) + 1;
      double[] length = new double[bins];
      double total = 0;
      for (int i = 0; i < segments.rows(); i++) {
        double[] s = segments.get(i, 0);
        double degrees = Math.toDegrees(Math.atan2(s[3] - s[1], s[2] - s[0]));
        double skew = degrees - 90 * Math.round(degrees / 90);
        int bin = (int) Math.round((skew + MOST_SKEW) / STEP);
        if (bin >= 0 && bin < bins) {
          double l = Math.hypot(s[2] - s[0], s[3] - s[1]);
          for (int d = -2; d <= 2; d++) {
            if (bin + d >= 0 && bin + d < bins) {
              length[bin + d] += l * (3 - Math.abs(d)) / 3;
            }
          }
          total += l;
        }
      }
      int best = 0;
      for (int bin = 0; bin < bins; bin++) {
        if (length[bin] > length[best]) {
          best = bin;
        }
      }
      boolean ruled = length[best] >= 3.0 * least && length[best] >= 0.4 * total;
      return ruled ? best * STEP - MOST_SKEW : Double.NaN;
    }
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
    Imgproc.morphologyEx(smooth, smooth, Imgproc.MORPH_OPEN, segment);
    return smooth;
  }
}
