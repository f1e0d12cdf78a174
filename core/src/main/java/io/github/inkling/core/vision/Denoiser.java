package io.github.inkling.core.vision;

import java.util.Locale;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** How noise is taken from a picture before its ink is looked for. Works on 3 x 3 pixels. */
public enum Denoiser {
  /** Leaves the picture as it is; right for clean pictures, such as MNIST's. */
  NONE {
    @Override
    void apply(Mat source, Mat target, Mat kernel) {
      source.copyTo(target);
    }
  },

  /** The median of the neighbourhood: against salt and pepper. */
  MEDIAN {
    @Override
    void apply(Mat source, Mat target, Mat kernel) {
      Imgproc.medianBlur(source, target, 3);
    }
  },

  /** A Gaussian blur (sigma 0.8): against the grain of a sensor. */
  GAUSSIAN {
    @Override
    void apply(Mat source, Mat target, Mat kernel) {
      Imgproc.GaussianBlur(source, target, new Size(3, 3), 0.8);
    }
  },

  /**
   * A morphological opening by a 2 x 2 square: takes away specks of ink and hairs thinner than two
   * pixels, and keeps the width of every other stroke.
   */
  OPENING {
    @Override
    void apply(Mat source, Mat target, Mat kernel) {
      // An even square has no middle: the dilation looks the other way, else the ink would move.
      Imgproc.erode(source, target, kernel);
      Imgproc.dilate(target, target, kernel, new Point(0, 0), 1);
    }
  };

  /**
   * Denoises white ink on black.
   *
   * @param source 8-bit picture
   * @param target where the result goes; another matrix than the source
   * @param kernel the structuring element of the opening
   */
  abstract void apply(Mat source, Mat target, Mat kernel);

  /**
   * The name as settings spell it.
   *
   * @return such as {@code "median"}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
