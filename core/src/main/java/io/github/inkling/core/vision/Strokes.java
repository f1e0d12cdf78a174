package io.github.inkling.core.vision;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.opencv.NativeScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * What was written on a screen: strokes of a pen from where it was put down to where it was lifted,
 * also known as digital ink. They are drawn as a picture, black on white, which is read like any
 * other. Immutable.
 *
 * <pre>{@code
 * Strokes seven = Strokes.of(List.of(List.of(
 *     new Strokes.Dot(0, 0), new Strokes.Dot(60, 0), new Strokes.Dot(20, 100))));
 * Prediction answer = recognizer.recognize(seven.drawDigit());
 * }</pre>
 */
public final class Strokes {
  /** The longer side of a digit's strokes, in pixels: four times that of a normalised digit. */
  private static final double DIGIT = 80;

  /** The width of the pen on a page, in pixels: enough to be no speck, and quick to read. */
  private static final double PAGE_PEN = 6;

  /** The longer side of the strokes of a page, in pixels. */
  private static final double LEAST_PAGE = 60;

  private static final double MOST_PAGE = 1600;

  /** Strokes that are no longer are a dot: what is smaller is rounding. */
  private static final double DOT = 1e-6;

  /** A usual pen's width as a share of the length of its strokes. */
  private static final double USUAL_PEN = 0.1;

  private static final double THINNEST_PEN = 0.04;
  private static final double THICKEST_PEN = 0.25;

  /** Paper around the strokes, in widths of the pen. */
  private static final double MARGIN = 3;

  /**
   * By so much OpenCV's antialiased lines are wider than they are told to be, give or take one
   * pixel.
   */
  private static final double SOFT_EDGES = 1.4;

  private static final int SUBPIXEL_BITS = 4;
  private static final double SUBPIXELS = 1 << SUBPIXEL_BITS;
  private static final Scalar INK = new Scalar(0);
  private static final Scalar PAPER = new Scalar(255);

  /**
   * Where the pen was.
   *
   * @param x to the right, in any unit, at most a million from 0
   * @param y downwards, in the same unit, at most a million from 0
   * @param pressure 0 to 1; {@link #USUAL_PRESSURE} if the screen does not tell
   */
  public record Dot(double x, double y, double pressure) {
    /** The pressure of a pen, mouse or finger that has none to tell. */
    public static final double USUAL_PRESSURE = 0.5;

    private static final double FARTHEST = 1e6;

    /**
     * Checks the values.
     *
     * @param x to the right
     * @param y downwards
     * @param pressure 0 to 1
     * @throws IllegalArgumentException if one is out of range
     */
    public Dot {
      if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
        throw new IllegalArgumentException(
            "a stroke goes through places in -%,d..%<,d, not (%s, %s)"
                .formatted((int) FARTHEST, x, y));
      }
      if (!(pressure >= 0 && pressure <= 1)) {
        throw new IllegalArgumentException("the pressure must be in 0..1, not " + pressure);
      }
    }

    /**
     * A place with the usual pressure.
     *
     * @param x to the right
     * @param y downwards
     */
    public Dot(double x, double y) {
      this(x, y, USUAL_PRESSURE);
    }
  }

  /**
   * Strokes as a picture, and how to find their places on it.
   *
   * @param picture black on white
   * @param scale pixels per unit of the strokes
   * @param left the place that became the picture's left edge, in units of the strokes
   * @param top the place that became its upper edge
   */
  public record Drawing(GrayImage picture, double scale, double left, double top) {}

  private final List<List<Dot>> strokes;
  private final double pen;
  private final double left;
  private final double top;
  private final double width;
  private final double height;

  private Strokes(List<List<Dot>> strokes, double pen) {
    this.strokes = strokes;
    this.pen = pen;
    List<Dot> all = strokes.stream().flatMap(Collection::stream).toList();
    left = all.stream().mapToDouble(Dot::x).min().orElse(0);
    top = all.stream().mapToDouble(Dot::y).min().orElse(0);
    width = all.stream().mapToDouble(Dot::x).max().orElse(0) - left;
    height = all.stream().mapToDouble(Dot::y).max().orElse(0) - top;
  }

  /**
   * Strokes of a pen as wide as is usual for their size.
   *
   * @param strokes in the order in which they were written, each with its dots in that order;
   *     strokes without dots are left out
   * @return the strokes
   */
  public static Strokes of(List<List<Dot>> strokes) {
    List<List<Dot>> kept = new ArrayList<>();
    strokes.stream().filter(stroke -> !stroke.isEmpty()).map(List::copyOf).forEach(kept::add);
    return new Strokes(List.copyOf(kept), /* pen= */ 0);
  }

  /**
   * The same strokes, of a pen whose width is known.
   *
   * @param width in units of the strokes at the usual pressure, above 0; drawn no thinner and no
   *     thicker than digits can be read
   * @return strokes of that pen
   * @throws IllegalArgumentException if the width is not above 0 and finite
   */
  public Strokes withPen(double width) {
    SettingRange.requirePositive("the pen's width", width);
    return new Strokes(strokes, width);
  }

  /**
   * Draws the strokes as one digit, of the size that a recognizer needs.
   *
   * @return a picture of at most 200 pixels in width and height; blank if there are no strokes
   */
  public GrayImage drawDigit() {
    double side = longerSide();
    double scale = side > DOT ? DIGIT / side : 1;
    double wide = pen > 0 ? pen * scale : USUAL_PEN * DIGIT;
    return draw(scale, between(wide, THINNEST_PEN * DIGIT, THICKEST_PEN * DIGIT)).picture();
  }

  /**
   * Draws the strokes as a page with several digits, of the size that a page reader needs.
   *
   * @return a picture of at most 2,000 pixels in width and height, and where the strokes are on it
   */
  public Drawing drawPage() {
    double side = longerSide();
    double known = pen > 0 ? pen : USUAL_PEN * usualLength();
    double scale = known > DOT ? PAGE_PEN / known : 1;
    if (side > DOT) {
      scale = between(scale, LEAST_PAGE / side, MOST_PAGE / side);
    }
    return draw(scale, between(known * scale, 2, 2 * PAGE_PEN));
  }

  private double longerSide() {
    return Math.max(width, height);
  }

  /** The median of the strokes' longer sides: half of a digit's at least. */
  private double usualLength() {
    double[] lengths =
        strokes.stream()
            .mapToDouble(stroke -> new Strokes(List.of(stroke), 0).longerSide())
            .sorted()
            .toArray();
    return lengths.length == 0 ? 0 : lengths[lengths.length / 2];
  }

  private Drawing draw(double scale, double wide) {
    double margin = wholePixels(MARGIN * wide);
    int columns = wholePixels(width * scale + 2 * margin);
    int rows = wholePixels(height * scale + 2 * margin);
    double originX = left - margin / scale;
    double originY = top - margin / scale;
    try (NativeScope scope = new NativeScope()) {
      Mat canvas = scope.own(new Mat(rows, columns, CvType.CV_8UC1, PAPER), Mat::release);
      for (List<Dot> stroke : strokes) {
        Dot from = stroke.get(0);
        // A stroke of one dot is a dot; the others go from each dot to the next.
        for (Dot to : stroke.size() == 1 ? stroke : stroke.subList(1, stroke.size())) {
          double pressed = wide * (0.5 + (from.pressure() + to.pressure()) / 2) - SOFT_EDGES;
          Imgproc.line(
              canvas,
              place(from, scale, originX, originY),
              place(to, scale, originX, originY),
              INK,
              (int) Math.max(1, Math.round(pressed)),
              Imgproc.LINE_AA,
              SUBPIXEL_BITS);
          from = to;
        }
      }
      byte[] pixels = new byte[rows * columns];
      canvas.get(0, 0, pixels);
      return new Drawing(GrayImage.of(columns, rows, pixels), scale, originX, originY);
    }
  }

  private static Point place(Dot dot, double scale, double originX, double originY) {
    return new Point(
        Math.round((dot.x() - originX) * scale * SUBPIXELS),
        Math.round((dot.y() - originY) * scale * SUBPIXELS));
  }

  /** At least so many pixels; rounding of the last digits makes no further one. */
  private static int wholePixels(double length) {
    return (int) Math.ceil(length - 1e-6);
  }

  private static double between(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
