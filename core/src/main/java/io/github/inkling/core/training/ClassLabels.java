package io.github.inkling.core.training;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.TrainingSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The digits that occurred in training, ascending: a classifier has an output for each, and a digit
 * that was absent has probability 0. Immutable.
 */
public final class ClassLabels {
  private static final String ARRAY = "classes";

  private final int[] labels;

  private ClassLabels(int... labels) {
    this.labels = labels;
  }

  /**
   * Some digits.
   *
   * @param labels at least two of 0 to 9, ascending
   * @return these
   * @throws IllegalArgumentException if they are others
   */
  public static ClassLabels of(int... labels) {
    if (labels.length < 2 || labels.length > Prediction.CLASSES) {
      throw new IllegalArgumentException("classes should be 2 to 10 digits, not " + labels.length);
    }
    boolean valid = true;
    for (int i = 0; i < labels.length; i++) {
      valid &= labels[i] > (i == 0 ? -1 : labels[i - 1]) && labels[i] < Prediction.CLASSES;
    }
    if (!valid) {
      throw new IllegalArgumentException(
          "classes should be ascending digits, but are " + Arrays.toString(labels));
    }
    return new ClassLabels(labels.clone());
  }

  /**
   * Those of a training set.
   *
   * @param digits what is trained on
   * @return at least two
   */
  public static ClassLabels of(TrainingSet digits) {
    int[] counts = digits.classCounts();
    return new ClassLabels(
        IntStream.range(0, counts.length).filter(label -> counts[label] > 0).toArray());
  }

  /**
   * Reads and checks the array {@code classes} of a model.
   *
   * @param state a classifier's state
   * @return at least two
   * @throws IllegalArgumentException if they are no ascending digits, or the array is missing
   */
  public static ClassLabels restore(ModelState state) {
    int[] shape = state.shape(ARRAY);
    try {
      return of(state.ints(ARRAY, shape.length == 1 ? shape[0] : 0));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the %s's %s".formatted(state.classifier(), e.getMessage()), e);
    }
  }

  /**
   * The labels.
   *
   * @return a copy, ascending
   */
  public int[] toArray() {
    return labels.clone();
  }

  /**
   * The labels as a model keeps them.
   *
   * @return int32, one for each class
   */
  public ModelArray array() {
    return ModelArray.of(labels.clone(), labels.length);
  }

  /**
   * Number of classes.
   *
   * @return 2 to 10
   */
  public int size() {
    return labels.length;
  }

  /**
   * The place of a digit among them.
   *
   * @param label one of them
   * @return 0 to below {@link #size}
   */
  public int place(int label) {
    return Arrays.binarySearch(labels, label);
  }

  /**
   * What a network's outputs say of a digit: the softmax of its row.
   *
   * @param outputs a row of {@link #size} values for each digit
   * @param digit the digit's row
   * @return its probabilities
   * @throws IllegalArgumentException if an output is NaN or infinite, naming the digit
   */
  public Prediction prediction(float[] outputs, int digit) {
    int from = digit * labels.length;
    for (int c = 0; c < labels.length; c++) {
      if (!Float.isFinite(outputs[from + c])) {
        throw new IllegalArgumentException(
            "the features of digit %d are too large for the network; scale them as in training"
                .formatted(digit));
      }
    }
    double[] p = Softmax.of(outputs, from, labels.length);
    double[] probabilities = new double[Prediction.CLASSES];
    for (int c = 0; c < labels.length; c++) {
      probabilities[labels[c]] = p[c];
    }
    return Prediction.of(probabilities);
  }
}
