package io.github.inkling.core.vision;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Finds the edges of a picture. */
public final class Edges {
  /** Canny's lower threshold for a normalised digit, on Sobel's gradient of ink in 0..255. */
  public static final double CANNY_LOW = 50;

  /** Canny's upper threshold for a normalised digit. */
  public static final double CANNY_HIGH = 150;

  private Edges() {}

  /**
   * Edges by Canny's detector ("A computational approach to edge detection", IEEE Trans. PAMI 8(6),
   * 1986), with the thresholds {@link #CANNY_LOW} and {@link #CANNY_HIGH}.
   *
   * @param image the picture
   * @return as large as the picture: 255 on an edge, 0 elsewhere
   */
  public static GrayImage canny(GrayImage image) {
    return canny(image, CANNY_LOW, CANNY_HIGH);
  }

  /**
   * Edges by Canny's detector, on the gradient of a 3 x 3 Sobel kernel (L2 norm).
   *
   * @param image the picture
   * @param low gradient from which an edge that has begun goes on, at least 0
   * @param high gradient at which an edge begins, at least {@code low}
   * @return as large as the picture: 255 on an edge, 0 elsewhere
   * @throws IllegalArgumentException if the thresholds are out of range
   */
  public static GrayImage canny(GrayImage image, double low, double high) {
    if (!(low >= 0 && high >= low)) {
      throw new IllegalArgumentException(
          "Canny's thresholds must be 0 <= low <= high, not low %s and high %s"
              .formatted(low, high));
    }
    try (NativeScope scope = new NativeScope()) {
      Mat source = Raster.copyOf(image).copyTo(scope.own(new Mat(), Mat::release));
      Mat edges = scope.own(new Mat(), Mat::release);
      Imgproc.Canny(source, edges, low, high, 3, true);
      return Raster.of(edges).toGrayImage();
    }
  }

  /**
   * The gradient by Sobel's 3 x 3 kernels.
   *
   * @param image the picture
   * @return the gradient at every pixel
   */
  public static Gradient sobel(GrayImage image) {
    try (NativeScope scope = new NativeScope()) {
      Mat source = Raster.copyOf(image).copyTo(scope.own(new Mat(), Mat::release));
      return new Gradient(
          image.width(), image.height(), derivative(source, 1, 0), derivative(source, 0, 1));
    }
  }

  private static float[] derivative(Mat source, int orderX, int orderY) {
    try (NativeScope scope = new NativeScope()) {
      Mat derivative = scope.own(new Mat(), Mat::release);
      Imgproc.Sobel(source, derivative, CvType.CV_32F, orderX, orderY);
      float[] values = new float[source.rows() * source.cols()];
      derivative.get(0, 0, values);
      return values;
    }
  }
}
