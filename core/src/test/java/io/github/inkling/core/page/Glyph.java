package io.github.inkling.core.page;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What is written at one place, as large as it is on the page: how much of each pixel the ink
 * covers. Its edges are as crisp as a pen's, however few pixels the digit had.
 */
final class Glyph {
  /** The height in pixels that MNIST gives to most digits. */
  private static final double NOMINAL = 20;

  private static final int OVERSAMPLING = 3;
  private static final int PADDING = 4;
  private static final double EDGE = 0.42;

  /** Area of a piece that belongs to the digit, as a share of it. */
  private static final double LEAST_PIECE = 0.04;

  /** Small holes must be open before strokes are thinned, or they would become a line. */
  private static final double EDGE_TO_THIN = 0.5;

  /** What is narrower, in pixels of the digit, and lighter than what is around it, is a hole. */
  private static final double NARROW = 3;

  /** By how many times of that it is made lighter. */
  private static final double DEEPER = 1.5;

  private final int width;
  private final int height;
  private final float[] coverage;

  /**
   * Wraps the pixels.
   *
   * @param coverage row by row, 0 paper to 1 ink; ink reaches every side
   */
  private Glyph(int width, int height, float[] coverage) {
    this.width = width;
    this.height = height;
    this.coverage = coverage;
  }

  /**
   * Writes a digit.
   *
   * @param digit white ink on black, 20 pixels high
   * @param size the height wanted
   * @param pen width of the strokes as a share of what it is
   */
  static Glyph of(GrayImage digit, double size, double pen) {
    try (NativeScope scope = new NativeScope()) {
      Mat small = mat(scope);
      small.create(digit.height(), digit.width(), CvType.CV_8UC1);
      small.put(0, 0, digit.pixels());
      Core.copyMakeBorder(
          small, small, PADDING, PADDING, PADDING, PADDING, Core.BORDER_CONSTANT, new Scalar(0));
      double zoom = size / NOMINAL * OVERSAMPLING;
      Mat shape = mat(scope);
      small.convertTo(shape, CvType.CV_32F, 1.0 / 255);
      Imgproc.resize(shape, shape, new Size(), zoom, zoom, Imgproc.INTER_CUBIC);
      // Rounds off the stairs of the few pixels there were.
      Imgproc.GaussianBlur(shape, shape, new Size(), 0.3 * zoom);
      if (pen < 1) {
        openHoles(shape, NARROW * zoom, scope);
      }
      Imgproc.threshold(shape, shape, pen < 1 ? EDGE_TO_THIN : EDGE, 255, Imgproc.THRESH_BINARY);
      shape.convertTo(shape, CvType.CV_8U);
      dropCrumbs(shape, scope);
      changePen(shape, pen, scope);
      return of(shape, scope);
    }
  }

  /**
   * Writes a word in joined letters.
   *
   * @param size height of its capitals
   * @param stroke width of its strokes
   */
  static Glyph word(String text, double size, double stroke) {
    try (NativeScope scope = new NativeScope()) {
      int face = Imgproc.FONT_HERSHEY_SCRIPT_SIMPLEX;
      double scale = size * OVERSAMPLING / 21;
      int thickness = Math.max(1, (int) Math.round(stroke * OVERSAMPLING));
      int[] descent = new int[1];
      Size room = Imgproc.getTextSize(text, face, scale, thickness, descent);
      int border = (int) (size * OVERSAMPLING);
      Mat shape =
          scope.own(
              new Mat(
                  (int) room.height + descent[0] + 2 * border,
                  (int) room.width + 2 * border,
                  CvType.CV_8UC1,
                  new Scalar(0)),
              Mat::release);
      Point origin = new Point(border, border + room.height);
      Imgproc.putText(shape, text, origin, face, scale, new Scalar(255), thickness);
      return of(shape, scope);
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  float at(int x, int y) {
    return coverage[y * width + x];
  }

  /** This glyph with a straight gap through the middle of its ink. */
  Glyph cut(double angle, double gap) {
    double sumX = 0;
    double sumY = 0;
    double mass = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sumX += (double) x * at(x, y);
        sumY += (double) y * at(x, y);
        mass += at(x, y);
      }
    }
    float[] rest = coverage.clone();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double along = (x - sumX / mass) * Math.cos(angle);
        double across = (y - sumY / mass) * Math.sin(angle);
        double outside = Math.abs(along + across) - gap / 2;
        rest[y * width + x] *= (float) Math.max(0, Math.min(1, outside + 0.5));
      }
    }
    return new Glyph(width, height, rest);
  }

  /** By how much another one may be moved to the left of this one's right side until they touch. */
  int clearance(Glyph next, int down) {
    int least = Integer.MAX_VALUE;
    for (int y = Math.max(0, down); y < Math.min(height, next.height + down); y++) {
      int right = width - 1;
      while (right >= 0 && at(right, y) < 0.5f) {
        right--;
      }
      int left = 0;
      while (left < next.width && next.at(left, y - down) < 0.5f) {
        left++;
      }
      if (right >= 0 && left < next.width) {
        least = Math.min(least, width - 1 - right + left);
      }
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  /** Data sets have specks beside their digits, which pages shall have only where they are told. */
  private static void dropCrumbs(Mat shape, NativeScope scope) {
    Mat pieces = mat(scope);
    Mat figures = mat(scope);
    int count = Imgproc.connectedComponentsWithStats(shape, pieces, figures, mat(scope));
    int ink = Core.countNonZero(shape);
    Mat piece = mat(scope);
    for (int i = 1; i < count; i++) {
      if (figures.get(i, Imgproc.CC_STAT_AREA)[0] < LEAST_PIECE * ink) {
        Core.compare(pieces, new Scalar(i), piece, Core.CMP_EQ);
        NativeScope.release(shape.setTo(new Scalar(0), piece), Mat::release);
      }
    }
  }

  /** The thick ink of an eight may leave no more of its loops than a lighter place. */
  private static void openHoles(Mat shape, double across, NativeScope scope) {
    Size size = new Size(across, across);
    Mat disc = scope.own(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, size), Mat::release);
    Mat depth = mat(scope);
    Imgproc.morphologyEx(shape, depth, Imgproc.MORPH_BLACKHAT, disc);
    Core.addWeighted(shape, 1, depth, -DEEPER, 0, shape);
  }

  private static void changePen(Mat shape, double pen, NativeScope scope) {
    Mat distance = mat(scope);
    Imgproc.distanceTransform(shape, distance, Imgproc.DIST_L2, Imgproc.DIST_MASK_PRECISE);
    // The mean distance from the edge is a quarter of a stroke's width.
    double radius = 2 * Core.mean(distance, shape).val[0];
    if (pen < 1) {
      Skeleton.thin(shape);
      widen(shape, Math.max(OVERSAMPLING / 2.0, radius * pen), scope);
    } else if (pen > 1) {
      widen(shape, radius * (pen - 1), scope);
    }
  }

  private static void widen(Mat shape, double radius, NativeScope scope) {
    int side = 2 * (int) Math.round(radius) + 1;
    Mat disc =
        scope.own(
            Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(side, side)),
            Mat::release);
    int border = side;
    Core.copyMakeBorder(
        shape, shape, border, border, border, border, Core.BORDER_CONSTANT, new Scalar(0));
    Imgproc.dilate(shape, shape, disc);
  }

  /** Reduces a large black and white shape to its ink. */
  private static Glyph of(Mat shape, NativeScope scope) {
    Rect ink = Imgproc.boundingRect(shape);
    int width = ink.width / OVERSAMPLING + 1;
    int height = ink.height / OVERSAMPLING + 1;
    Mat whole =
        scope.own(
            new Mat(height * OVERSAMPLING, width * OVERSAMPLING, CvType.CV_8UC1, new Scalar(0)),
            Mat::release);
    Mat from = scope.own(new Mat(shape, ink), Mat::release);
    Mat to = scope.own(new Mat(whole, new Rect(0, 0, ink.width, ink.height)), Mat::release);
    from.copyTo(to);
    Mat reduced = mat(scope);
    Imgproc.resize(whole, reduced, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
    reduced.convertTo(reduced, CvType.CV_32F, 1.0 / 255);
    float[] coverage = new float[width * height];
    reduced.get(0, 0, coverage);
    return new Glyph(width, height, coverage);
  }

  private static Mat mat(NativeScope scope) {
    return scope.own(new Mat(), Mat::release);
  }
}
