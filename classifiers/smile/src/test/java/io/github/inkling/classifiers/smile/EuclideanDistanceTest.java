package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.FeatureMatrix;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EuclideanDistanceTest {
  @Test
  void threeAndFourMakeFive() {
    EuclideanDistance distance =
        new EuclideanDistance(FeatureMatrix.wrap(2, 2, new float[] {9, 9, 1, 2}));

    assertThat(distance.between(new float[] {0, 4, 6}, 1, 1, 100)).isEqualTo(5);
  }

  @Test
  void onlyWhatIsAboveTheLimitIsCutOff() {
    EuclideanDistance distance =
        new EuclideanDistance(FeatureMatrix.wrap(1, 2, new float[] {3, 4}));

    assertThat(distance.between(new float[2], 0, 0, 5)).isEqualTo(5);
    assertThat(distance.between(new float[2], 0, 0, Math.nextDown(5.0))).isInfinite();
  }

  /** Sums of small whole numbers are exact, in whatever order. */
  @Property(tries = 200)
  void isTheRootOfTheSumOfSquares(
      @ForAll @IntRange(min = 1, max = 300) int columns, @ForAll @IntRange(max = 1000) int step) {
    float[] a = new float[columns];
    float[] b = new float[columns];
    long squares = 0;
    for (int f = 0; f < columns; f++) {
      a[f] = f * step % 101;
      b[f] = f % 7;
      squares += (long) ((a[f] - b[f]) * (a[f] - b[f]));
    }

    double distance =
        new EuclideanDistance(FeatureMatrix.wrap(1, columns, a)).between(b, 0, 0, 1e300);

    assertThat(distance).isEqualTo(Math.sqrt((double) squares));
  }
}
