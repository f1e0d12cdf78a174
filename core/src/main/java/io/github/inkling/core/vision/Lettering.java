package io.github.inkling.core.vision;

import io.github.inkling.core.opencv.NativeScope;
import io.github.inkling.core.opencv.OpenCv;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Writes text with OpenCV's vector letters, which look the same everywhere and need no font: a
 * server's JDK often has none. ASCII only.
 */
public final class Lettering {
  private static final int FACE = Imgproc.FONT_HERSHEY_SIMPLEX;
  private static final int CAPITAL_HEIGHT = 21;
  private static final int OVERSAMPLING = 8;

  private Lettering() {}

  /**
   * Writes a line.
   *
   * @param image where to, of type {@link BufferedImage#TYPE_INT_RGB}
   * @param text the line
   * @param left where it begins
   * @param baseline where its letters stand
   * @param capitals height of the capitals in pixels
   * @param weight thickness of the strokes in pixels
   * @param color its colour
   * @throws IllegalArgumentException if the text is not of printable ASCII characters
   */
  public static void write(
      BufferedImage image,
      String text,
      int left,
      int baseline,
      double capitals,
      double weight,
      Color color) {
    requireAscii(text);
    double scale = capitals * OVERSAMPLING / CAPITAL_HEIGHT;
    int thickness = (int) Math.round(weight * OVERSAMPLING);
    try (NativeScope scope = new NativeScope()) {
      int[] descent = new int[1];
      Size size = Imgproc.getTextSize(text, FACE, scale, thickness, descent);
      int above = (int) Math.ceil(size.height / OVERSAMPLING) + 2;
      int below = (int) Math.ceil((double) descent[0] / OVERSAMPLING) + 2;
      int width = (int) Math.ceil(size.width / OVERSAMPLING) + 2;
      Size large = new Size((double) width * OVERSAMPLING, (double) (above + below) * OVERSAMPLING);
      Mat letters = scope.own(new Mat(large, CvType.CV_8UC1, new Scalar(0)), Mat::release);
      Point origin = new Point(0, (double) above * OVERSAMPLING);
      Imgproc.putText(
          letters, text, origin, FACE, scale, new Scalar(255), thickness, Imgproc.LINE_AA);
      Mat small = scope.own(new Mat(), Mat::release);
      Imgproc.resize(letters, small, new Size(width, above + below), 0, 0, Imgproc.INTER_AREA);
      blend(image, Raster.of(small), left, baseline - above, color);
    }
  }

  /**
   * How wide a line is.
   *
   * @param text the line
   * @param capitals height of the capitals in pixels
   * @param weight thickness of the strokes in pixels
   * @return its width in pixels
   * @throws IllegalArgumentException if the text is not of printable ASCII characters
   */
  public static double width(String text, double capitals, double weight) {
    requireAscii(text);
    OpenCv.load();
    double scale = capitals * OVERSAMPLING / CAPITAL_HEIGHT;
    int thickness = (int) Math.round(weight * OVERSAMPLING);
    return Imgproc.getTextSize(text, FACE, scale, thickness, new int[1]).width / OVERSAMPLING;
  }

  /** OpenCV draws question marks for all else, which nobody may notice. */
  private static void requireAscii(String text) {
    if (!text.chars().allMatch(character -> character >= ' ' && character <= '~')) {
      throw new IllegalArgumentException(
          "only ASCII can be drawn, which '%s' is not".formatted(text));
    }
  }

  private static void blend(BufferedImage image, Raster opacity, int left, int top, Color color) {
    for (int y = 0; y < opacity.height(); y++) {
      for (int x = 0; x < opacity.width(); x++) {
        int share = opacity.pixels()[y * opacity.width() + x] & 0xff;
        boolean inside =
            left + x >= 0
                && left + x < image.getWidth()
                && top + y >= 0
                && top + y < image.getHeight();
        if (share > 0 && inside) {
          Color below = new Color(image.getRGB(left + x, top + y));
          image.setRGB(left + x, top + y, mix(below, color, share).getRGB());
        }
      }
    }
  }

  private static Color mix(Color below, Color above, int share) {
    return new Color(
        mix(below.getRed(), above.getRed(), share),
        mix(below.getGreen(), above.getGreen(), share),
        mix(below.getBlue(), above.getBlue(), share));
  }

  private static int mix(int below, int above, int share) {
    return (below * (255 - share) + above * share + 127) / 255;
  }
}
