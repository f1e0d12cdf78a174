package io.github.inkling.core.vision;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Evens out the light of a photograph. The paper is estimated by a wide median on a thumbnail,
 * which follows a gradient or the edge of a shadow and ignores strokes, as long as they cover less
 * than half of its window.
 */
final class Lighting {
  private static final int SMALLEST_PHOTO = 64;
  private static final double CLEARLY_TWO_LEVELS = 0.8;
  private static final double MOSTLY_ONE = 0.25;
  private static final int THUMBNAIL = 64;
  private static final double WINDOW = 0.6;

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
    if (Math.min(picture.width(), picture.height()) < SMALLEST_PHOTO) {
      return true;
    }
    double lightBorder = Polarity.lightBorder(picture, histogram.threshold());
    return histogram.separability() >= CLEARLY_TWO_LEVELS
        && Math.min(lightBorder, 1 - lightBorder) <= MOSTLY_ONE;
  }

  /** Estimates the paper, and says by the same token whether the ink is darker or lighter. */
  Polarity estimate(Mat picture) {
    double scale = (double) THUMBNAIL / Math.max(picture.rows(), picture.cols());
    Size small =
        new Size(
            Math.max(1, Math.round(picture.cols() * scale)),
            Math.max(1, Math.round(picture.rows() * scale)));
    Imgproc.resize(picture, thumbnail, small, 0, 0, Imgproc.INTER_AREA);
    Imgproc.medianBlur(thumbnail, paperThumbnail, (int) (THUMBNAIL * WINDOW) | 1);
    Imgproc.resize(paperThumbnail, paper, picture.size(), 0, 0, Imgproc.INTER_LINEAR);
    return skewness(Raster.of(thumbnail), Raster.of(paperThumbnail));
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
}
