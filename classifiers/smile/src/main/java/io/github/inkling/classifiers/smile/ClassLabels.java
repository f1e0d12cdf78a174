package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import java.util.Arrays;

/** The labels of the classes that occurred in training, as a model file keeps them. */
final class ClassLabels {
  private ClassLabels() {}

  /** Reads and checks the array {@code classes}. */
  static int[] restore(ModelState state) {
    int[] shape = state.shape("classes");
    int[] classes = state.ints("classes", shape);
    boolean valid = shape.length == 1 && classes.length >= 2;
    for (int i = 0; i < classes.length; i++) {
      valid &= classes[i] > (i == 0 ? -1 : classes[i - 1]) && classes[i] < Prediction.CLASSES;
    }
    if (!valid) {
      throw new IllegalArgumentException(
          "the %s's classes should be at least two ascending digits, but are %s"
              .formatted(state.classifier(), Arrays.toString(classes)));
    }
    return classes;
  }
}
