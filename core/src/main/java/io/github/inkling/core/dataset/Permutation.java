package io.github.inkling.core.dataset;

import java.util.Random;

/** Random orders. */
final class Permutation {
  private Permutation() {}

  /**
   * The numbers below {@code size} in random order: the Fisher-Yates shuffle in Durstenfeld's form
   * (Algorithm 235, CACM 7(7), 1964).
   *
   * @param random of this class, because its documentation fixes the sequence of a seed for every
   *     JDK to come
   */
  static int[] of(int size, Random random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
