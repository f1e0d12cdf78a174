package io.github.inkling.core.image;

import org.opencv.imgcodecs.Imgcodecs;

/**
 * A picture at a part of its size, as libjpeg decodes it.
 *
 * @param full the size by the header, before the picture is turned upright
 * @param divisor what both sides are divided by: 1, 2, 4 or 8
 */
record Reduction(PictureFormat.Size full, int divisor) {
  private static final int LARGEST = 8;

  /** Leaves the picture as it is. */
  static Reduction none(PictureFormat.Size full) {
    return new Reduction(full, 1);
  }

  /** The smallest part whose longer side is still as long as that. */
  static Reduction of(PictureFormat.Size full, int longerSide) {
    for (int divisor = LARGEST; divisor > 1; divisor /= 2) {
      Reduction reduction = new Reduction(full, divisor);
      if (reduction.leaves(longerSide) && reduction.keepsSidesApart()) {
        return reduction;
      }
    }
    return none(full);
  }

  private boolean leaves(int longerSide) {
    return Math.max(full.width(), full.height()) >= (long) divisor * longerSide;
  }

  /** Or nobody could tell afterwards whether the picture was turned. */
  private boolean keepsSidesApart() {
    return full.width() == full.height() || reduced(full.width()) != reduced(full.height());
  }

  /** What libjpeg leaves of a side. */
  private long reduced(long side) {
    return (side + divisor - 1) / divisor;
  }

  /** What OpenCV is told, so that it decodes colours at this size. */
  int flag() {
    return switch (divisor) {
      case 2 -> Imgcodecs.IMREAD_REDUCED_COLOR_2;
      case 4 -> Imgcodecs.IMREAD_REDUCED_COLOR_4;
      case 8 -> Imgcodecs.IMREAD_REDUCED_COLOR_8;
      default -> Imgcodecs.IMREAD_COLOR;
    };
  }

  /** What was decoded at this size, with its full size as it stands upright. */
  ReducedImage describe(ColorImage decoded) {
    if (divisor == 1) {
      return ReducedImage.whole(decoded);
    }
    int width = (int) full.width();
    int height = (int) full.height();
    // OpenCV has turned it upright and does not tell how.
    boolean isTurned = decoded.width() != reduced(width);
    return new ReducedImage(decoded, isTurned ? height : width, isTurned ? width : height);
  }
}
