package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.TrainingSet;
import java.util.Arrays;

/** The training digits ordered by class, so that the digits of a class are a range of rows. */
final class ClassOrder {
  private final int[] digits;
  private final int[] classes;
  private final int[] starts;

  ClassOrder(TrainingSet set) {
    int[] counts = set.classCounts();
    classes = new int[(int) Arrays.stream(counts).filter(count -> count > 0).count()];
    starts = new int[classes.length + 1];
    int[] next = new int[Prediction.CLASSES];
    for (int label = 0, c = 0; label < counts.length; label++) {
      if (counts[label] > 0) {
        classes[c] = label;
        next[label] = starts[c];
        starts[c + 1] = starts[c] + counts[label];
        c++;
      }
    }
    digits = new int[set.size()];
    for (int digit = 0; digit < digits.length; digit++) {
      digits[next[set.label(digit)]++] = digit;
    }
  }

  /** Labels of the classes that occur, ascending. */
  int[] classes() {
    return classes.clone();
  }

  int classCount() {
    return classes.length;
  }

  /** First row of a class, given by its place among those that occur. */
  int start(int c) {
    return starts[c];
  }

  /** Number of digits of a class, given by its place among those that occur. */
  int size(int c) {
    return starts[c + 1] - starts[c];
  }

  /** Number of digits of every class that occurs. */
  int[] sizes() {
    int[] sizes = new int[classes.length];
    Arrays.setAll(sizes, this::size);
    return sizes;
  }

  int rows() {
    return digits.length;
  }

  /** The training digit in a row. */
  int digit(int row) {
    return digits[row];
  }
}
