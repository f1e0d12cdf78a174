package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What OpenCV's morphology moves over a picture. */
final class StructuringElements {
  private StructuringElements() {}

  /** A disc of so many pixels across. */
  static Mat disc(int diameter, NativeScope scope) {
    Size size = new Size(diameter, diameter);
    return scope.own(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, size), Mat::release);
  }

  /** A square of so many pixels across: much faster than a disc. */
  static Mat square(int side, NativeScope scope) {
    return scope.own(Mat.ones(new Size(side, side), CvType.CV_8UC1), Mat::release);
  }
}
