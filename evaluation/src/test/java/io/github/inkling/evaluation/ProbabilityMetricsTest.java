package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProbabilityMetricsTest {
  /** 3 before 5 before 1; all others are impossible. */
  private static final Prediction UNSURE =
      Prediction.of(new double[] {0, 0.2, 0, 0.5, 0, 0.3, 0, 0, 0, 0});

  private static final Prediction BLANK = Prediction.rejected(Rejection.BLANK);

  @Test
  void agreesWithWorkByHand() {
    ProbabilityMetrics metrics = of(new int[] {3, 1}, UNSURE, UNSURE);

    assertThat(metrics.logLoss())
        .isCloseTo((Math.log(1 / 0.5) + Math.log(1 / 0.2)) / 2, within(1e-15));
    // 0.25 + 0.04 + 0.09 where 3 is true, 0.64 + 0.25 + 0.09 where 1 is.
    assertThat(metrics.brierScore()).isCloseTo((0.38 + 0.98) / 2, within(1e-15));
    assertThat(metrics.topAccuracy(1)).isEqualTo(0.5);
    assertThat(metrics.topAccuracy(2)).isEqualTo(0.5);
    assertThat(metrics.topAccuracy(3)).isEqualTo(1);
  }

  @Test
  void whatIsCertainAndRightCostsNothingAndWhatIsWrongCostsAPrice() {
    ProbabilityMetrics right = of(new int[] {4}, SampleAnswers.certain(4));
    ProbabilityMetrics wrong = of(new int[] {4}, SampleAnswers.certain(5));

    assertThat(right.logLoss()).isBetween(0.0, 1e-15);
    assertThat(right.brierScore()).isZero();
    assertThat(wrong.logLoss()).isCloseTo(52 * Math.log(2), within(1e-12));
    assertThat(wrong.brierScore()).isEqualTo(2);
  }

  @Test
  void aRejectedPictureCountsByItsProbabilities() {
    Prediction rejected = UNSURE.reject(Rejection.AMBIGUOUS);
    ProbabilityMetrics metrics = of(new int[] {3}, rejected);

    assertThat(metrics.logLoss()).isEqualTo(of(new int[] {3}, UNSURE).logLoss());
    assertThat(metrics.brierScore()).isEqualTo(of(new int[] {3}, UNSURE).brierScore());
    assertThat(metrics.topAccuracy(1)).isEqualTo(1);
  }

  @Test
  void withoutProbabilitiesAllDigitsAreEquallyProbableAndNoneIsNamed() {
    ProbabilityMetrics metrics = of(new int[] {0}, BLANK);

    assertThat(metrics.logLoss()).isCloseTo(Math.log(10), within(1e-15));
    assertThat(metrics.brierScore()).isCloseTo(0.9, within(1e-15));
    assertThat(metrics.topAccuracy(1)).isZero();
    assertThat(metrics.topAccuracy(10)).isZero();
  }

  @Test
  void ofEquallyProbableDigitsTheSmallerOneComesFirst() {
    Prediction tie = Prediction.of(new double[] {0, 0, 0.25, 0, 0.5, 0, 0.25, 0, 0, 0});

    assertThat(of(new int[] {2}, tie).topAccuracy(2)).isEqualTo(1);
    assertThat(of(new int[] {6}, tie).topAccuracy(2)).isZero();
    assertThat(of(new int[] {6}, tie).topAccuracy(3)).isEqualTo(1);
    assertThat(of(new int[] {0}, tie).topAccuracy(4)).isEqualTo(1);
    assertThat(of(new int[] {9}, tie).topAccuracy(9)).isZero();
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    assertThatThrownBy(() -> ProbabilityMetrics.of(Answers.of(new int[0], List.of())))
        .hasMessage("there are no answers to measure");
    assertThatThrownBy(() -> of(new int[] {3}, UNSURE).topAccuracy(0))
        .hasMessage("k must be in 1..10, not 0");
    assertThatThrownBy(() -> of(new int[] {3}, UNSURE).topAccuracy(11))
        .hasMessage("k must be in 1..10, not 11");
  }

  @Property
  void theFirstOfTheMostProbableIsTheAccuracyWhereNothingIsRejected(
      @ForAll("answers") Answers answers) {
    double accuracy = SampleAnswers.report(answers).accuracy();
    double first = ProbabilityMetrics.of(answers).topAccuracy(1);

    assertThat(first).isGreaterThanOrEqualTo(accuracy);
    if (answers.confusion().rejected() == 0) {
      assertThat(first).isEqualTo(accuracy);
    }
  }

  @Property
  void moreGuessesFindMore(@ForAll("answers") Answers answers) {
    ProbabilityMetrics metrics = ProbabilityMetrics.of(answers);

    assertThat(IntStream.rangeClosed(1, 10).mapToObj(metrics::topAccuracy).toList()).isSorted();
    long told =
        answers.predictions().stream()
            .filter(p -> IntStream.range(0, 10).anyMatch(digit -> p.probability(digit) > 0))
            .count();
    assertThat(metrics.topAccuracy(10)).isEqualTo((double) told / answers.size());
  }

  @Property
  void everyScoreIsInItsRange(@ForAll("answers") Answers answers) {
    ProbabilityMetrics metrics = ProbabilityMetrics.of(answers);

    assertThat(metrics.logLoss()).isBetween(0.0, 36.05);
    assertThat(metrics.brierScore()).isBetween(0.0, 2 + 1e-12);
  }

  @Provide
  Arbitrary<Answers> answers() {
    return SampleAnswers.any(1);
  }

  private static ProbabilityMetrics of(int[] truth, Prediction... predictions) {
    return ProbabilityMetrics.of(Answers.of(truth, List.of(predictions)));
  }
}
