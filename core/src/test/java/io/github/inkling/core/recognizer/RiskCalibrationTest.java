package io.github.inkling.core.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.RiskCoverageCurve;
import io.github.inkling.core.model.RiskCoverageCurve.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskCalibrationTest {
  /** 1000 digits, ever less sure; the 500th and the 900th are wrong. */
  private static final RiskCalibration THOUSAND = calibration(1000, 500, 900);

  @ParameterizedTest
  @CsvSource({
    // (0 + 1) / (499 + 1): just promised by the 499 before the first error.
    "0.002, 499, 0",
    "0.0021, 499, 0",
    // (1 + 1) / (899 + 1) = 0.00222
    "0.00223, 899, 1",
    // (2 + 1) / (1000 + 1) = 0.002997
    "0.003, 1000, 2",
    "0.9, 1000, 2",
  })
  void thePointThatAcceptsMost(double share, int accepted, int errors) {
    Point point = THOUSAND.at(share);

    assertThat(point.accepted()).isEqualTo(accepted);
    assertThat(point.errors()).isEqualTo(errors);
  }

  @Test
  void theThresholdLiesHalfwayToTheError() {
    assertThat(THOUSAND.at(0.002).threshold())
        .isEqualTo((confidence(498, 1000) + confidence(499, 1000)) / 2);
    assertThat(THOUSAND.at(0.5).threshold()).as("everything").isZero();
  }

  @Test
  void fewDigitsPromiseLittle() {
    RiskCalibration faultless = calibration(99);

    assertThat(faultless.at(0.01).accepted()).isEqualTo(99);
    assertThatThrownBy(() -> faultless.at(0.009))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "an accepted error of 0.900000 % is less than the 99 digits of drawn can promise;"
                + " ask for at least 1.00000 %, or calibrate on more digits");
    assertThatThrownBy(() -> THOUSAND.at(0.0019)).hasMessageContaining("at least 0.200000 %");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "-0.1", "NaN"})
  void whatIsNoShareIsRefused(double share) {
    assertThatThrownBy(() -> THOUSAND.at(share)).hasMessageContaining("above 0 and below 1");
  }

  /** What the threshold accepts of the digits that it was chosen on keeps the promise. */
  @Property(tries = 50)
  void thePromiseIsKeptOnTheCalibration(@ForAll @DoubleRange(min = 0.01, max = 0.9) double share) {
    int[] wrong = IntStream.range(0, 40).map(i -> 100 + i * i / 2).toArray();
    RiskCalibration calibration = calibration(1000, wrong);
    double threshold = calibration.at(share).threshold();
    long accepted = IntStream.range(0, 1000).filter(i -> confidence(i, 1000) >= threshold).count();
    long errors =
        IntStream.of(wrong).distinct().filter(i -> confidence(i - 1, 1000) >= threshold).count();

    assertThat(accepted).isEqualTo(calibration.at(share).accepted());
    assertThat(errors + 1.0).isLessThanOrEqualTo(share * (accepted + 1) + 1e-9);
  }

  @Test
  void itSurvivesItsState() {
    RiskCalibration restored = RiskCalibration.restore(THOUSAND.state());

    assertThat(restored.data()).isEqualTo("drawn");
    assertThat(restored.dataHash()).isEqualTo("hash");
    assertThat(restored.samples()).isEqualTo(1000);
    assertThat(restored.at(0.00223)).isEqualTo(THOUSAND.at(0.00223));
    assertThat(THOUSAND.state().shape("thresholds")).as("corners alone").containsExactly(3);
  }

  @Test
  void statesThatMakeNoSenseAreRefused() {
    assertRefused(new double[] {0.5, 0.6}, new int[] {1, 2}, new int[] {0, 1}, "does not follow");
    assertRefused(new double[] {0.6, 0.5}, new int[] {2, 2}, new int[] {0, 1}, "does not follow");
    assertRefused(new double[] {0.6, 0.5}, new int[] {1, 2}, new int[] {1, 1}, "does not follow");
    assertRefused(new double[] {0.6}, new int[] {11}, new int[] {0}, "among 10 digits");
    assertRefused(new double[] {1.6}, new int[] {1}, new int[] {0}, "threshold must be in 0..1");
    assertRefused(new double[] {Double.NaN}, new int[] {1}, new int[] {0}, "must be finite");
    assertRefused(new double[] {0.6}, new int[] {1}, new int[] {2}, "errors must be in 0..1");
    assertRefused(new double[] {0.6}, new int[] {1, 2}, new int[] {0}, "'accepted' should be");
  }

  private static void assertRefused(
      double[] thresholds, int[] accepted, int[] errors, String complaint) {
    ModelState state =
        new ModelState(
            "calibration",
            Map.of("data", "drawn", "dataHash", "hash", "samples", "10"),
            Map.of(
                "thresholds",
                ModelArray.of(thresholds, thresholds.length),
                "accepted",
                ModelArray.of(accepted, accepted.length),
                "errors",
                ModelArray.of(errors, errors.length)));
    assertThatThrownBy(() -> RiskCalibration.restore(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint);
  }

  /**
   * Digits of falling confidence.
   *
   * @param wrong which are wrong, counted from 1
   */
  private static RiskCalibration calibration(int count, int... wrong) {
    List<Prediction> answers = new ArrayList<>();
    int[] truth = new int[count];
    for (int i = 0; i < count; i++) {
      double[] probabilities = new double[Prediction.CLASSES];
      probabilities[7] = confidence(i, count);
      probabilities[2] = 1 - probabilities[7];
      answers.add(Prediction.of(probabilities));
      int rank = i + 1;
      truth[i] = IntStream.of(wrong).anyMatch(it -> it == rank) ? 3 : 7;
    }
    return RiskCalibration.of("drawn", "hash", RiskCoverageCurve.of(truth, answers));
  }

  private static double confidence(int index, int count) {
    return 1 - 0.4 * index / count;
  }
}
