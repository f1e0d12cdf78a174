package io.github.inkling.core.page;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.image.ReducedImage;
import io.github.inkling.core.opencv.NativeScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The ink of a sheet, and where in the photograph each of its pixels was.
 *
 * @param map the ink
 * @param frame the way back to the photograph
 */
record SheetInk(InkMap map, Frame frame) {
  /** Smaller pictures are enlarged, which makes thresholds less of a staircase. */
  private static final int SHORT_SIDE = 1000;

  /** Standard deviation of the blur against a sensor's noise, in pixels. */
  private static final double BLUR = 0.9;

  private static final double BLUR_OF_ENLARGED = 0.5;

  /** Lines of the paper that are less askew are level. */
  private static final double LEAST_ANGLE = 0.2;

  /** Finds the ink of a photograph. */
  static SheetInk of(ReducedImage picture, InkTone tone, boolean rectify, Stages stages) {
    SheetInk ink = withRuling(picture, tone, rectify, stages);
    stages.see("ink", ink.map);
    OptionalDouble angle = Ruling.angle(ink.map);
    if (angle.isEmpty()) {
      return ink;
    }
    boolean isLevel = Math.abs(angle.getAsDouble()) < LEAST_ANGLE;
    SheetInk level = isLevel ? ink : ink.levelled(angle.getAsDouble());
    InkMap left = Ruling.remove(level.map);
    stages.see("without ruling", left);
    return new SheetInk(left, level.frame);
  }

  private static SheetInk withRuling(
      ReducedImage picture, InkTone tone, boolean rectify, Stages stages) {
    try (NativeScope scope = new NativeScope()) {
      Mat rgb = resized(picture.image(), scope);
      boolean enlarged = rgb.cols() > picture.image().width();
      Frame frame =
          Frame.scaled(
              (double) rgb.cols() / picture.width(), (double) rgb.rows() / picture.height());
      seeGrey(rgb, stages);
      tone.darken(rgb);
      Mat mask = scope.own(new Mat(rgb.size(), CvType.CV_8UC1, new Scalar(255)), Mat::release);
      Optional<SheetOutline> sheet = SheetFinder.find(rgb);
      if (sheet.isPresent()) {
        SheetFinder.mask(sheet.get(), rgb.size(), scope).copyTo(mask);
        if (rectify && !sheet.get().corners().isEmpty()) {
          frame = frame.then(rectify(rgb, mask, sheet.get().corners(), scope));
        }
      }
      double blur = enlarged ? BLUR_OF_ENLARGED : BLUR;
      Imgproc.GaussianBlur(rgb, rgb, new Size(0, 0), blur);
      stages.see("sheet", rgb);
      return new SheetInk(Border.clear(Paper.remove(rgb, mask, stages)), frame);
    }
  }

  private static void seeGrey(Mat rgb, Stages stages) {
    if (stages.isKept()) {
      try (NativeScope scope = new NativeScope()) {
        Mat gray = scope.own(new Mat(), Mat::release);
        Imgproc.cvtColor(rgb, gray, Imgproc.COLOR_RGB2GRAY);
        stages.see("grey", gray);
      }
    }
  }

  private static Mat resized(ColorImage picture, NativeScope scope) {
    Mat rgb = scope.own(new Mat(picture.height(), picture.width(), CvType.CV_8UC3), Mat::release);
    int strip = Math.max(1, (1 << 20) / picture.width());
    for (int y = 0; y < picture.height(); y += strip) {
      rgb.put(y, 0, picture.rows(y, Math.min(strip, picture.height() - y)));
    }
    int longest = Math.max(picture.width(), picture.height());
    if (longest > PageReader.LONGEST_SIDE) {
      double scale = (double) PageReader.LONGEST_SIDE / longest;
      Size size =
          new Size(
              Math.max(1, Math.round(scale * picture.width())),
              Math.max(1, Math.round(scale * picture.height())));
      Imgproc.resize(rgb, rgb, size, 0, 0, Imgproc.INTER_AREA);
    } else if (longest <= SHORT_SIDE) {
      Imgproc.resize(rgb, rgb, new Size(), 2, 2, Imgproc.INTER_CUBIC);
    }
    return rgb;
  }

  /** Makes the sheet a rectangle, in place, and answers the way back. */
  private static double[] rectify(Mat rgb, Mat mask, List<Point> corners, NativeScope scope) {
    double width = Math.max(length(corners, 0, 1), length(corners, 3, 2));
    double height = Math.max(length(corners, 0, 3), length(corners, 1, 2));
    Size size = new Size(Math.round(width), Math.round(height));
    MatOfPoint2f from =
        scope.own(
            new MatOfPoint2f(
                new Point(0, 0),
                new Point(size.width - 1, 0),
                new Point(size.width - 1, size.height - 1),
                new Point(0, size.height - 1)),
            Mat::release);
    MatOfPoint2f to = scope.own(new MatOfPoint2f(corners.toArray(new Point[0])), Mat::release);
    Mat transform = scope.own(Imgproc.getPerspectiveTransform(from, to), Mat::release);
    double[] back = new double[9];
    transform.get(0, 0, back);
    int flags = Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP;
    Mat warped = scope.own(new Mat(), Mat::release);
    Imgproc.warpPerspective(rgb, warped, transform, size, flags, Core.BORDER_REPLICATE);
    warped.copyTo(rgb);
    Imgproc.warpPerspective(mask, warped, transform, size, flags, Core.BORDER_CONSTANT);
    warped.copyTo(mask);
    return back;
  }

  private static double length(List<Point> corners, int from, int to) {
    return Math.hypot(
        corners.get(to).x - corners.get(from).x, corners.get(to).y - corners.get(from).y);
  }

  int width() {
    return map.width();
  }

  int height() {
    return map.height();
  }

  /** The same ink without grain. */
  SheetInk withoutGrain(double digitHeight) {
    return new SheetInk(map.withoutGrain(digitHeight), frame);
  }

  /** The same ink, turned clockwise by right angles, 0 to 3. */
  SheetInk turned(int quarters) {
    return new SheetInk(map.turned(quarters), frame.turned(quarters, map.width(), map.height()));
  }

  /**
   * The same ink, turned about its middle so that what slopes becomes level.
   *
   * @param degrees how much lines slope, clockwise
   */
  SheetInk levelled(double degrees) {
    try (NativeScope scope = new NativeScope()) {
      double cos = Math.cos(Math.toRadians(degrees));
      double sin = Math.sin(Math.toRadians(degrees));
      int width = (int) Math.ceil(width() * Math.abs(cos) + height() * Math.abs(sin));
      int height = (int) Math.ceil(height() * Math.abs(cos) + width() * Math.abs(sin));
      double fromX = (width() - 1) / 2.0;
      double fromY = (height() - 1) / 2.0;
      double toX = (width - 1) / 2.0;
      double toY = (height - 1) / 2.0;
      double[] back = {
        cos, -sin, fromX - cos * toX + sin * toY, sin, cos, fromY - sin * toX - cos * toY, 0, 0, 1
      };
      Mat affine = scope.own(new Mat(2, 3, CvType.CV_64FC1), Mat::release);
      affine.put(0, 0, Arrays.copyOf(back, 6));
      Mat turned = scope.own(new Mat(), Mat::release);
      Imgproc.warpAffine(
          map.toMat(scope),
          turned,
          affine,
          new Size(width, height),
          Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP);
      return new SheetInk(InkMap.of(turned, map.noise()), frame.then(back));
    }
  }
}
