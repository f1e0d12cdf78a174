package io.github.inkling.classifiers.smile;

/**
 * The smallest few of a stream of values, each with an index: a binary heap with the largest value
 * at the top, which a smaller one replaces. Of equal values the one that came first stays.
 */
final class CandidateHeap {
  private final float[] values;
  private final int[] indices;
  private int size;

  CandidateHeap(int capacity) {
    values = new float[capacity];
    indices = new int[capacity];
  }

  int size() {
    return size;
  }

  int index(int place) {
    return indices[place];
  }

  /** The largest value kept; infinite while there is room for more. */
  float bound() {
    return size < values.length ? Float.POSITIVE_INFINITY : values[0];
  }

  /** Takes a value below the bound; leaves others. */
  void offer(float value, int index) {
    if (size < values.length) {
      rise(size++, value, index);
    } else if (value < values[0]) {
      sink(value, index);
    }
  }

  private void rise(int place, float value, int index) {
    int hole = place;
    while (hole > 0 && values[(hole - 1) / 2] < value) {
      values[hole] = values[(hole - 1) / 2];
      indices[hole] = indices[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
    values[hole] = value;
    indices[hole] = index;
  }

  private void sink(float value, int index) {
    int hole = 0;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      if (child + 1 < size && values[child + 1] > values[child]) {
        child++;
      }
      if (values[child] <= value) {
        break;
      }
      values[hole] = values[child];
      indices[hole] = indices[child];
      hole = child;
    }
    values[hole] = value;
    indices[hole] = index;
  }
}
