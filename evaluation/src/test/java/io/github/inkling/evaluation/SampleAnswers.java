package io.github.inkling.evaluation;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** True digits and answers to them, as tests need them. */
final class SampleAnswers {
  /** Stands for a rejection where an answer is a number. */
  static final int REJECTED = -1;

  static final String HASH = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7";

  private SampleAnswers() {}

  /** Answers given as digits, each of them certain. */
  static Answers of(int[] truth, int... answers) {
    return Answers.of(truth, IntStream.of(answers).mapToObj(SampleAnswers::certain).toList());
  }

  /**
   * 400 answers with errors and 11 rejections; 4 is never answered. By the same formula they are
   * made in NumPy, for scikit-learn to measure (see {@link EvaluationReportTest}).
   */
  static Answers fourHundred() {
    int[] truth = new int[400];
    int[] answers = new int[400];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = (i * i + i / 7) % 10;
      answers[i] = i % 9 == 0 ? (i + truth[i]) % 10 : truth[i];
      answers[i] = i % 37 == 0 ? REJECTED : answers[i];
      answers[i] = answers[i] == 4 ? 6 : answers[i];
    }
    return of(truth, answers);
  }

  /** So many answers for each cell of a matrix whose rows are the truth. */
  static Answers ofCounts(int[][] counts) {
    List<Integer> truth = new ArrayList<>();
    List<Integer> answers = new ArrayList<>();
    for (int digit = 0; digit < counts.length; digit++) {
      for (int answer = 0; answer < counts[digit].length; answer++) {
        for (int i = 0; i < counts[digit][answer]; i++) {
          truth.add(digit);
          answers.add(answer);
        }
      }
    }
    return of(
        truth.stream().mapToInt(Integer::intValue).toArray(),
        answers.stream().mapToInt(Integer::intValue).toArray());
  }

  /** As many digits of each class as in MNIST's test set, and 55 errors as a good model makes. */
  static Answers tenThousand() {
    int[] support = {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009};
    int[][] counts = {
      {0, 0, 0, 0, 0, 0, 1, 1, 0, 0},
      {0, 0, 1, 1, 0, 0, 0, 0, 0, 0},
      {1, 0, 0, 0, 0, 0, 0, 3, 0, 0},
      {0, 0, 1, 0, 0, 3, 0, 1, 1, 0},
      {0, 0, 0, 0, 0, 0, 1, 0, 0, 5},
      {1, 0, 0, 4, 0, 0, 1, 0, 0, 0},
      {2, 2, 0, 0, 1, 1, 0, 0, 0, 0},
      {0, 1, 4, 1, 0, 0, 0, 0, 0, 1},
      {1, 0, 1, 1, 1, 0, 0, 1, 0, 1},
      {0, 1, 0, 1, 5, 1, 0, 1, 1, 0}
    };
    for (int digit = 0; digit < support.length; digit++) {
      counts[digit][digit] = support[digit] - IntStream.of(counts[digit]).sum();
    }
    return ofCounts(counts);
  }

  static Prediction certain(int digit) {
    if (digit == REJECTED) {
      return Prediction.rejected(Rejection.AMBIGUOUS);
    }
    double[] probabilities = new double[Prediction.CLASSES];
    probabilities[digit] = 1;
    return Prediction.of(probabilities);
  }

  /** A report of answers, as if they were to MNIST's test digits. */
  static EvaluationReport report(Answers answers) {
    return new EvaluationReport("mnist:test", HASH, answers, 1.25, 5);
  }

  /** Ten probabilities in the proportions of ten numbers, of which one is above 0. */
  static Prediction of(double... weights) {
    double sum = DoubleStream.of(weights).sum();
    return Prediction.of(DoubleStream.of(weights).map(weight -> weight / sum).toArray());
  }

  /** Answers as they come: sure and unsure, with ties, rejected, without probabilities. */
  static Arbitrary<Answers> any(int least) {
    Arbitrary<Double> weight =
        Arbitraries.oneOf(Arbitraries.doubles().between(0, 1), Arbitraries.of(0.0, 0.25, 0.5, 1.0));
    Arbitrary<Prediction> told =
        weight
            .array(double[].class)
            .ofSize(Prediction.CLASSES)
            .filter(weights -> DoubleStream.of(weights).sum() > 1e-9)
            .map(SampleAnswers::of);
    Arbitrary<Double> digit = Arbitraries.doubles().between(0, 1);
    Arbitrary<Rejection> reason = Arbitraries.of(Rejection.class);
    Arbitrary<Prediction> prediction =
        Arbitraries.frequencyOf(
            Tuple.of(3, told),
            Tuple.of(3, Combinators.combine(told, digit).as(Prediction::withDigitProbability)),
            Tuple.of(2, Combinators.combine(told, reason).as(Prediction::reject)),
            Tuple.of(1, reason.map(Prediction::rejected)));
    return Arbitraries.integers()
        .between(least, 40)
        .flatMap(
            size ->
                Combinators.combine(
                        Arbitraries.integers().between(0, 9).array(int[].class).ofSize(size),
                        prediction.list().ofSize(size))
                    .as(Answers::of));
  }
}
