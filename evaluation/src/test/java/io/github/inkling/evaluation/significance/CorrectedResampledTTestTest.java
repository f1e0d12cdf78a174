package io.github.inkling.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectedResampledTTestTest {
  private static final double[] TEN_FOLDS = {
    0.012, -0.003, 0.008, 0.015, 0.001, 0.009, -0.006, 0.011, 0.004, 0.007
  };

  /**
   * AUC of the rbf kernel minus AUC of the linear one in the 100 folds of scikit-learn's example
   * "Statistical comparison of models using grid search", in 25ths: each fold tests 5 digits of
   * either class, so its AUC counts 25 pairs. The example's own code gives them, with scikit-learn
   * 1.2.1:
   *
   * <pre>
   * X, y = make_moons(noise=0.352, random_state=1, n_samples=100)
   * cv = RepeatedStratifiedKFold(n_splits=10, n_repeats=10, random_state=0)
   * rbf, linear = (cross_val_score(SVC(kernel=k, random_state=0), X, y, scoring="roc_auc", cv=cv)
   *                for k in ("rbf", "linear"))
   * print(np.rint(25 * (rbf - linear)).astype(int))
   * </pre>
   */
  private static final int[] SCIKIT_LEARN = {
    -1, -3, 0, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, -1, 0, 0, 0, 0, -1, -1, 1, -2, 0, 1, 1, 1, 0, 0,
    -1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1, 1, 1, 0, 1, -1, 2, 0, 0, 0,
    0, 0, 5, -1, 0, 1, 0, 0, 0, 0, 1, 1, 2, 0, 1, 0, -1, 0, 0, 1, -2, 1, 0, 1, 0, 0, 0, 0, 0, 0, -1,
    0, -1, 0, 0, 1, 2, 0, 0
  };

  /**
   * Differences 1, 2, 3 with 1 digit tested per 2 trained on: mean 2, standard deviation 1,
   * standard error sqrt(1/3 + 1/2). With 2 degrees of freedom p = 1 - t / sqrt(2 + t^2).
   */
  @Test
  void agreesWithWhatIsWorkedByHand() {
    CorrectedResampledTTest test = CorrectedResampledTTest.of(new double[] {1, 2, 3}, 0.5);

    assertThat(test.folds()).isEqualTo(3);
    assertThat(test.meanDifference()).isEqualTo(2);
    assertThat(test.standardDeviation()).isCloseTo(1, within(1e-15));
    assertThat(test.standardError()).isCloseTo(Math.sqrt(5.0 / 6), within(1e-15));
    assertThat(test.t()).isCloseTo(2 / Math.sqrt(5.0 / 6), within(1e-14));
    assertThat(test.degreesOfFreedom()).isEqualTo(2);
    assertThat(test.pValue())
        .isCloseTo(1 - test.t() / Math.sqrt(2 + test.t() * test.t()), within(1e-14));
  }

  /** With 1 degree of freedom t is Cauchy's, and p = 1 - 2/pi atan(t). */
  @Test
  void twoFoldsAreEnough() {
    CorrectedResampledTTest test = CorrectedResampledTTest.of(new double[] {0, 2}, 1);

    assertThat(test.t()).isCloseTo(1 / Math.sqrt(3), within(1e-15));
    assertThat(test.pValue()).isCloseTo(2.0 / 3, within(1e-14));
  }

  /**
   * The example prints t = 0.750 and the one-sided p = 0.227, and for the test without correction t
   * = 2.611.
   */
  @Test
  void agreesWithScikitLearnsExample() {
    double[] differences = Arrays.stream(SCIKIT_LEARN).mapToDouble(pairs -> pairs / 25.0).toArray();
    CorrectedResampledTTest test = CorrectedResampledTTest.of(differences, 10.0 / 90);

    assertThat(test.degreesOfFreedom()).isEqualTo(99);
    assertThat(test.meanDifference()).isCloseTo(0.9400 - 0.9300, within(1e-12));
    assertThat(test.t()).isCloseTo(0.750, within(5e-4));
    assertThat(test.pValue() / 2).isCloseTo(0.227, within(5e-4));
    assertThat(test.meanDifference() / test.standardDeviation() * Math.sqrt(100))
        .isCloseTo(2.611, within(5e-4));
  }

  /**
   * SciPy 1.10, with {@code d} the ten differences:
   *
   * <pre>
   * se = np.sqrt(d.var(ddof=1) * (1 / 10 + 1 / 9)); s = d.mean() / se
   * s, 2 * scipy.stats.t.sf(abs(s), 9), scipy.stats.t.interval(confidence, 9, d.mean(), se)
   * </pre>
   */
  @ParameterizedTest
  @CsvSource({
    "0.95, -0.0012119213986095468, 0.012811921398609549",
    "0.99, -0.0042733900227481065, 0.015873390022748107"
  })
  void agreesWithSciPy(double confidence, double lower, double upper) {
    CorrectedResampledTTest test = CorrectedResampledTTest.of(TEN_FOLDS, 1.0 / 9);

    assertThat(test.t()).isCloseTo(1.8711720793817697, within(1e-13));
    assertThat(test.pValue()).isCloseTo(0.09412253512829863, within(1e-13));
    assertThat(test.interval(confidence).lower()).isCloseTo(lower, within(1e-10));
    assertThat(test.interval(confidence).upper()).isCloseTo(upper, within(1e-10));
  }

  /** 0.1 + 0.1 + 0.1 is not 0.3: equal differences are equal all the same. */
  @Test
  void equalDifferencesLeaveNoDoubt() {
    CorrectedResampledTTest better =
        CorrectedResampledTTest.of(new double[] {0.1, 0.1, 0.1}, 1.0 / 2);
    assertThat(better).isEqualTo(new CorrectedResampledTTest(3, 0.1, 0, 1.0 / 2));
    assertThat(better.t()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(better.pValue()).isZero();
    assertThat(better.interval(0.95)).isEqualTo(new ConfidenceInterval(0.1, 0.1));

    CorrectedResampledTTest worse = CorrectedResampledTTest.of(new double[] {-0.1, -0.1}, 1);
    assertThat(worse.t()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(worse.pValue()).isZero();

    CorrectedResampledTTest same = CorrectedResampledTTest.of(new double[] {0, -0.0, 0}, 1.0 / 2);
    assertThat(same.t()).isZero();
    assertThat(same.pValue()).isEqualTo(1);
    assertThat(same.interval(0.95)).isEqualTo(new ConfidenceInterval(0, 0));
  }

  @Test
  void hugeAndTinyDifferencesKeepTheirSpread() {
    for (double unit : new double[] {1e-300, 1e-170, 1, 1e170, 1e300}) {
      CorrectedResampledTTest test =
          CorrectedResampledTTest.of(new double[] {unit, 2 * unit, 3 * unit}, 0.5);
      assertThat(test.t()).isCloseTo(2 / Math.sqrt(5.0 / 6), within(1e-13));
    }
  }

  @Property
  void isAProbabilityThatKnowsNoFirstAndSecond(
      @ForAll @Size(min = 2, max = 100) double[] anyDifferences,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double ratio) {
    double[] differences =
        Arrays.stream(anyDifferences).map(difference -> difference % 1e100).toArray();
    double[] exchanged = Arrays.stream(differences).map(difference -> -difference).toArray();
    CorrectedResampledTTest test = CorrectedResampledTTest.of(differences, ratio);
    CorrectedResampledTTest mirrored = CorrectedResampledTTest.of(exchanged, ratio);

    assertThat(test.t()).isNotNaN();
    assertThat(test.pValue()).isBetween(0.0, 1.0);
    assertThat(mirrored.pValue()).isEqualTo(test.pValue());
    assertThat(mirrored.t()).isEqualTo(-test.t() + 0.0);
  }

  /** Test and interval are two sides of one thing: p is 1 - confidence where an end touches 0. */
  @Property(tries = 200)
  void theIntervalExcludesZeroExactlyIfTheTestIsSignificant(
      @ForAll @IntRange(min = 2, max = 100) int folds,
      @ForAll @DoubleRange(min = -1, max = 1) double mean,
      @ForAll @DoubleRange(min = 0.01, max = 1) double standardDeviation) {
    CorrectedResampledTTest test =
        new CorrectedResampledTTest(folds, mean, standardDeviation, 1.0 / folds);
    double pValue = test.pValue();

    if (pValue > 1e-6 && pValue < 0.99) {
      assertThat(test.interval(1 - pValue * 0.999).contains(0)).isTrue();
      assertThat(test.interval(1 - pValue * 1.001).contains(0)).isFalse();
    }
  }

  @Test
  void moreTestedPerTrainedOnIsLessCertain() {
    assertThat(CorrectedResampledTTest.of(TEN_FOLDS, 1e-300).t())
        .as("next to no correction: the plain t-test")
        .isCloseTo(1.8711720793817697 * Math.sqrt(1 + 10.0 / 9), withinPercentage(1e-9));
    assertThat(CorrectedResampledTTest.of(TEN_FOLDS, 1).pValue())
        .isGreaterThan(CorrectedResampledTTest.of(TEN_FOLDS, 0.1).pValue());
  }

  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    assertThatThrownBy(() -> CorrectedResampledTTest.of(new double[] {0.1}, 0.1))
        .hasMessage("differences must have at least 2 folds, not 1");
    assertThatThrownBy(() -> CorrectedResampledTTest.of(new double[] {0.1, Double.NaN}, 0.1))
        .hasMessage("differences[1] must be finite, not NaN");
    assertThatThrownBy(() -> CorrectedResampledTTest.of(TEN_FOLDS, 0))
        .hasMessage("testToTrainRatio must be above 0 and finite, not 0.0");
    assertThatThrownBy(() -> CorrectedResampledTTest.of(TEN_FOLDS, Double.POSITIVE_INFINITY))
        .hasMessage("testToTrainRatio must be above 0 and finite, not Infinity");
    assertThatThrownBy(
            () ->
                CorrectedResampledTTest.of(
                    new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, 0}, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be");
    assertThatThrownBy(() -> new CorrectedResampledTTest(1, 0, 0, 0.1))
        .hasMessage("folds must be at least 2, not 1");
    assertThatThrownBy(() -> new CorrectedResampledTTest(2, Double.NaN, 0, 0.1))
        .hasMessage("meanDifference must be finite, not NaN");
    assertThatThrownBy(() -> new CorrectedResampledTTest(2, 0, -1, 0.1))
        .hasMessage("standardDeviation must be at least 0 and finite, not -1.0");
    assertThatThrownBy(() -> new CorrectedResampledTTest(2, 0, 1e300, 1e300))
        .hasMessage(
            "standardDeviation * sqrt(1 / folds + testToTrainRatio) must be finite, not Infinity");
    assertThatThrownBy(() -> CorrectedResampledTTest.of(TEN_FOLDS, 0.1).interval(95))
        .hasMessage("confidence must be above 0 and below 1, not 95.0");
    assertThatThrownBy(() -> new ConfidenceInterval(1, 0)).hasMessageContaining("1.0..0.0");
  }
}
