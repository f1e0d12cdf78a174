package io.github.inkling.classifiers.smile;

/**
 * Two classes that a machine tells apart. Its digits are numbered as items: 0 to {@code firstSize -
 * 1} are those of the first class, then come those of the second.
 *
 * @param index the pair's place among all pairs (0, 1), (0, 2), ..., (1, 2), ...
 * @param firstStart row of the first class's first digit in the {@link ClassOrder}
 * @param firstSize digits of the first class
 * @param secondStart row of the second class's first digit
 * @param secondSize digits of the second class
 */
record Pair(int index, int firstStart, int firstSize, int secondStart, int secondSize) {
  /** The pair of two classes, given by their places among those that occur. */
  static Pair of(ClassOrder order, int index, int first, int second) {
    return new Pair(
        index, order.start(first), order.size(first), order.start(second), order.size(second));
  }

  /** Number of items. */
  int size() {
    return firstSize + secondSize;
  }

  boolean isFirst(int item) {
    return item < firstSize;
  }

  /** Where an item stands in the {@link ClassOrder}. */
  int row(int item) {
    return isFirst(item) ? firstStart + item : secondStart + item - firstSize;
  }
}
