package io.github.inkling.classifiers.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CascadeClassifierTest {
  /** Says 1, as sure as the digit's only feature is large. */
  private final Scripted cheap = new Scripted("cheap", value -> Answers.sure(1, value));

  private final Scripted strong = new Scripted("strong", value -> Answers.sure(2, 0.9));

  @Test
  void exactlyTheDigitsBelowTheThresholdArePassedOnInOneBatch() {
    FeatureMatrix digits = matrix(0.9f, 0.3f, 0.7f, 0.5f, 0.2f);

    List<Prediction> answers = cascade(0.5).predict(digits);

    assertThat(answers).extracting(Prediction::label).containsExactly(1, 2, 1, 1, 2);
    assertThat(cheap.asked()).containsExactly(digits);
    assertThat(strong.asked()).containsExactly(matrix(0.3f, 0.2f));
  }

  @Test
  void theStrongOneIsNotAskedWhereTheCheapOneIsSure() {
    cascade(0).predict(matrix(0.3f, 0.2f));

    assertThat(strong.asked()).isEmpty();
  }

  @Test
  void aRejectedDigitIsPassedOn() {
    Scripted silent = new Scripted("cheap", value -> Prediction.rejected(Rejection.AMBIGUOUS));
    CascadeClassifier cascade =
        new CascadeClassifier(1, new Member(silent, 0), new Member(strong, 0), 0.1, Map.of());

    assertThat(cascade.predict(matrix(0.5f)).get(0).label()).isEqualTo(2);
  }

  @Test
  void eachMemberReadsItsOwnColumns() {
    CascadeClassifier cascade =
        new CascadeClassifier(2, new Member(cheap, 1), new Member(strong, 0), 0.5, Map.of());

    cascade.predict(FeatureMatrix.ofRows(new float[] {0.9f, 0.1f}, new float[] {0.2f, 0.8f}));

    assertThat(cheap.asked()).containsExactly(matrix(0.1f, 0.8f));
    assertThat(strong.asked()).containsExactly(matrix(0.9f));
  }

  @Test
  void thresholdsThatMakeNoSenseAreRefused() {
    for (double threshold : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> cascade(threshold))
          .withMessage("a cascade's threshold must be at least 0 and finite, not " + threshold);
    }
  }

  @Test
  void aMemberMustFindItsFeatures() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CascadeClassifier(
                    1, new Member(cheap, 0), new Member(strong, 1), 0.5, Map.of()))
        .withMessage("a member (strong) reads the features 1 to 1, but there are 1 in all");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Member(cheap, -1).requireWithin(3))
        .withMessageContaining("reads the features -1 to -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Member(cheap, Integer.MAX_VALUE).requireWithin(3))
        .withMessageContaining("2147483647");
  }

  @Test
  void itsStateHasBothMembersAndTheThresholdToTheLastBit() {
    ModelState state = cascade(0.1 + 0.2).state();

    assertThat(state.number("threshold")).isEqualTo(0.1 + 0.2);
    assertThat(state.part("cheap").classifier()).isEqualTo("cheap");
    assertThat(state.part("strong").classifier()).isEqualTo("strong");
  }

  private CascadeClassifier cascade(double threshold) {
    return new CascadeClassifier(
        1, new Member(cheap, 0), new Member(strong, 0), threshold, Map.of());
  }

  private static FeatureMatrix matrix(float... values) {
    return FeatureMatrix.wrap(values.length, 1, values);
  }
}
