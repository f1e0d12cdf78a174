package io.github.inkling.evaluation;

import io.github.inkling.core.Sha256;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.RiskCoverageCurve;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Recognition;
import io.github.inkling.evaluation.significance.CohensKappa;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well a data set was recognised: plain data, from which every metric follows. {@link
 * TextReport} and {@link JsonReport} render it.
 *
 * <pre>{@code
 * EvaluationReport report = EvaluationReport.of(recognizer, digits, ProgressListener.NONE);
 * String text = TextReport.plain().render(report);
 * }</pre>
 *
 * @param data the data set's name, such as {@code "mnist:test"}
 * @param dataHash identifies the data set's content, 64 hexadecimal digits; see {@link
 *     LabeledDigits#contentHash()}
 * @param answers what was answered, of at least one digit
 * @param featureSeconds wall-clock seconds of preprocessing and features, at least 0
 * @param predictSeconds wall-clock seconds of the classifier alone, at least 0
 */
public record EvaluationReport(
    String data, String dataHash, Answers answers, double featureSeconds, double predictSeconds) {
  /** How sure {@link #accuracyInterval} is: 95 %. */
  public static final double CONFIDENCE = 0.95;

  /**
   * Checks the hash and the times, and that there is something to report.
   *
   * @param data the data set's name
   * @param dataHash SHA-256 of its content, 64 hexadecimal digits in lower case
   * @param answers what was answered, of at least one digit
   * @param featureSeconds at least 0 and finite
   * @param predictSeconds at least 0 and finite
   * @throws IllegalArgumentException if the hash is none, there is no digit, or a time is out of
   *     range
   */
  public EvaluationReport {
    if (!Sha256.isHex(dataHash)) {
      throw new IllegalArgumentException(
          "%s: the data hash must be 64 hexadecimal digits, not '%s'".formatted(data, dataHash));
    }
    if (answers.size() == 0) {
      throw new IllegalArgumentException(data + ": there are no digits to evaluate");
    }
    requireTime("featureSeconds", featureSeconds);
    requireTime("predictSeconds", predictSeconds);
  }

  /**
   * Recognises a data set and compares the answers with its labels.
   *
   * @param recognizer answers
   * @param data the digits, at least one
   * @param progress hears of finished digits
   * @return the report
   * @throws IllegalArgumentException if there is no digit
   */
  public static EvaluationReport of(
      DigitRecognizer recognizer, LabeledDigits data, ProgressListener progress) {
    return of(data, recognizer.recognizeAll(data.images(), progress));
  }

  /**
   * Compares answers with the truth.
   *
   * @param data the digits, at least one
   * @param recognition the answers, one per digit, in their order, and what they cost
   * @return the report
   * @throws IllegalArgumentException if there is no digit, or digits and answers differ in number
   */
  public static EvaluationReport of(LabeledDigits data, Recognition recognition) {
    return new EvaluationReport(
        data.name(),
        data.contentHash(),
        Answers.of(data.labels(), recognition.predictions()),
        recognition.featureSeconds(),
        recognition.predictSeconds());
  }

  /**
   * Number of digits.
   *
   * @return at least 1
   */
  public int samples() {
    return answers.size();
  }

  /**
   * How often each digit was answered with each digit.
   *
   * @return of as many digits
   */
  public ConfusionMatrix confusion() {
    return answers.confusion();
  }

  /**
   * How many answers are wrong if only the surest are accepted.
   *
   * @return of as many digits
   */
  public RiskCoverageCurve curve() {
    return answers.curve();
  }

  /**
   * How many digits were answered with another digit; rejected ones are not among them.
   *
   * @return at least 0
   */
  public int errors() {
    return confusion().errors();
  }

  /**
   * How many digits were rejected.
   *
   * @return at least 0
   */
  public int rejected() {
    return confusion().rejected();
  }

  /**
   * The proportion of digits answered rightly. A rejected digit is not.
   *
   * @return 0 to 1
   */
  public double accuracy() {
    return (double) confusion().correct() / samples();
  }

  /**
   * Where the accuracy on all digits of this kind lies, with 95 % confidence.
   *
   * @return the Wilson interval of the accuracy
   */
  public WilsonInterval accuracyInterval() {
    return WilsonInterval.of(confusion().correct(), samples(), CONFIDENCE);
  }

  /**
   * The metrics of each digit.
   *
   * @return ten elements, by digit
   */
  public List<ClassMetrics> perClass() {
    return ClassMetrics.of(confusion());
  }

  /**
   * The means in which every digit counts the same.
   *
   * @return macro averages
   */
  public Averages macro() {
    return Averages.macro(perClass());
  }

  /**
   * The means in which every digit counts as often as it occurs.
   *
   * @return averages weighted by support
   */
  public Averages weighted() {
    return Averages.weighted(perClass());
  }

  /**
   * How far answers agree with the truth beyond chance. A rejection is an answer of its own, which
   * agrees with none.
   *
   * @return Cohen's kappa, at most 1; empty if chance alone would agree always, as where a single
   *     digit occurs and is answered every time
   */
  public OptionalDouble kappa() {
    ConfusionMatrix confusion = confusion();
    int[][] counts = confusion.counts();
    for (int digit = 0; digit < counts.length; digit++) {
      counts[digit] = Arrays.copyOf(counts[digit], counts.length + 1);
      counts[digit][counts.length] = confusion.rejected(digit);
    }
    return CohensKappa.of(counts).kappa();
  }

  /**
   * How good the ten probabilities are: log loss, Brier score, and how often the true digit is
   * among the most probable ones. Rejected pictures count by their probabilities.
   *
   * @return the metrics of all answers
   */
  public ProbabilityMetrics probabilities() {
    return answers.probabilities();
  }

  /**
   * Whether answers are right as often as the probability of their label says, and the expected
   * calibration error. Rejected pictures are left out.
   *
   * @return bins by probability
   */
  public ReliabilityDiagram reliability() {
    return ReliabilityDiagram.of(answers);
  }

  /**
   * How well the probability of a digit tells its pictures from all others. Rejected pictures count
   * by their probabilities.
   *
   * @param digit 0 to 9
   * @return the curve, and the area under it
   * @throws IllegalArgumentException if the digit is out of range
   */
  public RocCurve rocCurve(int digit) {
    return RocCurve.of(answers, digit);
  }

  /**
   * How many pictures of a digit its probability finds, and how many of what it finds are of the
   * digit. Rejected pictures count by their probabilities.
   *
   * @param digit 0 to 9
   * @return the curve, and the average precision
   * @throws IllegalArgumentException if the digit is out of range
   */
  public PrecisionRecallCurve precisionRecallCurve(int digit) {
    return PrecisionRecallCurve.of(answers, digit);
  }

  /**
   * Which of the digits' metrics are undefined. {@link #macro} and {@link #weighted} count those of
   * digits that do occur as 0.
   *
   * @return the digits by metric, none if every digit occurs and was answered
   */
  public UndefinedMetrics undefined() {
    return UndefinedMetrics.of(perClass());
  }

  private static void requireTime(String name, double seconds) {
    if (!(seconds >= 0 && Double.isFinite(seconds))) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, not " + seconds);
    }
  }
}
