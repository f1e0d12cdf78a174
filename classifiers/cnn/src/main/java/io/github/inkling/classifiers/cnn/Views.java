package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureMatrix;

/**
 * From how many places a network looks at a digit before it answers: its outputs for the digit and
 * for the digit moved by a pixel are averaged, which is the geometric mean of the probabilities
 * (test-time augmentation; Krizhevsky, Sutskever and Hinton, "ImageNet Classification with Deep
 * Convolutional Neural Networks", NIPS 2012, section 4.1).
 */
final class Views {
  private static final int[][] MOVES = {
    {0, 0}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}
  };

  private Views() {}

  /**
   * The outputs for some digits, before the softmax.
   *
   * @param network answers
   * @param pixels one row of 784 values per digit
   * @param digits number of rows
   * @param count 1 for the digit alone, 5 with those moved to the sides, 9 with the corners
   * @return one row of values per digit, a value for each class
   * @throws IllegalStateException if PyTorch is not there for this platform
   */
  static float[] outputs(CnnWeights network, float[] pixels, int digits, int count) {
    float[] sums = new float[FeatureMatrix.size(digits, network.architecture().classes())];
    try (ForwardPass pass = new ForwardPass(network)) {
      for (int view = 0; view < count; view++) {
        float[] seen = view == 0 ? pixels : moved(pixels, MOVES[view][0], MOVES[view][1]);
        float[] outputs = pass.outputs(seen, digits);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += outputs[i] / count;
        }
      }
    }
    return sums;
  }

  /** What leaves the picture is lost, and what comes in is paper. */
  static float[] moved(float[] pixels, int down, int right) {
    int side = DigitImage.SIZE;
    float[] moved = new float[pixels.length];
    int from = Math.max(0, right);
    int length = side - Math.abs(right);
    for (int row = 0; row < pixels.length / side; row++) {
      int y = row % side - down;
      if (y >= 0 && y < side) {
        System.arraycopy(
            pixels, (row - down) * side + from - right, moved, row * side + from, length);
      }
    }
    return moved;
  }
}
