package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds a light sheet on a dark table: the largest light region of a thumbnail, if it is nearly
 * convex and much lighter than its surroundings all along its edge, as no shadow on a sheet is.
 */
final class SheetFinder {
  private static final int THUMBNAIL = 400;

  /** What is tried as the border between table and sheet, as shares of Otsu's threshold. */
  private static final double[] THRESHOLDS = {1, 0.75, 0.55, 0.4};

  private static final int CLOSING = 11;
  private static final double LEAST_SHARE = 0.15;
  private static final double MOST_SHARE = 0.995;
  private static final double LEAST_SOLIDITY = 0.93;

  /** A table is darker than this share of the paper beside it, which few shadows are. */
  private static final double DARK = 0.5;

  /** A table around four corners may be lighter: no shadow leaves such a window. */
  private static final double NOT_SO_DARK = 0.8;

  private static final double STRAIGHT = 0.015;
  private static final double FITS = 0.96;

  private SheetFinder() {}

  /**
   * Finds the sheet.
   *
   * @param rgb 8-bit picture of three channels
   * @return its outline; empty if there is no table around it
   */
  static Optional<SheetOutline> find(Mat rgb) {
    try (NativeScope scope = new NativeScope()) {
      double scale = Math.min(1, (double) THUMBNAIL / Math.max(rgb.rows(), rgb.cols()));
      Mat small = scope.own(new Mat(), Mat::release);
      Size size =
          new Size(
              Math.max(1, Math.round(scale * rgb.cols())),
              Math.max(1, Math.round(scale * rgb.rows())));
      Imgproc.resize(rgb, small, size, 0, 0, Imgproc.INTER_AREA);
      Imgproc.medianBlur(small, small, 5);
      return Stream.of(luminance(small, scope), darkestChannel(small, scope))
          .parallel()
          .flatMap(levels -> sheets(levels, 1 / scale).stream())
          .max(Comparator.comparingDouble(SheetOutline::area));
    }
  }

  private static Mat luminance(Mat rgb, NativeScope scope) {
    Mat gray = scope.own(new Mat(), Mat::release);
    Imgproc.cvtColor(rgb, gray, Imgproc.COLOR_RGB2GRAY);
    return gray;
  }

  /** A table of wood may be as light as paper, but not in all colours. */
  private static Mat darkestChannel(Mat rgb, NativeScope scope) {
    Mat darkest = scope.own(new Mat(), Mat::release);
    Mat channel = scope.own(new Mat(), Mat::release);
    Core.extractChannel(rgb, darkest, 0);
    for (int i = 1; i < rgb.channels(); i++) {
      Core.extractChannel(rgb, channel, i);
      Core.min(darkest, channel, darkest);
    }
    return darkest;
  }

  private static List<SheetOutline> sheets(Mat levels, double scale) {
    try (NativeScope scope = new NativeScope()) {
      Mat light = scope.own(new Mat(), Mat::release);
      double otsu =
          Imgproc.threshold(levels, light, 0, 255, Imgproc.THRESH_BINARY | Imgproc.THRESH_OTSU);
      // A shadow on the sheet may be nearer to the table than to the paper in the light.
      return DoubleStream.of(THRESHOLDS)
          .mapToObj(share -> sheet(levels, share * otsu, scale, scope))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static Optional<SheetOutline> sheet(
      Mat small, double threshold, double scale, NativeScope scope) {
    Mat light = scope.own(new Mat(), Mat::release);
    Imgproc.threshold(small, light, threshold, 255, Imgproc.THRESH_BINARY);
    Mat square = StructuringElements.square(CLOSING, scope);
    // With a border, or closing would see light beyond the picture.
    Core.copyMakeBorder(
        light, light, CLOSING, CLOSING, CLOSING, CLOSING, Core.BORDER_CONSTANT, new Scalar(0));
    Imgproc.morphologyEx(light, light, Imgproc.MORPH_CLOSE, square);
    Imgproc.morphologyEx(light, light, Imgproc.MORPH_OPEN, square);
    Mat inner =
        scope.own(
            light.submat(CLOSING, CLOSING + small.rows(), CLOSING, CLOSING + small.cols()),
            Mat::release);
    Mat copy = scope.own(inner.clone(), Mat::release);
    return largestHull(copy, scope).flatMap(hull -> sheet(hull, small, scale, scope));
  }

  private static Optional<MatOfPoint> largestHull(Mat light, NativeScope scope) {
    List<MatOfPoint> contours = new ArrayList<>();
    Mat hierarchy = scope.own(new Mat(), Mat::release);
    Imgproc.findContours(
        light, contours, hierarchy, Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_NONE);
    contours.forEach(contour -> scope.own(contour, Mat::release));
    Optional<MatOfPoint> largest =
        contours.stream().max(Comparator.comparing(Imgproc::contourArea));
    if (largest.isEmpty()) {
      return Optional.empty();
    }
    MatOfInt indices = scope.own(new MatOfInt(), Mat::release);
    Imgproc.convexHull(largest.get(), indices);
    Point[] points = largest.get().toArray();
    List<Point> hull = new ArrayList<>();
    for (int index : indices.toArray()) {
      hull.add(points[index]);
    }
    MatOfPoint outline = scope.own(new MatOfPoint(hull.toArray(new Point[0])), Mat::release);
    double share = Imgproc.contourArea(outline) / light.total();
    double solidity = Imgproc.contourArea(largest.get()) / Imgproc.contourArea(outline);
    return share >= LEAST_SHARE && share <= MOST_SHARE && solidity >= LEAST_SOLIDITY
        ? Optional.of(outline)
        : Optional.empty();
  }

  private static Optional<SheetOutline> sheet(
      MatOfPoint hull, Mat small, double scale, NativeScope scope) {
    List<Point> outline = new ArrayList<>();
    for (Point point : hull.toArray()) {
      outline.add(scaled(point, scale));
    }
    MatOfPoint2f curve = scope.own(new MatOfPoint2f(hull.toArray()), Mat::release);
    MatOfPoint2f polygon = scope.own(new MatOfPoint2f(), Mat::release);
    Imgproc.approxPolyDP(curve, polygon, STRAIGHT * Imgproc.arcLength(curve, true), true);
    List<Point> corners = new ArrayList<>();
    Point[] vertices = polygon.toArray();
    boolean fits =
        vertices.length == 4 && Imgproc.contourArea(polygon) >= FITS * Imgproc.contourArea(hull);
    if (fits && isInside(vertices, small)) {
      for (Point point : inOrder(vertices)) {
        corners.add(scaled(point, scale));
      }
    }
    SheetEdge edge = SheetEdge.of(hull, small, corners.isEmpty() ? DARK : NOT_SO_DARK);
    boolean found = edge.isDarkBeyond() && !edge.isOneSlantedLine();
    return found ? Optional.of(new SheetOutline(outline, corners)) : Optional.empty();
  }

  private static Point scaled(Point point, double scale) {
    return new Point((point.x + 0.5) * scale - 0.5, (point.y + 0.5) * scale - 0.5);
  }

  private static boolean isInside(Point[] corners, Mat small) {
    for (Point corner : corners) {
      if (corner.x < 2
          || corner.y < 2
          || corner.x > small.cols() - 3
          || corner.y > small.rows() - 3) {
        return false;
      }
    }
    return true;
  }

  /** From the corner nearest to the picture's top left one, clockwise. */
  private static List<Point> inOrder(Point[] corners) {
    int first = 0;
    for (int i = 1; i < 4; i++) {
      if (corners[i].x + corners[i].y < corners[first].x + corners[first].y) {
        first = i;
      }
    }
    Point next = corners[(first + 1) % 4];
    Point before = corners[(first + 3) % 4];
    Point origin = corners[first];
    double turn =
        (next.x - origin.x) * (before.y - origin.y) - (next.y - origin.y) * (before.x - origin.x);
    List<Point> ordered = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ordered.add(corners[Math.floorMod(turn > 0 ? first + i : first - i, 4)]);
    }
    return ordered;
  }

  /** 255 on the sheet, 0 beside it and on its very edge. */
  static Mat mask(SheetOutline sheet, Size size, NativeScope scope) {
    Mat mask = scope.own(new Mat(size, CvType.CV_8UC1, new Scalar(0)), Mat::release);
    MatOfPoint polygon =
        scope.own(new MatOfPoint(sheet.outline().toArray(new Point[0])), Mat::release);
    Imgproc.fillConvexPoly(mask, polygon, new Scalar(255));
    int edge = (int) Math.max(3, Math.max(size.width, size.height) / 80);
    Point[] points = polygon.toArray();
    for (int i = 0; i < points.length; i++) {
      Imgproc.line(mask, points[i], points[(i + 1) % points.length], new Scalar(0), 2 * edge);
    }
    return mask;
  }
}
