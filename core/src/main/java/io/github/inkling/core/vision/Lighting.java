package io.github.inkling.core.vision;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Evens out the light of a photograph. The paper is estimated by medians on a thumbnail, which
 * follow a gradient or the edge of a shadow and ignore strokes, as long as they cover less than
 * half of the window: first a wide one, then, with the ink painted over, a narrow one.
 */
final class Lighting {
  /** Data sets have smaller pictures, whose light is even; a photograph of a digit is larger. */
  private static final int SMALLEST_PHOTO = 40;

  private static final double CLEARLY_TWO_LEVELS = 0.8;
  private static final double MOSTLY_ONE = 0.25;
  private static final int THUMBNAIL = 64;
  private static final int WIDE_WINDOW = 39;
  private static final int NARROW_WINDOW = 13;

  private final Mat thumbnail;
  private final Mat paperThumbnail;
  private final Mat paper;

  Lighting(NativeScope scope) {
    thumbnail = scope.own(new Mat(), Mat::release);
    paperThumbnail = scope.own(new Mat(), Mat::release);
    paper = scope.own(new Mat(), Mat::release);
  }

  /** Whether the paper is a single level already, or the picture too small to say. */
  static boolean isEven(Raster picture, Histogram histogram) {
    if (!isPhoto(picture)) {
      return true;
    }
    double lightBorder = Polarity.lightBorder(picture, histogram.threshold());
    return histogram.separability() >= CLEARLY_TWO_LEVELS
        && Math.min(lightBorder, 1 - lightBorder) <= MOSTLY_ONE;
  }

  /** Whether the picture is large enough for light and borders to matter. */
  static boolean isPhoto(Raster picture) {
    return Math.min(picture.width(), picture.height()) >= SMALLEST_PHOTO;
  }

  /** Estimates the paper, and says by the same token whether the ink is darker or lighter. */
  Polarity estimate(Mat picture) {
    double scale = (double) THUMBNAIL / Math.max(picture.rows(), picture.cols());
    Size small =
        new Size(
            Math.max(1, Math.round(picture.cols() * scale)),
            Math.max(1, Math.round(picture.rows() * scale)));
    Imgproc.resize(picture, thumbnail, small, 0, 0, Imgproc.INTER_AREA);
    Imgproc.medianBlur(thumbnail, paperThumbnail, WIDE_WINDOW);
    Raster seen = Raster.of(thumbnail);
    Raster guess = Raster.of(paperThumbnail);
    Polarity polarity = skewness(seen, guess);
    paintOver(seen, guess, polarity);
    Imgproc.medianBlur(seen.copyTo(thumbnail), paperThumbnail, NARROW_WINDOW);
    Imgproc.resize(paperThumbnail, paper, picture.size(), 0, 0, Imgproc.INTER_LINEAR);
    return polarity;
  }

  /**
   * Takes the paper away: what is left is ink, white on black. Dark ink swallows a share of the
   * light that falls on it, so it is divided by the paper; light ink adds to it.
   */
  void remove(Mat picture, Polarity polarity, Mat target) {
    if (polarity == Polarity.DARK_INK) {
      Core.divide(picture, paper, target, 255, CvType.CV_8U);
      Core.bitwise_not(target, target);
    } else {
      Core.subtract(picture, paper, target);
    }
  }

  /** The ink is the minority, so what differs most from the paper lies on its side. */
  private static Polarity skewness(Raster picture, Raster paper) {
    int marginX = picture.width() / 8;
    int marginY = picture.height() / 8;
    double sum = 0;
    for (int y = marginY; y < picture.height() - marginY; y++) {
      for (int x = marginX; x < picture.width() - marginX; x++) {
        int i = y * picture.width() + x;
        double difference = (picture.pixels()[i] & 0xff) - (paper.pixels()[i] & 0xff);
        sum += difference * difference * difference;
      }
    }
    return sum < 0 ? Polarity.DARK_INK : Polarity.LIGHT_INK;
  }

  /** Replaces what differs from the paper as much as ink does. */
  private static void paintOver(Raster picture, Raster paper, Polarity polarity) {
    byte[] pixels = picture.pixels();
    byte[] ink = new byte[pixels.length];
    for (int i = 0; i < ink.length; i++) {
      int difference = (pixels[i] & 0xff) - (paper.pixels()[i] & 0xff);
      ink[i] = (byte) Math.max(0, polarity == Polarity.DARK_INK ? -difference : difference);
    }
    int threshold = Histogram.of(ink).threshold();
    for (int i = 0; i < ink.length; i++) {
      if ((ink[i] & 0xff) > threshold) {
        pixels[i] = paper.pixels()[i];
      }
    }
  }
}
