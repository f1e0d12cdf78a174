package io.github.inkling.core.page;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.opencv.NativeScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Photographs a sheet: from somewhere, in some light, with some lens and film. */
final class Camera {
  private static final int CHANNELS = 3;

  private final PageStyle style;
  private final int width;
  private final int height;
  private final SplittableRandom random;

  Camera(PageStyle style, SplittableRandom random) {
    this.style = style;
    this.width = (int) (PageStyle.WIDTH * style.scale);
    this.height = (int) (PageStyle.HEIGHT * style.scale);
    this.random = random;
  }

  /**
   * Takes the picture.
   *
   * @param sheet its paper and ink
   * @param sheetWidth its width; what is more than the picture's lies around it
   */
  ColorImage photograph(float[] sheet, int sheetWidth) {
    try (NativeScope scope = new NativeScope()) {
      Mat picture = mat(scope);
      place(sheet, sheetWidth, picture, scope);
      light(picture);
      blur(picture, scope);
      Mat bytes = develop(picture, scope);
      if (style.quarterTurns > 0) {
        int[] codes = {Core.ROTATE_90_CLOCKWISE, Core.ROTATE_180, Core.ROTATE_90_COUNTERCLOCKWISE};
        Core.rotate(bytes, bytes, codes[style.quarterTurns - 1]);
      }
      return toImage(bytes, scope);
    }
  }

  private void place(float[] sheet, int sheetWidth, Mat picture, NativeScope scope) {
    int sheetHeight = sheet.length / CHANNELS / sheetWidth;
    Mat from = scope.own(new Mat(sheetHeight, sheetWidth, CvType.CV_32FC3), Mat::release);
    from.put(0, 0, sheet);
    Point[] source = corners(0, 0, sheetWidth, sheetHeight);
    Point[] target = targets(sheetWidth, sheetHeight);
    Mat way =
        scope.own(
            Imgproc.getPerspectiveTransform(
                scope.own(new MatOfPoint2f(source), Mat::release),
                scope.own(new MatOfPoint2f(target), Mat::release)),
            Mat::release);
    Size size = new Size(width, height);
    Imgproc.warpPerspective(from, picture, way, size, Imgproc.INTER_LINEAR, Core.BORDER_REFLECT);
    if (style.table > 0) {
      Mat ones =
          scope.own(
              new Mat(sheetHeight, sheetWidth, CvType.CV_8UC1, new Scalar(255)), Mat::release);
      Mat mask = mat(scope);
      Imgproc.warpPerspective(ones, mask, way, size, Imgproc.INTER_LINEAR);
      Imgproc.GaussianBlur(mask, mask, new Size(3, 3), 0);
      layOnTable(picture, mask);
    }
  }

  /** Where the corners of the sheet come to lie in the picture. */
  private Point[] targets(int sheetWidth, int sheetHeight) {
    double inset = style.table * width;
    Point[] corners =
        style.table > 0
            ? corners(inset, inset, width - inset, height - inset)
            : corners(
                (width - sheetWidth) / 2.0,
                (height - sheetHeight) / 2.0,
                (width + sheetWidth) / 2.0,
                (height + sheetHeight) / 2.0);
    double reach = style.perspective * width;
    for (Point corner : corners) {
      // Inwards, or it would leave the picture.
      corner.x += Math.signum(width / 2.0 - corner.x) * reach * random.nextDouble();
      corner.y += Math.signum(height / 2.0 - corner.y) * reach * random.nextDouble();
    }
    double angle = Math.toRadians(style.rotation) * (random.nextBoolean() ? 1 : -1);
    double shrink = style.rotation == 0 ? 1 : shrink(angle);
    for (Point corner : corners) {
      double x = corner.x - width / 2.0;
      double y = corner.y - height / 2.0;
      corner.x = width / 2.0 + shrink * (Math.cos(angle) * x - Math.sin(angle) * y);
      corner.y = height / 2.0 + shrink * (Math.sin(angle) * x + Math.cos(angle) * y);
    }
    return corners;
  }

  /** By how much a turned sheet must be smaller so that nothing written leaves the picture. */
  private double shrink(double angle) {
    double share = style.table > 0 ? 1 : 0.88;
    double sine = Math.abs(Math.sin(angle));
    double cosine = Math.cos(angle);
    double wide = share * (cosine * width + sine * height) / width;
    double high = share * (cosine * height + sine * width) / height;
    return Math.min(1, 0.99 / Math.max(wide, high));
  }

  private static Point[] corners(double left, double top, double right, double bottom) {
    return new Point[] {
      new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom)
    };
  }

  private void layOnTable(Mat picture, Mat mask) {
    float[] table = Sheet.table(style, width, height, random);
    float[] sheet = floats(picture);
    byte[] shares = new byte[width * height];
    mask.get(0, 0, shares);
    for (int i = 0; i < sheet.length; i++) {
      float share = (shares[i / CHANNELS] & 0xff) / 255f;
      sheet[i] = share * sheet[i] + (1 - share) * table[i];
    }
    picture.put(0, 0, sheet);
  }

  private void light(Mat picture) {
    if (style.shading == 0 && style.shadow == 0) {
      return;
    }
    float[] rgb = floats(picture);
    double lamp = 2 * Math.PI * random.nextDouble();
    double edge = 2 * Math.PI * random.nextDouble();
    double offset = (random.nextDouble() - 0.5) * 0.5;
    double phase = 2 * Math.PI * random.nextDouble();
    double unit = Math.min(width, height) / 2.0;
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double right = (x - width / 2.0) / unit;
        double down = (y - height / 2.0) / unit;
        double away = 0.5 + 0.35 * (Math.cos(lamp) * right + Math.sin(lamp) * down);
        double vignette = 0.35 * (right * right + down * down) / 2.8;
        double light = 1 - style.shading * Math.max(0, Math.min(1, away * 0.8 + vignette));
        double wave = 0.12 * Math.sin(phase + 3 * (right - down)) + offset;
        double inside = (Math.cos(edge) * right + Math.sin(edge) * down + wave) * unit;
        double soft = style.shadowSoftness * style.scale;
        double shade = 1 / (1 + Math.exp(-Math.max(-40, Math.min(40, 2 * inside / soft))));
        light *= 1 - style.shadow * shade;
        for (int channel = 0; channel < CHANNELS; channel++) {
          // The light of a shadow is the sky's: a little bluer.
          double tint = 1 + 0.04 * style.shadow * shade * (channel - 1);
          rgb[at++] *= (float) (light * tint);
        }
      }
    }
    picture.put(0, 0, rgb);
  }

  private void blur(Mat picture, NativeScope scope) {
    if (style.defocus > 0) {
      filter(picture, (x, y) -> style.defocus * style.scale + 0.5 - Math.hypot(x, y), scope);
    }
    if (style.motion > 0) {
      double angle = Math.PI * random.nextDouble();
      double length = style.motion * style.scale;
      filter(
          picture,
          (x, y) -> {
            double along = Math.abs(x * Math.cos(angle) + y * Math.sin(angle));
            double across = Math.abs(y * Math.cos(angle) - x * Math.sin(angle));
            return Math.min(length / 2 - along + 0.5, 1 - across);
          },
          scope);
    }
  }

  /** What a point becomes: shares of its light, cut to 0..1 and then made to sum to 1. */
  @FunctionalInterface
  private interface Spread {
    double at(int x, int y);
  }

  private void filter(Mat picture, Spread spread, NativeScope scope) {
    int reach = (int) Math.ceil(Math.max(style.defocus, style.motion / 2) * style.scale) + 1;
    int side = 2 * reach + 1;
    float[] weights = new float[side * side];
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double weight = spread.at(i % side - reach, i / side - reach);
      weights[i] = (float) Math.max(0, Math.min(1, weight));
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    Mat kernel = scope.own(new Mat(side, side, CvType.CV_32FC1), Mat::release);
    kernel.put(0, 0, weights);
    Imgproc.filter2D(picture, picture, -1, kernel);
  }

  /** Adds noise, and makes bytes of floats. */
  private Mat develop(Mat picture, NativeScope scope) {
    float[] rgb = floats(picture);
    byte[] bytes = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i += CHANNELS) {
      double common = 0.8 * random.nextGaussian();
      for (int channel = 0; channel < CHANNELS; channel++) {
        double noise = style.noise * (common + 0.6 * random.nextGaussian());
        double level = 255 * (rgb[i + channel] + noise) + 0.5;
        bytes[i + channel] = (byte) Math.max(0, Math.min(255, level));
      }
    }
    Mat developed = scope.own(new Mat(height, width, CvType.CV_8UC3), Mat::release);
    developed.put(0, 0, bytes);
    return developed;
  }

  private ColorImage toImage(Mat rgb, NativeScope scope) {
    if (style.jpeg == 0) {
      byte[] bytes = new byte[(int) rgb.total() * CHANNELS];
      rgb.get(0, 0, bytes);
      return ColorImage.of(rgb.cols(), rgb.rows(), bytes);
    }
    Mat bgr = mat(scope);
    Imgproc.cvtColor(rgb, bgr, Imgproc.COLOR_RGB2BGR);
    MatOfByte file = scope.own(new MatOfByte(), Mat::release);
    MatOfInt quality =
        scope.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, style.jpeg), Mat::release);
    Imgcodecs.imencode(".jpg", bgr, file, quality);
    try {
      return ColorImage.decode(file.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] floats(Mat picture) {
    float[] values = new float[(int) picture.total() * CHANNELS];
    picture.get(0, 0, values);
    return values;
  }

  private static Mat mat(NativeScope scope) {
    return scope.own(new Mat(), Mat::release);
  }
}
