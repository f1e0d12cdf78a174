package io.github.inkling.classifiers.smile;

/**
 * The loops over single values in the training of a network. Each is a method of its own, without
 * branches and with nothing but local variables, because the compiler of the virtual machine then
 * makes vector instructions of it.
 */
final class Vectors {
  private Vectors() {}

  /** Adds a vector to the values from {@code offset} on. */
  static void add(float[] vector, float[] values, int offset) {
    for (int i = 0; i < vector.length; i++) {
      values[offset + i] += vector[i];
    }
  }

  /** Adds the values from {@code offset} on to a vector. */
  static void addRow(float[] values, int offset, float[] vector) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += values[offset + i];
    }
  }

  /** Makes negative values 0. */
  static void rectify(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.max(0, values[i]);
    }
  }

  /** Multiplies values where another is positive, and makes the others 0. */
  static void scaleWherePositive(float[] other, float scale, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = other[i] > 0 ? scale * values[i] : 0;
    }
  }

  /** A step of stochastic gradient descent with momentum. */
  static void descend(
      float[] weights, float[] steps, float[] gradients, float rate, float momentum, float decay) {
    for (int i = 0; i < weights.length; i++) {
      float step = momentum * steps[i] - rate * (gradients[i] + decay * weights[i]);
      steps[i] = step;
      weights[i] += step;
    }
  }
}
