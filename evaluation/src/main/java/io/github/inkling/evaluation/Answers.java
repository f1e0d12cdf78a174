package io.github.inkling.evaluation;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.RiskCoverageCurve;
import io.github.inkling.core.model.SettingRange;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * True digits and the answers to them, in the data set's order: all that metrics are computed from.
 * Immutable.
 */
public final class Answers {
  private final int[] truth;
  private final List<Prediction> predictions;

  /** Kept once it was asked for, as what follows is: every table and every chart asks again. */
  private volatile ConfusionMatrix confusion;

  private volatile ProbabilityMetrics probabilities;
  private final AtomicReferenceArray<OneVersusRest> sweeps =
      new AtomicReferenceArray<>(Prediction.CLASSES);

  private Answers(int[] truth, List<Prediction> predictions) {
    this.truth = truth;
    this.predictions = predictions;
  }

  /**
   * Puts truth and answers together.
   *
   * @param truth the true digits, 0 to 9
   * @param predictions the answers, one per true digit
   * @return both
   * @throws IllegalArgumentException if truth and answers differ in number, or a true digit is
   *     outside 0..9
   */
  public static Answers of(int[] truth, List<Prediction> predictions) {
    if (truth.length != predictions.size()) {
      throw new IllegalArgumentException(
          "there are %d true digits, but %d predictions"
              .formatted(truth.length, predictions.size()));
    }
    for (int i = 0; i < truth.length; i++) {
      if (truth[i] < 0 || truth[i] >= Prediction.CLASSES) {
        throw new IllegalArgumentException(
            "true digit %d of sample %d is not in 0..9".formatted(truth[i], i));
      }
    }
    return new Answers(truth.clone(), List.copyOf(predictions));
  }

  /**
   * Number of digits.
   *
   * @return at least 0
   */
  public int size() {
    return truth.length;
  }

  /**
   * One true digit.
   *
   * @param index from 0
   * @return 0 to 9
   */
  public int truth(int index) {
    return truth[index];
  }

  /**
   * Copies the true digits.
   *
   * @return one per answer, 0 to 9
   */
  public int[] truth() {
    return truth.clone();
  }

  /**
   * One answer.
   *
   * @param index from 0
   * @return a digit, or a rejection
   */
  public Prediction prediction(int index) {
    return predictions.get(index);
  }

  /**
   * The answers.
   *
   * @return one per true digit, unmodifiable
   */
  public List<Prediction> predictions() {
    return predictions;
  }

  /**
   * Whether a digit was answered rightly. A rejected one was not.
   *
   * @param index from 0
   * @return true if the answer is the true digit
   */
  public boolean isRight(int index) {
    Prediction answer = predictions.get(index);
    return answer.isDigit() && answer.label() == truth[index];
  }

  /**
   * Which digits were answered rightly.
   *
   * @return one per digit, in their order
   */
  public boolean[] right() {
    boolean[] right = new boolean[truth.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = isRight(i);
    }
    return right;
  }

  /**
   * The digits that were not answered rightly: answered with another digit, or rejected.
   *
   * @return their indices, ascending
   */
  public int[] wrong() {
    return IntStream.range(0, truth.length).filter(i -> !isRight(i)).toArray();
  }

  /**
   * Counts how often each digit was answered with each digit.
   *
   * @return the confusion matrix
   */
  public ConfusionMatrix confusion() {
    if (confusion == null) {
      confusion = ConfusionMatrix.of(truth, predictions);
    }
    return confusion;
  }

  /**
   * How good the ten probabilities are. Rejected pictures count by their probabilities.
   *
   * @return the metrics of all answers
   */
  public ProbabilityMetrics probabilities() {
    if (probabilities == null) {
      probabilities = ProbabilityMetrics.of(this);
    }
    return probabilities;
  }

  /** How the probability of a digit tells its pictures from all others. */
  OneVersusRest oneVersusRest(int digit) {
    SettingRange.require("digit", digit, 0, Prediction.CLASSES - 1);
    OneVersusRest sweep = sweeps.get(digit);
    if (sweep == null) {
      sweep = OneVersusRest.of(this, digit);
      sweeps.set(digit, sweep);
    }
    return sweep;
  }

  /**
   * How many answers are wrong if only the surest are accepted.
   *
   * @return risk and coverage
   */
  public RiskCoverageCurve curve() {
    return RiskCoverageCurve.of(truth, predictions);
  }

  /** Whether there is a probability above 0: not so where there was no ink. */
  boolean hasProbabilities(int index) {
    Prediction answer = predictions.get(index);
    int digit = 0;
    while (digit < Prediction.CLASSES && answer.probability(digit) == 0) {
      digit++;
    }
    return digit < Prediction.CLASSES;
  }

  /**
   * The probability by which an answer is measured, whether it was rejected or not: the digit's of
   * the prediction; and where that has none, as nothing is known then, an equal share of 1.
   */
  double measured(int index, int digit) {
    return hasProbabilities(index)
        ? predictions.get(index).probability(digit)
        : 1.0 / Prediction.CLASSES;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answers that
        && Arrays.equals(truth, that.truth)
        && predictions.equals(that.predictions);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(truth) + predictions.hashCode();
  }

  @Override
  public String toString() {
    return "Answers[" + truth.length + " digits]";
  }
}
