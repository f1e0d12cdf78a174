package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.SplittableRandom;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Random fields. */
final class Noise {
  private Noise() {}

  /** Independent values of mean 0 and variance 1. */
  static float[] white(int count, SplittableRandom random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /**
   * Values of mean 0 that change smoothly.
   *
   * @param cellX distance in pixels over which they forget, to the right
   * @param cellY the same, down
   */
  static float[] smooth(
      int width, int height, double cellX, double cellY, SplittableRandom random) {
    int columns = (int) Math.ceil(width / cellX) + 3;
    int rows = (int) Math.ceil(height / cellY) + 3;
    try (NativeScope scope = new NativeScope()) {
      Mat lattice = scope.own(new Mat(rows, columns, CvType.CV_32FC1), Mat::release);
      lattice.put(0, 0, white(rows * columns, random));
      Mat field = scope.own(new Mat(), Mat::release);
      Imgproc.resize(lattice, field, new Size(width, height), 0, 0, Imgproc.INTER_CUBIC);
      float[] values = new float[width * height];
      field.get(0, 0, values);
      return values;
    }
  }
}
