package io.github.inkling.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CohensKappaTest {
  /** The 50 proposals of Wikipedia's "Cohen's kappa": 0.7 observed, 0.5 expected. */
  @Test
  void agreesWithTheWellKnownExample() {
    CohensKappa agreement = CohensKappa.of(new int[][] {{20, 5}, {10, 15}});

    assertThat(agreement.samples()).isEqualTo(50);
    assertThat(agreement.observedAgreement()).isCloseTo(0.7, within(1e-15));
    assertThat(agreement.expectedAgreement()).isCloseTo(0.5, within(1e-15));
    assertThat(agreement.kappa()).hasValueCloseTo(0.4, within(1e-14));
  }

  /** Cohen (1960), Table 1, in hundredths: observed .29, expected .20 + .09 + .06 = .35. */
  @Test
  void agreesWithCohensTable() {
    CohensKappa agreement = CohensKappa.of(new int[][] {{25, 13, 12}, {12, 2, 16}, {3, 15, 2}});

    assertThat(agreement.observedAgreement()).isCloseTo(0.29, within(1e-15));
    assertThat(agreement.expectedAgreement()).isCloseTo(0.35, within(1e-15));
    assertThat(agreement.kappa()).hasValueCloseTo(-0.06 / 0.65, within(1e-14));
  }

  /**
   * scikit-learn 1.2.1, with {@code m} the matrix: {@code i, j = np.indices(m.shape)}, {@code
   * cohen_kappa_score(np.repeat(i.ravel(), m.ravel()), np.repeat(j.ravel(), m.ravel()))}.
   */
  @Test
  void agreesWithScikitLearnOnARectangle() {
    int[][] wide = {{50, 2, 3, 1}, {4, 40, 0, 6}, {1, 5, 60, 2}};
    int[][] tall = {{50, 4, 1}, {2, 40, 5}, {3, 0, 60}, {1, 6, 2}};

    assertThat(CohensKappa.of(wide).kappa()).hasValueCloseTo(0.796906915669682, within(1e-14));
    assertThat(CohensKappa.of(tall).kappa()).hasValueCloseTo(0.796906915669682, within(1e-14));
  }

  @Test
  void oneClassAloneLeavesNothingToAgreeOn() {
    assertThat(CohensKappa.of(new int[][] {{0, 0}, {0, 7}}).kappa()).isEmpty();
    assertThat(CohensKappa.of(new int[][] {{1}}).kappa()).isEmpty();
  }

  @Test
  void extremesAreExact() {
    assertThat(CohensKappa.of(new int[][] {{3, 0}, {0, 9}}).kappa()).hasValue(1);
    assertThat(CohensKappa.of(new int[][] {{0, 5}, {5, 0}}).kappa()).hasValue(-1);
    assertThat(CohensKappa.of(new int[][] {{7, 7}, {7, 7}}).kappa()).hasValue(0);
    assertThat(CohensKappa.of(new int[][] {{0, 7}, {0, 0}}).kappa()).hasValue(0);
  }

  @Test
  void countsUpToTheLargestDoNotOverflow() {
    int most = Integer.MAX_VALUE;

    assertThat(CohensKappa.of(new int[][] {{most, 0}, {0, most}}).kappa()).hasValue(1);
    assertThat(CohensKappa.of(new int[][] {{most, most}, {most, most}}).kappa())
        .hasValueCloseTo(0.0, within(1e-15));
  }

  @Property
  void isAtMostOneAndTheSameForTruthAndAnswersExchanged(
      @ForAll @Size(9) List<@IntRange(max = 1000) Integer> cells) {
    int[][] counts = new int[3][3];
    int[][] exchanged = new int[3][3];
    int[][] tenfold = new int[3][3];
    for (int cell = 0; cell < 9; cell++) {
      // An answer in each of two classes leaves something to agree on.
      int count = cells.get(cell) + (cell % 8 == 0 ? 1 : 0);
      counts[cell / 3][cell % 3] = count;
      exchanged[cell % 3][cell / 3] = count;
      tenfold[cell / 3][cell % 3] = 10 * count;
    }
    double kappa = CohensKappa.of(counts).kappa().orElseThrow();

    assertThat(kappa).isBetween(-1.0, 1.0);
    assertThat(CohensKappa.of(exchanged).kappa()).hasValueCloseTo(kappa, within(1e-10));
    assertThat(CohensKappa.of(tenfold).kappa()).hasValueCloseTo(kappa, within(1e-10));
  }

  @Property
  void classesThatNeverOccurChangeNothing(
      @ForAll @Size(4) List<@IntRange(max = 1000) Integer> cells) {
    int[][] counts = {{1 + cells.get(0), cells.get(1)}, {cells.get(2), cells.get(3)}};
    int[][] padded = {Arrays.copyOf(counts[0], 4), Arrays.copyOf(counts[1], 4), new int[4]};

    assertThat(CohensKappa.of(padded)).isEqualTo(CohensKappa.of(counts));
  }

  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    assertThatThrownBy(() -> CohensKappa.of(new int[][] {{1, 2}, {3, -4}}))
        .hasMessage("counts[1][1] must be at least 0, not -4");
    assertThatThrownBy(() -> CohensKappa.of(new int[][] {{1, 2}, {3}}))
        .hasMessage("counts[1] must have 2 columns, not 1");
    assertThatThrownBy(() -> CohensKappa.of(new int[0][]))
        .hasMessage("counts must have at least 1 answer, not 0");
    assertThatThrownBy(() -> CohensKappa.of(new int[2][2]))
        .hasMessage("counts must have at least 1 answer, not 0");
    assertThatThrownBy(() -> new CohensKappa(0, 1, 1))
        .hasMessage("samples must be at least 1, not 0");
    assertThatThrownBy(() -> new CohensKappa(1, Double.NaN, 1))
        .hasMessage("observedAgreement must be in 0..1, not NaN");
    assertThatThrownBy(() -> new CohensKappa(1, 1, 1.5))
        .hasMessage("expectedAgreement must be in 0..1, not 1.5");
  }
}
