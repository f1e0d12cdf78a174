package io.github.inkling.core.recognizer;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is not answered. A detector, a second classifier on the same features, says how probable it
 * is that a picture shows a digit at all; a calibration says how probable a label must be to keep
 * errors below which share. Immutable and safe for concurrent use.
 *
 * <p>Two thresholds, for two reasons (as the distance reject and the ambiguity reject of Dubuisson
 * and Masson, "A statistical decision rule with incomplete knowledge about classes", Pattern
 * Recognition 26(1), 1993). A picture is {@link Rejection#UNLIKE_ANY_DIGIT} if its probability of
 * being a digit is below the {@link #floor}. If an accepted error was chosen, it is {@link
 * Rejection#AMBIGUOUS} if the probability of its label, given that it is a digit, is below {@link
 * #leastProbability} (Chow, "On optimum recognition error and reject tradeoff", IEEE Trans.
 * Information Theory 16(1), 1970).
 */
public final class RejectionRule {
  /** The detector's label of what is no digit. */
  static final int NO_DIGIT = 0;

  /** The detector's label of digits. */
  static final int A_DIGIT = 1;

  /** What errors call it. */
  static final String NAME = "rejection";

  private static final String DETECTOR = "detector";
  private static final String CALIBRATION = "calibration";
  private static final String FLOOR = "floor";
  private static final String ACCEPTED_ERROR = "acceptedError";

  private final Classifier detector;
  private final double floor;
  private final RiskCalibration calibration;
  private final OptionalDouble acceptedError;
  private final double leastProbability;

  private RejectionRule(
      Classifier detector,
      double floor,
      RiskCalibration calibration,
      OptionalDouble acceptedError) {
    if (!(floor >= 0 && floor <= 1)) {
      throw new IllegalArgumentException("the rejection's floor must be in 0..1, not " + floor);
    }
    this.detector = detector;
    this.floor = floor;
    this.calibration = calibration;
    this.acceptedError = acceptedError;
    this.leastProbability =
        acceptedError.isPresent() ? calibration.at(acceptedError.getAsDouble()).threshold() : 0;
  }

  /**
   * A rule that rejects only what is below the floor.
   *
   * @param detector says 0 for no digit and 1 for a digit
   * @param floor the least probability of a digit that is answered, 0 to 1
   * @param calibration of answers from which those below the floor were rejected
   */
  RejectionRule(Classifier detector, double floor, RiskCalibration calibration) {
    this(detector, floor, calibration, OptionalDouble.empty());
  }

  /**
   * The same rule for another share of errors.
   *
   * @param share the largest share of accepted digits that may be wrong, above 0 and below 1
   * @return a rule that rejects what is not sure enough
   * @throws IllegalArgumentException if the share is out of range, or smaller than the calibration
   *     can promise
   */
  RejectionRule acceptingErrors(double share) {
    return new RejectionRule(detector, floor, calibration, OptionalDouble.of(share));
  }

  /** The same detector, without any rejection: everything is answered, with its probabilities. */
  RejectionRule answeringAll() {
    return new RejectionRule(detector, 0, calibration, OptionalDouble.empty());
  }

  /** A rule that rejects nothing yet, so that its detector can be calibrated. */
  static RejectionRule uncalibrated(Classifier detector) {
    return new RejectionRule(detector, 0, RiskCalibration.NONE);
  }

  /**
   * What says whether a picture shows a digit.
   *
   * @return a classifier of two labels: 0, no digit, and 1, a digit
   */
  public Classifier detector() {
    return detector;
  }

  /**
   * The least probability of a digit that is answered.
   *
   * @return 0 to 1; 0 if everything is
   */
  public double floor() {
    return floor;
  }

  /**
   * Which probability of a label promises which share of errors.
   *
   * @return the calibration
   */
  public RiskCalibration calibration() {
    return calibration;
  }

  /**
   * The share of accepted digits that may be wrong.
   *
   * @return empty if none was chosen; then only the {@link #floor} rejects
   */
  public OptionalDouble acceptedError() {
    return acceptedError;
  }

  /**
   * The least probability of a label, given a digit, that is answered.
   *
   * @return 0 to 1; 0 if no accepted error was chosen
   */
  public double leastProbability() {
    return leastProbability;
  }

  /**
   * Judges the answers to a batch.
   *
   * @param answers the classifier's
   * @param features of the same pictures
   */
  List<Prediction> judge(List<Prediction> answers, FeatureMatrix features) {
    List<Prediction> detected = detector.predict(features);
    List<Prediction> judged = new ArrayList<>(answers.size());
    for (int i = 0; i < answers.size(); i++) {
      double digit = detected.get(i).probability(A_DIGIT);
      judged.add(judge(answers.get(i).withDigitProbability(digit), floor, leastProbability));
    }
    return judged;
  }

  /** Judges one answer, whose digit probability is known. */
  static Prediction judge(Prediction answer, double floor, double leastProbability) {
    if (!answer.isDigit()) {
      return answer;
    }
    if (answer.digitProbability() < floor) {
      return answer.reject(Rejection.UNLIKE_ANY_DIGIT);
    }
    return answer.probability(answer.label()) < leastProbability
        ? answer.reject(Rejection.AMBIGUOUS)
        : answer;
  }

  /** Settings and arrays for a model file. */
  ModelState state() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(FLOOR, Double.toString(floor));
    acceptedError.ifPresent(share -> settings.put(ACCEPTED_ERROR, Double.toString(share)));
    return new ModelState(NAME, settings, Map.of())
        .withPart(DETECTOR, detector.state())
        .withPart(CALIBRATION, calibration.state());
  }

  /**
   * Reads what {@link #state} wrote.
   *
   * @throws IllegalArgumentException if something is missing or does not fit
   */
  static RejectionRule restore(ModelState state) {
    return new RejectionRule(
        Classifiers.restore(state.part(DETECTOR)),
        state.number(FLOOR),
        RiskCalibration.restore(state.part(CALIBRATION)),
        state.settings().containsKey(ACCEPTED_ERROR)
            ? OptionalDouble.of(state.number(ACCEPTED_ERROR))
            : OptionalDouble.empty());
  }
}
