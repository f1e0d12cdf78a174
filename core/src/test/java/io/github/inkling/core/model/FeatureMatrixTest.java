package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureMatrixTest {
  private static final FeatureMatrix MATRIX =
      FeatureMatrix.ofRows(new float[] {1, 2, 3}, new float[] {4, 5, 6});

  @Test
  void valuesAreFoundByRowAndColumn() {
    assertThat(MATRIX.rows()).isEqualTo(2);
    assertThat(MATRIX.columns()).isEqualTo(3);
    assertThat(MATRIX.at(1, 0)).isEqualTo(4);
    assertThat(MATRIX.row(0)).containsExactly(1, 2, 3);
    assertThat(MATRIX.values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(MATRIX).hasToString("FeatureMatrix[2 x 3]");
  }

  @Test
  void rowsAreSelectedInTheOrderWanted() {
    assertThat(MATRIX.select(1, 0, 1))
        .isEqualTo(
            FeatureMatrix.ofRows(
                new float[] {4, 5, 6}, new float[] {1, 2, 3}, new float[] {4, 5, 6}));
    assertThat(MATRIX.select().rows()).isZero();
  }

  @Test
  void neighbouringColumnsAreAMatrixOfTheirOwn() {
    assertThat(MATRIX.columns(1, 3))
        .isEqualTo(FeatureMatrix.ofRows(new float[] {2, 3}, new float[] {5, 6}));
    assertThat(MATRIX.columns(0, 3)).isSameAs(MATRIX);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MATRIX.columns(2, 4))
        .withMessage("there are no features 2 to 3 among 3");
    assertThatIllegalArgumentException().isThrownBy(() -> MATRIX.columns(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> MATRIX.columns(1, 1));
  }

  @Test
  void aCopiedRowDoesNotLeadBackIntoTheMatrix() {
    MATRIX.row(0)[0] = 99;

    assertThat(MATRIX.at(0, 0)).isEqualTo(1);
  }

  @Test
  void equalShapesAndValuesAreEqual() {
    FeatureMatrix same = FeatureMatrix.wrap(2, 3, new float[] {1, 2, 3, 4, 5, 6});

    assertThat(same).isEqualTo(MATRIX).hasSameHashCodeAs(MATRIX);
    assertThat(FeatureMatrix.wrap(3, 2, new float[] {1, 2, 3, 4, 5, 6})).isNotEqualTo(MATRIX);
    assertThat(FeatureMatrix.wrap(2, 3, new float[] {1, 2, 3, 4, 5, 7})).isNotEqualTo(MATRIX);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefusedByPlace(float value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureMatrix.wrap(2, 3, new float[] {1, 2, 3, 4, value, 6}))
        .withMessage("feature 1 of digit 1 is %s; features must be finite", value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureMatrix.ofRows(new float[] {value}))
        .withMessage("feature 0 of digit 0 is %s; features must be finite", value);
  }

  @Test
  void rowsOfDifferentLengthsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureMatrix.ofRows(new float[3], new float[2]))
        .withMessage("row 1 has 2 features, the first has 3");
    assertThatIllegalArgumentException()
        .isThrownBy(FeatureMatrix::ofRows)
        .withMessage("a matrix made of rows needs at least one row");
  }

  @Test
  void aWrongNumberOfValuesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureMatrix.wrap(2, 3, new float[5]))
        .withMessage("a matrix of 2 x 3 has 6 values, not 5");
  }

  @ParameterizedTest
  @CsvSource({"-1, 3", "2, 0", "2, -1", "65536, 65536", "2147483647, 2147483647"})
  void sizesThatNoArrayHoldsAreRefused(int rows, int columns) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureMatrix.size(rows, columns))
        .withMessage(
            "a matrix has at least 0 x 1 and at most 2147483639 values, not %d x %d",
            rows, columns);
  }
}
