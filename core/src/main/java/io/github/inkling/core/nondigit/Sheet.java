package io.github.inkling.core.nondigit;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.opencv.NativeScope;
import java.util.SplittableRandom;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A sheet to draw on, white on black, which becomes a picture by being tilted, blurred, made small
 * and given some noise. Its matrices are made once. Belongs to one thread.
 */
final class Sheet implements AutoCloseable {
  /** Width and height in units of drawing. */
  static final int SIZE = 128;

  static final double MIDDLE = SIZE / 2.0;

  private static final int SUBPIXEL_BITS = 4;
  private static final double SUBPIXELS = 1 << SUBPIXEL_BITS;

  /** The share of sheets whose paper is rough. */
  private static final double WORN = 0.15;

  /** Heights and hollows of rough paper from one side of the sheet to the other. */
  private static final int COARSEST = 20;

  private static final int FINEST = 80;

  /** The depth, as a share of the paper's, from which a hollow stays without ink. */
  private static final double LEAST_HOLLOW = 0.08;

  private static final double MOST_HOLLOW = 0.42;
  private static final Scalar INK = new Scalar(255);
  private static final Scalar PAPER = new Scalar(0);
  private static final Size WHOLE = new Size(SIZE, SIZE);

  private final NativeScope scope = new NativeScope();
  private final Mat canvas = scope.own(new Mat(WHOLE, CvType.CV_8UC1, PAPER), Mat::release);
  private final Mat layer = scope.own(new Mat(), Mat::release);
  private final Mat grain = scope.own(new Mat(), Mat::release);
  private final Mat digit =
      scope.own(new Mat(DigitImage.SIZE, DigitImage.SIZE, CvType.CV_8UC1), Mat::release);
  private final Mat affine = scope.own(new Mat(2, 3, CvType.CV_64FC1), Mat::release);
  private final Mat picture = scope.own(new Mat(), Mat::release);

  /** Takes everything off the sheet. */
  void clear() {
    // What it answers is a second header of the same pixels, which would keep them.
    NativeScope.release(canvas.setTo(PAPER), Mat::release);
  }

  /** A straight stroke with round ends. */
  void line(double x1, double y1, double x2, double y2, double width) {
    Imgproc.line(
        canvas,
        point(x1, y1),
        point(x2, y2),
        INK,
        Math.max(1, (int) Math.round(width)),
        Imgproc.LINE_AA,
        SUBPIXEL_BITS);
  }

  /** Straight strokes from each point to the next. */
  void polyline(double[] x, double[] y, double width) {
    for (int i = 1; i < x.length; i++) {
      line(x[i - 1], y[i - 1], x[i], y[i], width);
    }
  }

  /** A filled disc. */
  void disc(double x, double y, double radius) {
    Imgproc.circle(
        canvas,
        point(x, y),
        (int) Math.round(radius * SUBPIXELS),
        INK,
        Imgproc.FILLED,
        Imgproc.LINE_AA,
        SUBPIXEL_BITS);
  }

  /**
   * Text in the middle of the sheet.
   *
   * @param face one of OpenCV's vector fonts
   * @param height of a capital without its stroke
   */
  void text(String text, int face, double height, double width) {
    int thickness = Math.max(1, (int) Math.round(width));
    double scale = Imgproc.getFontScaleFromHeight(face, (int) Math.round(height), 1);
    int[] baseline = new int[1];
    Size size = Imgproc.getTextSize(text, face, scale, thickness, baseline);
    Point origin = new Point(MIDDLE - size.width / 2, MIDDLE + size.height / 2);
    Imgproc.putText(canvas, text, origin, face, scale, INK, thickness, Imgproc.LINE_AA);
  }

  /**
   * Lays pixels of a digit's size over what is there.
   *
   * @param pixels 784, white on black
   * @param x where the picture's middle comes to lie
   * @param y where the picture's middle comes to lie
   * @param scale units per pixel
   */
  void paste(byte[] pixels, double x, double y, double scale) {
    double half = DigitImage.SIZE / 2.0 - 0.5;
    digit.put(0, 0, pixels);
    affine.put(0, 0, scale, 0, x - scale * half, 0, scale, y - scale * half);
    Imgproc.warpAffine(
        digit, layer, affine, WHOLE, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, PAPER);
    Core.max(canvas, layer, canvas);
  }

  /** Takes ink away as a pencil does not reach the hollows of the paper, on some of the sheets. */
  private void wear(SplittableRandom random) {
    if (random.nextDouble() >= WORN) {
      return;
    }
    int side = COARSEST + random.nextInt(FINEST - COARSEST + 1);
    byte[] heights = new byte[side * side];
    random.nextBytes(heights);
    double hollow = Draw.between(random, LEAST_HOLLOW, MOST_HOLLOW);
    grain.create(side, side, CvType.CV_8UC1);
    grain.put(0, 0, heights);
    Imgproc.resize(grain, layer, WHOLE, 0, 0, Imgproc.INTER_CUBIC);
    Imgproc.threshold(layer, layer, 255 * hollow, 255, Imgproc.THRESH_BINARY);
    Core.min(canvas, layer, canvas);
  }

  /**
   * Makes a picture of what is on the sheet.
   *
   * @param random decides how
   * @param tilt by how much it is turned, slanted and stretched: 1 as a hand would
   */
  GrayImage finish(SplittableRandom random, double tilt) {
    wear(random);
    int side = 36 + random.nextInt(29);
    double scale = (double) side / SIZE;
    double angle = Math.toRadians(10) * tilt * Draw.around(random);
    double shear = 0.25 * tilt * Draw.around(random);
    double stretch = Math.exp(0.2 * tilt * Draw.around(random));
    double cos = Math.cos(angle) * scale;
    double sin = Math.sin(angle) * scale;
    double a = cos * stretch;
    double b = (cos * shear - sin) * stretch;
    double c = sin / stretch;
    double d = (sin * shear + cos) / stretch;
    double middle = side / 2.0;
    affine.put(0, 0, a, b, middle - (a + b) * MIDDLE, c, d, middle - (c + d) * MIDDLE);
    // Half a pixel of the picture lets no stroke fall through its grid; the rest is how sharp it
    // is.
    blur(0.45 / scale * (0.8 + 1.4 * random.nextDouble()));
    Imgproc.warpAffine(
        layer,
        picture,
        affine,
        new Size(side, side),
        Imgproc.INTER_LINEAR,
        Core.BORDER_CONSTANT,
        PAPER);
    byte[] pixels = new byte[side * side];
    picture.get(0, 0, pixels);
    return GrayImage.of(side, side, developed(pixels, random));
  }

  /**
   * Nearly a Gaussian: the mean of a box of pixels, twice, which costs the same for every sigma.
   */
  private void blur(double sigma) {
    int box = 2 * (int) Math.round((Math.sqrt(6 * sigma * sigma + 1) - 1) / 2) + 1;
    Size size = new Size(box, box);
    Imgproc.blur(canvas, layer, size);
    Imgproc.blur(layer, layer, size);
  }

  /** Ink of some strength, on paper with some noise, in either polarity. */
  private static byte[] developed(byte[] pixels, SplittableRandom random) {
    boolean dark = random.nextBoolean();
    double noise = random.nextInt(3) == 0 ? 6 * random.nextDouble() : 0;
    double strength = 0.6 + 0.35 * random.nextDouble();
    double paper = 10 * random.nextDouble();
    for (int i = 0; i < pixels.length; i++) {
      double level = paper + strength * (pixels[i] & 0xff);
      if (noise > 0) {
        level += noise * Draw.normal(random);
      }
      int value = (int) Math.max(0, Math.min(255, Math.round(level)));
      pixels[i] = (byte) (dark ? 255 - value : value);
    }
    return pixels;
  }

  private static Point point(double x, double y) {
    return new Point(Math.round(x * SUBPIXELS), Math.round(y * SUBPIXELS));
  }

  @Override
  public void close() {
    scope.close();
  }
}
