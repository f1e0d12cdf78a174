package io.github.inkling.benchmark;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.stream.IntStream;

/**
 * Features of digits, and their labels.
 *
 * @param name where they come from, such as {@code mnist:fit}
 * @param features one row per digit
 * @param labels one per row
 */
record LabeledMatrix(String name, FeatureMatrix features, Labels labels) {
  LabeledMatrix {
    if (features.rows() != labels.size()) {
      throw new IllegalArgumentException(
          "%s has features of %d digits, but %d labels"
              .formatted(name, features.rows(), labels.size()));
    }
  }

  int size() {
    return labels.size();
  }

  /** The first digits, or all if there are no more. */
  LabeledMatrix first(int count) {
    return count >= size()
        ? this
        : new LabeledMatrix(
            name, features.select(IntStream.range(0, count).toArray()), labels.first(count));
  }
}
