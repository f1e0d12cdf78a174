package io.github.inkling.benchmark;

import io.github.inkling.core.model.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Labels of digits in their order. Immutable. */
final class Labels {
  private final int[] values;

  private Labels(int[] values) {
    this.values = values;
  }

  static Labels of(int... values) {
    return new Labels(values.clone());
  }

  /** What was answered. */
  static Labels of(List<Prediction> answers) {
    return new Labels(answers.stream().mapToInt(Prediction::label).toArray());
  }

  int size() {
    return values.length;
  }

  int[] toArray() {
    return values.clone();
  }

  /** The first ones, or all if there are no more. */
  Labels first(int count) {
    return new Labels(Arrays.copyOf(values, Math.min(count, values.length)));
  }

  /** Places where two differ, as far as both go. */
  int differences(Labels other) {
    return (int)
        IntStream.range(0, Math.min(size(), other.size()))
            .filter(i -> values[i] != other.values[i])
            .count();
  }
}
