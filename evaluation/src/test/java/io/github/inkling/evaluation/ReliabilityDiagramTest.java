package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReliabilityDiagramTest {
  private static final double EXACTLY_NINE_FIFTEENTHS = 9.0 / 15;

  @Test
  void agreesWithWorkByHand() {
    ReliabilityDiagram diagram =
        of(new int[] {0, 1, 0, 0}, sure(0.7), sure(0.72), sure(1), sure(1));

    // 0.7 and 0.72 lie above 10/15 = 0.667, and claim 1.42 right answers, of which there is one.
    assertThat(diagram.bins()).hasSize(15);
    assertThat(diagram.bins().get(10).count()).isEqualTo(2);
    assertThat(diagram.bins().get(10).accuracy()).hasValue(0.5);
    assertThat(diagram.bins().get(10).confidence().orElseThrow()).isCloseTo(0.71, within(1e-15));
    assertThat(diagram.bins().get(14).count()).isEqualTo(2);
    assertThat(diagram.ece().orElseThrow()).isCloseTo(0.42 / 4, within(1e-15));
    assertThat(diagram.mce().orElseThrow()).isCloseTo(0.21, within(1e-15));
  }

  @Test
  void aBoundBelongsToTheBinBelowIt() {
    ReliabilityDiagram diagram =
        of(
            new int[] {0, 0},
            sure(EXACTLY_NINE_FIFTEENTHS),
            sure(Math.nextUp(EXACTLY_NINE_FIFTEENTHS)));

    assertThat(diagram.bins().get(8).count()).isEqualTo(1);
    assertThat(diagram.bins().get(9).count()).isEqualTo(1);
    assertThat(diagram.bins().get(8).upper()).isEqualTo(EXACTLY_NINE_FIFTEENTHS);
    assertThat(diagram.bins().get(9).lower()).isEqualTo(EXACTLY_NINE_FIFTEENTHS);
  }

  @Test
  void rejectedPicturesAreLeftOut() {
    Prediction rejected = sure(0.7).reject(Rejection.AMBIGUOUS);

    assertThat(of(new int[] {1, 0}, rejected, sure(0.9)).ece().orElseThrow())
        .isCloseTo(0.1, within(1e-15));
  }

  @Test
  void whereNothingIsAnsweredTheErrorIsUndefined() {
    ReliabilityDiagram diagram = of(new int[] {1}, Prediction.rejected(Rejection.BLANK));

    assertThat(diagram.ece()).isEmpty();
    assertThat(diagram.mce()).isEmpty();
    assertThat(diagram.bins()).allMatch(bin -> bin.accuracy().isEmpty());
    assertThat(diagram.bins()).allMatch(bin -> bin.confidence().isEmpty());
  }

  @Test
  void impossibleBinsAreRefused() {
    assertThatThrownBy(() -> new ReliabilityDiagram.Bin(0.5, 0.5, 0, 0, 0))
        .hasMessage("a bin must lie in 0..1, not from 0.5 to 0.5");
    assertThatThrownBy(() -> new ReliabilityDiagram.Bin(0, 0.5, 2, 3, 0.5))
        .hasMessage("right answers 3 and probabilities 0.5 must be in 0..2");
    assertThatThrownBy(() -> new ReliabilityDiagram.Bin(0, 0.5, 2, 1, Double.NaN))
        .hasMessage("right answers 1 and probabilities NaN must be in 0..2");
  }

  @Property
  void everyAnswerIsInOneBinThatHoldsItsProbability(@ForAll("answers") Answers answers) {
    ReliabilityDiagram diagram = ReliabilityDiagram.of(answers);

    assertThat(diagram.bins().stream().mapToInt(ReliabilityDiagram.Bin::count).sum())
        .isEqualTo(answers.size() - answers.confusion().rejected());
    assertThat(diagram.bins().stream().mapToInt(ReliabilityDiagram.Bin::right).sum())
        .isEqualTo(answers.confusion().correct());
    for (ReliabilityDiagram.Bin bin : diagram.bins()) {
      bin.confidence()
          .ifPresent(mean -> assertThat(mean).isBetween(bin.lower() - 1e-12, bin.upper() + 1e-12));
    }
  }

  @Property
  void theMeanErrorIsNoMoreThanTheLargest(@ForAll("answers") Answers answers) {
    ReliabilityDiagram diagram = ReliabilityDiagram.of(answers);

    assertThat(diagram.ece().isPresent()).isEqualTo(diagram.mce().isPresent());
    assertThat(diagram.ece().orElse(0)).isLessThanOrEqualTo(diagram.mce().orElse(0) + 1e-12);
  }

  @Provide
  Arbitrary<Answers> answers() {
    return SampleAnswers.any(0);
  }

  /** A zero of such a probability, or else a one. */
  private static Prediction sure(double probability) {
    return Prediction.of(new double[] {probability, 1 - probability, 0, 0, 0, 0, 0, 0, 0, 0});
  }

  private static ReliabilityDiagram of(int[] truth, Prediction... predictions) {
    return ReliabilityDiagram.of(Answers.of(truth, List.of(predictions)));
  }
}
