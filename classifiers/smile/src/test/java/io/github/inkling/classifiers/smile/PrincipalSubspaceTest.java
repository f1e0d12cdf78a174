package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalSubspaceTest {
  private static final int COLUMNS = 12;
  private static final int DIMENSIONS = 3;

  @Test
  void inTheDimensionsThatDigitsHaveInnerProductsStay() {
    FeatureMatrix digits = flat(50);
    FeatureMatrix places =
        PrincipalSubspace.of(digits, DIMENSIONS, ProgressListener.NONE).project(digits);

    assertThat(places.columns()).isEqualTo(DIMENSIONS);
    for (int a = 0; a < digits.rows(); a++) {
      for (int b = 0; b <= a; b++) {
        assertThat(dot(places, a, b)).isCloseTo(dot(digits, a, b), within(1e-4));
      }
    }
  }

  @Test
  void whatLiesOutsideIsLost() {
    FeatureMatrix digits = flat(50);
    float[] outside = new float[COLUMNS];
    outside[COLUMNS - 1] = 1;

    FeatureMatrix places =
        PrincipalSubspace.of(digits, DIMENSIONS, ProgressListener.NONE)
            .project(FeatureMatrix.wrap(1, COLUMNS, outside));

    assertThat(dot(places, 0, 0)).isLessThan(1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 70})
  void aBatchOfAnySizeIsProjectedAlike(int rows) {
    PrincipalSubspace subspace = PrincipalSubspace.of(flat(50), DIMENSIONS, ProgressListener.NONE);
    FeatureMatrix digits = flat(rows);
    FeatureMatrix together = subspace.project(digits);

    for (int row = 0; row < rows; row++) {
      float[] alone = subspace.project(FeatureMatrix.wrap(1, COLUMNS, digits.row(row))).row(0);
      assertThat(together.row(row)).containsExactly(alone, within(1e-5f));
    }
  }

  @Test
  void itComesBackFromItsArray() {
    FeatureMatrix digits = flat(50);
    PrincipalSubspace subspace = PrincipalSubspace.of(digits, DIMENSIONS, ProgressListener.NONE);

    ModelState state = new ModelState("svm", Map.of("axes", "3"), subspace.arrays());

    assertThat(PrincipalSubspace.restore(state, DIMENSIONS).project(digits).values())
        .isEqualTo(subspace.project(digits).values());
  }

  @Test
  void axesThatDoNotFitTheMachinesAreRefused() {
    ModelState state =
        new ModelState(
            "svm", Map.of("axes", "2"), Map.of("axes", ModelArray.of(new float[8], 2, 4)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrincipalSubspace.restore(state, 3))
        .withMessage(
            "the svm's machines have 3 dimensions; with axes=2 the array 'axes' has the wrong shape"
                + " [2, 4]");
  }

  /** Digits that differ in three directions; the last feature is always 0. */
  private static FeatureMatrix flat(int rows) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] directions = new float[DIMENSIONS][COLUMNS - 1];
    for (float[] direction : directions) {
      for (int f = 0; f < direction.length; f++) {
        direction[f] = (float) random.nextDouble(-1, 1);
      }
    }
    float[] values = new float[rows * COLUMNS];
    for (int row = 0; row < rows; row++) {
      for (float[] direction : directions) {
        double place = random.nextDouble(-2, 3);
        for (int f = 0; f < direction.length; f++) {
          values[row * COLUMNS + f] += (float) (place * direction[f]);
        }
      }
    }
    return FeatureMatrix.wrap(rows, COLUMNS, values);
  }

  private static double dot(FeatureMatrix digits, int a, int b) {
    double sum = 0;
    for (int f = 0; f < digits.columns(); f++) {
      sum += digits.at(a, f) * digits.at(b, f);
    }
    return sum;
  }
}
