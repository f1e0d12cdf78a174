package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.opencv.NativeScope;
import io.github.inkling.core.opencv.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.objdetect.HOGDescriptor;

/** HOG by OpenCV, with paper around the digit. */
final class OpenCvHog {
  private static final int MARGIN = 2;
  private static final int SIDE = DigitImage.SIZE + 2 * MARGIN;
  private static final double SIGMA_OF_BLOCK = -1; // OpenCV's word for a quarter of the block
  private static final int L2_HYS = 0;
  private static final double L2_HYS_CLIP = 0.2;

  private OpenCvHog() {}

  static float[] describe(
      DigitImage digit, int cell, int block, int stride, int bins, boolean signed) {
    OpenCv.load();
    HOGDescriptor descriptor =
        new HOGDescriptor(
            square(DigitImage.SIZE),
            square(block * cell),
            square(stride * cell),
            square(cell),
            bins,
            1,
            SIGMA_OF_BLOCK,
            L2_HYS,
            L2_HYS_CLIP,
            true,
            HOGDescriptor.DEFAULT_NLEVELS,
            signed);
    try (NativeScope scope = new NativeScope()) {
      // Has nothing to give back but itself, which its finalizer shall not do while it computes.
      scope.own(descriptor, kept -> {});
      Mat sheet = scope.own(new Mat(SIDE, SIDE, CvType.CV_8UC1, new Scalar(0)), Mat::release);
      for (int y = 0; y < DigitImage.SIZE; y++) {
        for (int x = 0; x < DigitImage.SIZE; x++) {
          sheet.put(MARGIN + y, MARGIN + x, digit.at(x, y));
        }
      }
      Point corner = new Point(MARGIN, MARGIN);
      MatOfPoint corners = scope.own(new MatOfPoint(corner), Mat::release);
      MatOfFloat histograms = scope.own(new MatOfFloat(), Mat::release);
      descriptor.compute(sheet, histograms, new Size(), new Size(), corners);
      return histograms.toArray();
    }
  }

  private static Size square(int side) {
    return new Size(side, side);
  }
}
