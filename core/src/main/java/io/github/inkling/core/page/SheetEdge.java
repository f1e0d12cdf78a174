package io.github.inkling.core.page;

import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;

/**
 * What is seen along the edge of a light region, pixel by pixel, where it lies within the picture.
 *
 * @param seen the number of pixels that have a level on both sides
 * @param dark how many of them are dark beyond the edge
 * @param normalX sum over those seen of the unit normals that point outwards, across
 * @param normalY the same, down
 */
record SheetEdge(int seen, int dark, double normalX, double normalY) {
  /** Share of the edge along which the table must be dark. */
  private static final double ALONG = 0.85;

  /** How far to both sides of the edge is looked, in pixels. */
  private static final int ASIDE = 5;

  /** The median has mixed what lies nearer to the edge. */
  private static final int LEAST_ASIDE = 2;

  /** The mean of an edge's unit normals is nearly as long as each of them if it is one line. */
  private static final double ONE_LINE = 0.98;

  /** Sine of the least angle between a slanted line and the picture's sides: 11.5 degrees. */
  private static final double SLANTED = 0.2;

  /**
   * Looks along a region's edge.
   *
   * @param hull its convex hull
   * @param picture 8-bit levels
   * @param least what is darker than this share of the level within is dark
   */
  static SheetEdge of(MatOfPoint hull, Mat picture, double least) {
    Levels levels = new Levels(picture);
    Point[] corners = hull.toArray();
    Point center = mean(corners);
    SheetEdge edge = new SheetEdge(0, 0, 0, 0);
    for (int i = 0; i < corners.length; i++) {
      Side side = Side.of(corners[i], corners[(i + 1) % corners.length], center);
      edge = edge.plus(along(side, levels, least));
    }
    return edge;
  }

  private static Point mean(Point[] points) {
    double x = 0;
    double y = 0;
    for (Point point : points) {
      x += point.x / points.length;
      y += point.y / points.length;
    }
    return new Point(x, y);
  }

  private static SheetEdge along(Side side, Levels levels, double least) {
    int seen = 0;
    int dark = 0;
    for (double t = 0; t < side.length; t++) {
      int inside = levels.at(side.beside(t, -ASIDE));
      int outside = beyond(side, t, levels);
      if (outside >= 0 && inside >= 0) {
        seen++;
        dark += outside < least * inside ? 1 : 0;
      }
    }
    return new SheetEdge(seen, dark, seen * side.normalX, seen * side.normalY);
  }

  /** Nearer to the edge if the picture ends there; -1 if there is nothing to see. */
  private static int beyond(Side side, double t, Levels levels) {
    int level = -1;
    for (int aside = ASIDE; aside >= LEAST_ASIDE && level < 0; aside--) {
      level = levels.at(side.beside(t, aside));
    }
    return level;
  }

  private SheetEdge plus(SheetEdge other) {
    return new SheetEdge(
        seen + other.seen, dark + other.dark, normalX + other.normalX, normalY + other.normalY);
  }

  /** Whether it is dark beyond nearly all of it, and something of it can be seen. */
  boolean isDarkBeyond() {
    return seen > 0 && dark >= ALONG * seen;
  }

  /** Whether what is seen of it is a single slanted line, as the edge of a shadow may be. */
  boolean isOneSlantedLine() {
    boolean isLine = Math.hypot(normalX, normalY) > ONE_LINE * seen;
    boolean isSlanted = Math.min(Math.abs(normalX), Math.abs(normalY)) > SLANTED * seen;
    return isLine && isSlanted;
  }

  /** A side of the hull, with its unit normal that points outwards. */
  private record Side(Point from, Point to, double length, double normalX, double normalY) {
    static Side of(Point from, Point to, Point center) {
      double length = Math.hypot(to.x - from.x, to.y - from.y);
      double x = (to.y - from.y) / length;
      double y = (from.x - to.x) / length;
      boolean isInward = x * (center.x - from.x) + y * (center.y - from.y) > 0;
      return new Side(from, to, length, isInward ? -x : x, isInward ? -y : y);
    }

    /** The place so far along it, and so far outwards of that. */
    Point beside(double along, double outwards) {
      double x = from.x + (to.x - from.x) * along / length;
      double y = from.y + (to.y - from.y) * along / length;
      return new Point(x + normalX * outwards, y + normalY * outwards);
    }
  }

  private static final class Levels {
    private final byte[] pixels;
    private final int columns;
    private final int rows;

    Levels(Mat picture) {
      columns = picture.cols();
      rows = picture.rows();
      pixels = new byte[rows * columns];
      picture.get(0, 0, pixels);
    }

    /** -1 beyond the picture. */
    int at(Point place) {
      int column = (int) Math.round(place.x);
      int row = (int) Math.round(place.y);
      return column < 0 || row < 0 || column >= columns || row >= rows
          ? -1
          : pixels[row * columns + column] & 0xff;
    }
  }
}
