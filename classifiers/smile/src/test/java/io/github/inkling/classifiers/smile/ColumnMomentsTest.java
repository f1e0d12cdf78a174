package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.FeatureMatrix;
import org.junit.jupiter.api.Test;

class ColumnMomentsTest {
  @Test
  void meansAndVariancesAreThoseOfTheColumns() {
    ColumnMoments moments =
        ColumnMoments.of(
            FeatureMatrix.ofRows(
                new float[] {1, 5, 0}, new float[] {3, 5, 0}, new float[] {8, 5, 6}));

    assertThat(moments.columns()).isEqualTo(3);
    assertThat(moments.mean(0)).isEqualTo(4);
    assertThat(moments.mean(1)).isEqualTo(5);
    assertThat(moments.mean(2)).isEqualTo(2);
    assertThat(moments.variance(0)).isCloseTo(26 / 3.0, within(1e-12));
    assertThat(moments.variance(1)).isZero();
    assertThat(moments.variance(2)).isCloseTo(8, within(1e-12));
    assertThat(moments.totalVariance()).isCloseTo(26 / 3.0 + 8, within(1e-12));
  }

  @Test
  void aLargeMeanHidesNoVariance() {
    ColumnMoments moments =
        ColumnMoments.of(FeatureMatrix.ofRows(new float[] {4_000_000}, new float[] {4_000_001}));

    assertThat(moments.variance(0)).isEqualTo(0.25);
  }
}
