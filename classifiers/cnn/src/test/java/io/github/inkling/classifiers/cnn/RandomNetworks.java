package io.github.inkling.classifiers.cnn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Networks and digits of random numbers. */
final class RandomNetworks {
  private RandomNetworks() {}

  static CnnWeights of(String architecture, int classes, long seed) {
    Architecture layers = Architecture.of(architecture, classes);
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> weights = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (Architecture.WeightShape shape : layers.shapes()) {
      weights.add(numbers(shape.size(), 1 / Math.sqrt(shape.inputs()), random));
      biases.add(numbers(shape.units(), 0.3, random));
    }
    return new CnnWeights(layers, weights, biases);
  }

  static float[] pixels(int digits, long seed) {
    return numbers(digits * 784, 1, new SplittableRandom(seed));
  }

  private static float[] numbers(int count, double size, SplittableRandom random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (size * (2 * random.nextDouble() - 1));
    }
    return numbers;
  }
}
