package io.github.inkling.evaluation.robustness;

/** Gaussian blur, along rows and then along columns; all around the picture is paper. */
final class Blur {
  /** Standard deviations after which the kernel ends. */
  private static final double REACH = 3;

  private Blur() {}

  /** Blurs with a standard deviation in pixels. */
  static InkPicture gaussian(InkPicture picture, double sigma) {
    float[] kernel = kernel(sigma);
    int width = picture.width();
    int height = picture.height();
    float[] rows = new float[picture.ink().length];
    float[] blurred = new float[rows.length];
    for (int y = 0; y < height; y++) {
      convolve(picture.ink(), rows, y * width, 1, width, kernel);
    }
    for (int x = 0; x < width; x++) {
      convolve(rows, blurred, x, width, height, kernel);
    }
    return picture.with(blurred);
  }

  /** The middle of the kernel and its right half; with the left half it sums to 1. */
  private static float[] kernel(double sigma) {
    double[] weights = new double[(int) Math.ceil(REACH * sigma) + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.exp(-i * i / (2 * sigma * sigma));
      sum += i == 0 ? weights[i] : 2 * weights[i];
    }
    float[] kernel = new float[weights.length];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) (weights[i] / sum);
    }
    return kernel;
  }

  private static void convolve(
      float[] from, float[] to, int first, int step, int length, float[] kernel) {
    for (int p = 0; p < length; p++) {
      int place = first + p * step;
      float sum = kernel[0] * from[place];
      int before = Math.min(p, kernel.length - 1);
      for (int i = 1; i <= before; i++) {
        sum += kernel[i] * from[place - i * step];
      }
      int behind = Math.min(length - 1 - p, kernel.length - 1);
      for (int i = 1; i <= behind; i++) {
        sum += kernel[i] * from[place + i * step];
      }
      to[place] = sum;
    }
  }
}
