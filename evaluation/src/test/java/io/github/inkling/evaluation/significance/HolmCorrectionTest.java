package io.github.inkling.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HolmCorrectionTest {
  /** The p-values of Rosetta Code's task "P-value correction". */
  private static final double[] FIFTY = {
    4.533744e-01, 7.296024e-01, 9.936026e-02, 9.079658e-02, 1.801962e-01,
    8.752257e-01, 2.922222e-01, 9.115421e-01, 4.355806e-01, 5.324867e-01,
    4.926798e-01, 5.802978e-01, 3.485442e-01, 7.883130e-01, 2.729308e-01,
    8.502518e-01, 4.268138e-01, 6.442008e-01, 3.030266e-01, 5.001555e-02,
    3.194810e-01, 7.892933e-01, 9.991834e-01, 1.745691e-01, 9.037516e-01,
    1.198578e-01, 3.966083e-01, 1.403837e-02, 7.328671e-01, 6.793476e-02,
    4.040730e-03, 3.033349e-04, 1.125147e-02, 2.375072e-02, 5.818542e-04,
    3.075482e-04, 8.251272e-03, 1.356534e-03, 1.360696e-02, 3.764588e-04,
    1.801145e-05, 2.504456e-07, 3.310253e-02, 9.427839e-03, 8.791153e-04,
    2.177831e-04, 9.693054e-04, 6.610250e-05, 2.900813e-02, 5.735490e-03
  };

  /** What R's {@code p.adjust(p, "holm")} makes of the last 25 of them, as that page lists it. */
  private static final double[] LAST_ADJUSTED_BY_R = {
    1.000000e+00, 1.000000e+00, 4.632662e-01, 1.000000e+00, 1.000000e+00,
    1.575885e-01, 1.395341e-02, 3.938014e-01, 7.600230e-01, 2.501973e-02,
    1.395341e-02, 3.052971e-01, 5.426136e-02, 4.626366e-01, 1.656419e-02,
    8.825610e-04, 1.252228e-05, 9.930759e-01, 3.394022e-01, 3.692284e-02,
    1.023581e-02, 3.974152e-02, 3.172920e-03, 8.992520e-01, 2.179486e-01
  };

  /** 3 x 0.01; 2 x 0.04, which is more than 0.05 at its turn; and the order of the tests. */
  @Test
  void agreesWithWhatIsWorkedByHand() {
    assertAdjusted(new double[] {0.04, 0.01, 0.05}, 0.08, 0.03, 0.08);
    assertAdjusted(new double[] {0.01, 0.02, 0.03, 0.04, 0.05}, 0.05, 0.08, 0.09, 0.09, 0.09);
    assertAdjusted(new double[] {0.6, 0.5, 0.7}, 1, 1, 1);
    assertAdjusted(new double[] {0.3}, 0.3);
    assertAdjusted(new double[] {0, 1}, 0, 1);
    assertAdjusted(new double[] {});
  }

  /** The example in the documentation of stdlib's {@code padjust}, method {@code holm}. */
  @Test
  void agreesWithStdlibsExample() {
    List<Double> adjusted = HolmCorrection.of(0.319, 0.201, 0.4, 0.374, 0.113).adjusted();

    assertThat(adjusted.get(0)).isCloseTo(0.957, within(5e-4));
    assertThat(adjusted.get(1)).isCloseTo(0.804, within(5e-4));
    assertThat(adjusted.get(3)).isCloseTo(0.957, within(5e-4));
    assertThat(adjusted.get(4)).isCloseTo(0.565, within(5e-4));
  }

  @Test
  void agreesWithR() {
    List<Double> adjusted = HolmCorrection.of(FIFTY).adjusted();

    assertThat(adjusted.subList(0, 25)).containsOnly(1.0);
    for (int test = 0; test < 25; test++) {
      double byR = LAST_ADJUSTED_BY_R[test];
      assertThat(adjusted.get(25 + test)).isCloseTo(byR, within(5e-7 * byR));
    }
  }

  @Property
  void liesBetweenTheRawPValueAndBonferronis(@ForAll @Size(max = 60) List<@Share Double> pValues) {
    List<Double> adjusted = new HolmCorrection(pValues).adjusted();

    assertThat(adjusted).hasSameSizeAs(pValues);
    for (int test = 0; test < pValues.size(); test++) {
      assertThat(adjusted.get(test))
          .isBetween(pValues.get(test), Math.min(1, pValues.size() * pValues.get(test)));
    }
  }

  @Property(tries = 200)
  void keepsTheOrderOfThePValues(@ForAll @Size(max = 30) List<@Share Double> pValues) {
    List<Double> adjusted = new HolmCorrection(pValues).adjusted();

    for (int one = 0; one < pValues.size(); one++) {
      for (int other = 0; other < pValues.size(); other++) {
        if (pValues.get(one) <= pValues.get(other)) {
          assertThat(adjusted.get(one)).isLessThanOrEqualTo(adjusted.get(other));
        }
      }
    }
  }

  @Property
  void followsTheTestsWhereverTheyStand(
      @ForAll @Size(max = 60) List<@Share Double> pValues, @ForAll long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, pValues.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    List<Double> adjusted = new HolmCorrection(pValues).adjusted();

    assertThat(new HolmCorrection(order.stream().map(pValues::get).toList()).adjusted())
        .isEqualTo(order.stream().map(adjusted::get).toList());
  }

  /** Holm's own procedure: reject from the smallest on, until one is above level / (m - rank). */
  @Property
  void rejectsWhatHolmsProcedureRejects(
      @ForAll @Size(max = 30) List<@Share Double> pValues,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double level) {
    List<Double> ascending = pValues.stream().sorted().toList();
    int rejected = 0;
    while (rejected < ascending.size()
        && (ascending.size() - rejected) * ascending.get(rejected) <= level) {
      rejected++;
    }

    assertThat(new HolmCorrection(pValues).adjusted().stream().filter(p -> p <= level))
        .hasSize(rejected);
  }

  @Test
  void isACopyThatNobodyChanges() {
    List<Double> pValues = new ArrayList<>(List.of(0.01, 0.02));
    HolmCorrection correction = new HolmCorrection(pValues);
    pValues.set(0, 0.9);

    assertThat(correction).isEqualTo(HolmCorrection.of(0.01, 0.02));
    assertThat(correction.adjusted()).isUnmodifiable();
    assertThat(correction.pValues()).isUnmodifiable();
  }

  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    assertThatThrownBy(() -> HolmCorrection.of(0.1, 1.5))
        .hasMessage("pValues[1] must be in 0..1, not 1.5");
    assertThatThrownBy(() -> HolmCorrection.of(-0.1))
        .hasMessage("pValues[0] must be in 0..1, not -0.1");
    assertThatThrownBy(() -> HolmCorrection.of(0.1, 0.2, Double.NaN))
        .hasMessage("pValues[2] must be in 0..1, not NaN");
  }

  private static void assertAdjusted(double[] pValues, double... expected) {
    List<Double> adjusted = HolmCorrection.of(pValues).adjusted();
    assertThat(adjusted.stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(expected, within(1e-15));
  }
}
