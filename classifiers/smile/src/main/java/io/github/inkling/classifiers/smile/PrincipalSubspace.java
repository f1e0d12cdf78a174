package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.training.Interruption;
import io.github.inkling.core.training.ProgressCounter;
import java.util.Arrays;
import java.util.Map;

/**
 * A few dimensions in which nearly all of the features lie: digits are given by their places along
 * orthogonal axes, chosen on a sample so that inner products and distances hardly change (with the
 * best axes, they change as little as so few allow: Eckart and Young, "The approximation of one
 * matrix by another of lower rank", Psychometrika 1, 1936). Kernels then cost as much less as there
 * are fewer dimensions.
 */
final class PrincipalSubspace {
  private static final String AXES = "axes";
  private static final int MOST_VALUES = 1 << 26;

  private final PackedRows axes;

  private PrincipalSubspace(PackedRows axes) {
    this.axes = axes;
  }

  /**
   * Finds the axes.
   *
   * @param count how many, fewer than there are features
   * @param progress hears of axes
   * @throws IllegalArgumentException if they would take too much memory, or a digit's features are
   *     too large for products
   * @throws java.util.concurrent.CancellationException soon after the thread was interrupted
   */
  static PrincipalSubspace of(FeatureMatrix digits, int count, ProgressListener progress) {
    int columns = digits.columns();
    if ((long) count * columns > MOST_VALUES) {
      throw new IllegalArgumentException(
          "svm:axes=%d axes of %d features are more than %d values; lower axes or use fewer features"
              .formatted(count, columns, MOST_VALUES));
    }
    SquaredNorms.requireModest("training digit", digits.values(), digits.rows(), columns);
    ProgressCounter counter =
        new ProgressCounter(
            progress, "Finding axes", (long) SubspaceIteration.ORTHONORMALIZATIONS * count);
    // Not about the mean: that would keep distances, but not the inner products of other kernels.
    double[][] directions =
        SubspaceIteration.directions(
            digits,
            new float[columns],
            count,
            () -> {
              Interruption.check();
              counter.add(1);
            });
    float[] rows = new float[count * columns];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) directions[i / columns][i % columns];
    }
    return new PrincipalSubspace(PackedRows.of(rows, count, columns));
  }

  /** Whether a model's machines work in a subspace. */
  static boolean isIn(ModelState state) {
    return state.settings().containsKey(AXES) || state.arrays().containsKey(AXES);
  }

  /**
   * Reads axes.
   *
   * @param dimensions of the machines
   * @throws IllegalArgumentException if there are more or fewer axes
   */
  static PrincipalSubspace restore(ModelState state, int dimensions) {
    int[] shape = state.shape(AXES);
    int count = state.integer(AXES);
    if (count != dimensions || shape.length != 2 || shape[0] != count || shape[1] < count) {
      throw new IllegalArgumentException(
          "the svm's machines have %d dimensions; with axes=%d the array 'axes' has the wrong shape %s"
              .formatted(dimensions, count, Arrays.toString(shape)));
    }
    return new PrincipalSubspace(PackedRows.of(state.floats(AXES, shape), shape[0], shape[1]));
  }

  /** The array that {@link #restore} reads, beside the setting of the same name. */
  Map<String, ModelArray> arrays() {
    return Map.of(AXES, ModelArray.of(axes.unpack(), axes.count(), axes.width()));
  }

  /** Width of the digits' features. */
  int features() {
    return axes.width();
  }

  /** Number of axes. */
  int dimensions() {
    return axes.count();
  }

  /** The digits' places along the axes. */
  FeatureMatrix project(FeatureMatrix digits) {
    float[] places = new float[FeatureMatrix.size(digits.rows(), dimensions())];
    axes.forEach(digits.values(), digits.rows(), (from, to) -> new Places(places));
    return FeatureMatrix.wrap(digits.rows(), dimensions(), places);
  }

  private final class Places implements PanelProducts.Consumer {
    private final float[] places;

    Places(float[] places) {
      this.places = places;
    }

    @Override
    public void accept(int digit, int first, float[] products, int offset, int length) {
      System.arraycopy(products, offset, places, digit * dimensions() + first, length);
    }

    @Override
    public void finish() {}
  }
}
