package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.Recognition;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
  /**
   * scikit-learn 1.2.1 on the same answers (-1 is a rejection):
   *
   * <pre>{@code
   * import numpy as np
   * from sklearn.metrics import precision_recall_fscore_support as prfs
   * i = np.arange(400)
   * truth = (i * i + i // 7) % 10
   * answer = np.where(i % 9 == 0, (i + truth) % 10, truth)
   * answer = np.where(i % 37 == 0, -1, answer)
   * answer = np.where(answer == 4, 6, answer)
   * prfs(truth, answer, labels=range(10), zero_division=0)
   * prfs(truth, answer, labels=range(10), zero_division=0, average='macro')
   * prfs(truth, answer, labels=range(10), zero_division=0, average='weighted')
   * }</pre>
   */
  @Test
  void agreesWithScikitLearn() {
    EvaluationReport report = SampleAnswers.report(SampleAnswers.fourHundred());

    assertThat(report.accuracy()).isEqualTo(0.805);
    assertThat(doubles(report, ClassMetrics::precision))
        .usingElementComparator(EvaluationReportTest::closely)
        .containsExactly(
            0.9333333333333333,
            0.9090909090909091,
            0.8909090909090909,
            0.8260869565217391,
            0.0,
            0.9454545454545454,
            0.44776119402985076,
            0.8333333333333334,
            0.9607843137254902,
            0.8611111111111112);
    assertThat(doubles(report, ClassMetrics::recall))
        .usingElementComparator(EvaluationReportTest::closely)
        .containsExactly(
            0.8936170212765957,
            0.8571428571428571,
            0.8596491228070176,
            0.8636363636363636,
            0.0,
            0.896551724137931,
            0.8571428571428571,
            0.9090909090909091,
            0.875,
            0.9117647058823529);
    assertThat(doubles(report, ClassMetrics::f1))
        .usingElementComparator(EvaluationReportTest::closely)
        .containsExactly(
            0.9130434782608695,
            0.8823529411764706,
            0.875,
            0.8444444444444444,
            0.0,
            0.920353982300885,
            0.5882352941176471,
            0.8695652173913043,
            0.9158878504672897,
            0.8857142857142858);
    assertThat(report.perClass())
        .extracting(ClassMetrics::support)
        .containsExactly(47, 35, 57, 22, 34, 58, 35, 22, 56, 34);
    assertThat(report.undefined())
        .isEqualTo(new UndefinedMetrics(List.of(4), List.of(), List.of()));
    requireAverages(report.macro(), 0.7607864787509403, 0.7923595561116885, 0.7694597493873198);
    requireAverages(report.weighted(), 0.7914090445432298, 0.805, 0.7918784514696168);
  }

  /** {@code prfs([0, 0, 1, 1, 3], [0, 1, 1, 1, 2], average=..., zero_division=0)}, as above. */
  @Test
  void agreesWithScikitLearnWhereDigitsDoNotOccur() {
    EvaluationReport report =
        SampleAnswers.report(SampleAnswers.of(new int[] {0, 0, 1, 1, 3}, 0, 1, 1, 1, 2));

    requireAverages(report.macro(), 0.41666666666666663, 0.375, 0.3666666666666667);
    requireAverages(report.weighted(), 0.6666666666666666, 0.6, 0.5866666666666667);
  }

  @Test
  void nameAndHashAreTheDataSetsAndTimesTheRecognitions() {
    LabeledDigits data =
        new LabeledDigits(
            "folder:mine", List.of(GrayImage.of(1, 1, new byte[] {7})), new int[] {3});
    EvaluationReport report =
        EvaluationReport.of(data, new Recognition(List.of(SampleAnswers.certain(3)), 1, 2));

    assertThat(report.data()).isEqualTo("folder:mine");
    assertThat(report.dataHash()).isEqualTo(data.contentHash());
    assertThat(report.accuracy()).isEqualTo(1);
    assertThat(report.featureSeconds()).isEqualTo(1);
    assertThat(report.predictSeconds()).isEqualTo(2);
  }

  @Test
  void anEmptyReportIsRefused() {
    assertThatThrownBy(() -> SampleAnswers.report(SampleAnswers.of(new int[0])))
        .hasMessage("mnist:test: there are no digits to evaluate");
  }

  @Test
  void aHashThatIsNoneIsRefused() {
    Answers one = SampleAnswers.of(new int[] {3}, 3);

    assertThatThrownBy(() -> new EvaluationReport("x", "cafe", one, 0, 0))
        .hasMessage("x: the data hash must be 64 hexadecimal digits, not 'cafe'");
  }

  @Test
  void timesAreFiniteAndNotNegative() {
    Answers one = SampleAnswers.of(new int[] {3}, 3);

    assertThatThrownBy(() -> new EvaluationReport("x", SampleAnswers.HASH, one, Double.NaN, 0))
        .hasMessage("featureSeconds must be at least 0 and finite, not NaN");
    assertThatThrownBy(() -> new EvaluationReport("x", SampleAnswers.HASH, one, 0, -1))
        .hasMessage("predictSeconds must be at least 0 and finite, not -1.0");
  }

  @Property
  void theAccuracyLiesInItsInterval(@ForAll("answers") Answers answers) {
    EvaluationReport report = SampleAnswers.report(answers);

    assertThat(report.accuracyInterval().contains(report.accuracy())).isTrue();
  }

  @Property
  void theWeightedRecallIsTheAccuracy(@ForAll("answers") Answers answers) {
    EvaluationReport report = SampleAnswers.report(answers);

    assertThat(report.weighted().recall()).isCloseTo(report.accuracy(), within(1e-12));
  }

  @Property
  void everyPictureIsCountedOnce(@ForAll("answers") Answers answers) {
    EvaluationReport report = SampleAnswers.report(answers);
    int cells =
        IntStream.range(0, Prediction.CLASSES)
            .flatMap(truth -> IntStream.of(report.confusion().counts()[truth]))
            .sum();

    assertThat(cells + report.rejected()).isEqualTo(answers.truth().length);
    assertThat(report.samples()).isEqualTo(answers.truth().length);
    assertThat(report.perClass().stream().mapToInt(ClassMetrics::support).sum())
        .isEqualTo(answers.truth().length);
  }

  @Property
  void theOrderOfThePicturesDoesNotMatter(@ForAll("answers") Answers answers, @ForAll long seed) {
    List<Integer> order =
        IntStream.range(0, answers.truth().length).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(seed));
    Answers shuffled =
        Answers.of(
            order.stream().mapToInt(i -> answers.truth()[i]).toArray(),
            order.stream().map(answers.predictions()::get).toList());

    assertThat(shuffled.confusion()).isEqualTo(answers.confusion());
    assertThat(shuffled.curve()).isEqualTo(answers.curve());
    assertThat(RocCurve.of(shuffled, 3)).isEqualTo(RocCurve.of(answers, 3));
    assertThat(PrecisionRecallCurve.of(shuffled, 3)).isEqualTo(PrecisionRecallCurve.of(answers, 3));
  }

  @Provide
  Arbitrary<Answers> answers() {
    Arbitrary<Integer> answer = Arbitraries.integers().between(SampleAnswers.REJECTED, 9);
    return Arbitraries.integers()
        .between(1, 60)
        .flatMap(
            size ->
                Combinators.combine(
                        Arbitraries.integers().between(0, 9).array(int[].class).ofSize(size),
                        answer.array(int[].class).ofSize(size))
                    .as(SampleAnswers::of));
  }

  private static List<Double> doubles(
      EvaluationReport report, Function<ClassMetrics, OptionalDouble> metric) {
    return report.perClass().stream().map(of -> metric.apply(of).orElse(0)).toList();
  }

  private static int closely(double actual, double expected) {
    return Math.abs(actual - expected) <= 1e-15 ? 0 : Double.compare(actual, expected);
  }

  private static void requireAverages(
      Averages averages, double precision, double recall, double f1) {
    assertThat(averages.precision()).isCloseTo(precision, within(1e-15));
    assertThat(averages.recall()).isCloseTo(recall, within(1e-15));
    assertThat(averages.f1()).isCloseTo(f1, within(1e-15));
  }
}
