package io.github.inkling.classifiers.cnn;

/** A network by its definitions, one number after the other: slow, and plainly right. */
final class PlainNetwork {
  private final CnnWeights network;
  private int channels;
  private int side;

  PlainNetwork(CnnWeights network) {
    this.network = network;
  }

  /** The outputs for one digit. */
  float[] outputs(float[] pixels) {
    double[] values = new double[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      values[i] = pixels[i];
    }
    channels = 1;
    side = 28;
    int next = 0;
    for (Layer layer : network.architecture().layers()) {
      if (layer instanceof Layer.Pooling) {
        values = pool(values);
        continue;
      }
      float[] weights = network.weights().get(next);
      float[] biases = network.biases().get(next);
      values =
          layer instanceof Layer.Convolution convolution
              ? convolve(values, convolution, weights, biases)
              : multiply(values, weights, biases);
      if (++next < network.weights().size()) {
        for (int i = 0; i < values.length; i++) {
          values[i] = Math.max(0, values[i]);
        }
      }
    }
    float[] outputs = new float[values.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) values[i];
    }
    return outputs;
  }

  private double[] convolve(
      double[] values, Layer.Convolution layer, float[] weights, float[] biases) {
    int size = layer.size();
    int padding = layer.padded() ? size / 2 : 0;
    int width = side + 2 * padding - size + 1;
    double[] sums = new double[layer.channels() * width * width];
    for (int i = 0; i < sums.length; i++) {
      int out = i / (width * width);
      int y = i / width % width;
      int x = i % width;
      double sum = biases[out];
      for (int k = 0; k < channels * size * size; k++) {
        int fromY = y + k / size % size - padding;
        int fromX = x + k % size - padding;
        if (fromY >= 0 && fromY < side && fromX >= 0 && fromX < side) {
          double value = values[(k / (size * size) * side + fromY) * side + fromX];
          sum += weights[out * channels * size * size + k] * value;
        }
      }
      sums[i] = sum;
    }
    channels = layer.channels();
    side = width;
    return sums;
  }

  private double[] pool(double[] values) {
    int width = side / 2;
    double[] largest = new double[channels * width * width];
    for (int i = 0; i < largest.length; i++) {
      int corner = (i / (width * width) * side + i / width % width * 2) * side + i % width * 2;
      largest[i] =
          Math.max(
              Math.max(values[corner], values[corner + 1]),
              Math.max(values[corner + side], values[corner + side + 1]));
    }
    side = width;
    return largest;
  }

  private double[] multiply(double[] values, float[] weights, float[] biases) {
    double[] sums = new double[biases.length];
    for (int unit = 0; unit < sums.length; unit++) {
      sums[unit] = biases[unit];
      for (int i = 0; i < values.length; i++) {
        sums[unit] += weights[unit * values.length + i] * values[i];
      }
    }
    channels = sums.length;
    side = 1;
    return sums;
  }
}
