package io.github.inkling.core.dataset;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random orders. */
public final class Permutation {
  private Permutation() {}

  /**
   * The numbers below a size in random order.
   *
   * @param random of this class, because its documentation fixes the sequence of a seed for every
   *     JDK to come
   */
  static int[] of(int size, Random random) {
    int[] order = IntStream.range(0, size).toArray();
    shuffle(order, random);
    return order;
  }

  /**
   * Brings values into random order, in place: the Fisher-Yates shuffle in Durstenfeld's form
   * (Algorithm 235, CACM 7(7), 1964), from the last value backwards.
   *
   * @param values any values
   * @param random decides the order, by one draw for each value but the first
   */
  public static void shuffle(int[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[other];
      values[other] = swapped;
    }
  }
}
