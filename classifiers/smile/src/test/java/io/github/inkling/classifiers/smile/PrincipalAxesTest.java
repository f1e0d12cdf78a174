package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.FeatureMatrix;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrincipalAxesTest {
  /** Along (3, 4) / 5 from the center (10, 20), and a little across. */
  private static final FeatureMatrix LONG_AND_THIN =
      FeatureMatrix.wrap(
          4, 2, new float[] {10 - 30, 20 - 40, 10 + 30, 20 + 40, 10 - 4, 20 + 3, 10 + 4, 20 - 3});

  @Test
  void theFirstAxisIsTheLongOne() {
    float[] coordinates = new float[2];

    double length =
        PrincipalAxes.of(LONG_AND_THIN, 1).project(new float[] {13, 24}, 0, coordinates, 0);

    assertThat(length).isEqualTo(5);
    assertThat(Math.abs(coordinates[0])).isCloseTo(5, within(1e-3f));
    assertThat(coordinates[1]).isCloseTo(0, within(0.1f));
  }

  @Test
  void whatSticksOutIsALength() {
    float[] coordinates = new float[2];

    PrincipalAxes.of(LONG_AND_THIN, 1).project(new float[] {10 - 8, 20 + 6}, 0, coordinates, 0);

    assertThat(coordinates[0]).isCloseTo(0, within(0.01f));
    assertThat(coordinates[1]).isCloseTo(10, within(1e-3f));
  }

  /** What the whole search rests on. */
  @ParameterizedTest
  @EnumSource(ExactIndexTest.Kind.class)
  void coordinatesNeverMakeDistancesLonger(ExactIndexTest.Kind kind) {
    FeatureMatrix digits = kind.digits(60, 40, 5);
    PrincipalAxes axes = PrincipalAxes.of(digits, 12);
    int width = axes.coordinates();
    float[] coordinates = new float[60 * width];
    double[] errors = new double[60];
    for (int row = 0; row < 60; row++) {
      errors[row] = axes.error(axes.project(digits.values(), row * 40, coordinates, row * width));
    }
    EuclideanDistance all = new EuclideanDistance(digits);
    EuclideanDistance few = new EuclideanDistance(FeatureMatrix.wrap(60, width, coordinates));

    for (int a = 0; a < 60; a++) {
      for (int b = 0; b < 60; b++) {
        double bound =
            few.between(coordinates, a * width, b, Double.MAX_VALUE) - errors[a] - errors[b];
        double distance = all.between(digits.values(), a * 40, b, Double.MAX_VALUE);
        assertThat(bound * (1 - 1e-12)).isLessThanOrEqualTo(distance);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ExactIndexTest.Kind.class)
  void directionsAreOrthonormalOrZero(ExactIndexTest.Kind kind) {
    FeatureMatrix digits = kind.digits(50, 30, 6);

    double[][] directions = SubspaceIteration.directions(digits, new float[30], 30, () -> {});

    for (int i = 0; i < 30; i++) {
      double square = dot(directions[i], directions[i]);
      assertThat(square == 0 || Math.abs(square - 1) < 1e-13).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(dot(directions[i], directions[j])).isCloseTo(0, within(1e-13));
      }
    }
  }

  @Test
  void theAxesHoldMostOfWhatThereIs() {
    FeatureMatrix digits = ClassifierContract.digits(500, 1).features();
    SplittableRandom random = new SplittableRandom(1);
    PrincipalAxes axes = PrincipalAxes.of(digits, 9);
    float[] coordinates = new float[axes.coordinates()];
    double inside = 0;
    double all = 0;
    for (int i = 0; i < 100; i++) {
      int row = random.nextInt(500);
      double length = axes.project(digits.values(), row * digits.columns(), coordinates, 0);
      all += length * length;
      inside += length * length - (double) coordinates[9] * coordinates[9];
    }

    // Ten centres span nine dimensions; by chance, nine axes of twenty would hold less than half.
    assertThat(inside / all).isGreaterThan(0.7);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int f = 0; f < a.length; f++) {
      sum += a[f] * b[f];
    }
    return sum;
  }
}
