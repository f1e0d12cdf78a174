package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one recognizer of a cheap one, which answers where it is sure, and a strong one, which
 * answers the rest. Immutable; each setter returns a changed copy.
 *
 * <pre>{@code
 * DigitRecognizer quick = Cascade.of(mlp, svm).fit(validation).recognizer();
 * }</pre>
 *
 * <p>Both must prepare pictures alike. The features of both are computed for every digit, and once
 * if they are the same; what a cascade saves is the strong classifier's work.
 */
public final class Cascade {
  private static final List<String> NAMES = List.of("cheap", "strong");

  private final JointRecognizers joint;
  private final int moreErrors;
  private final ProgressListener progress;

  private Cascade(JointRecognizers joint, int moreErrors, ProgressListener progress) {
    this.joint = joint;
    this.moreErrors = moreErrors;
    this.progress = progress;
  }

  /**
   * Names the members.
   *
   * @param cheap is asked about every digit
   * @param strong is asked about those of which the cheap one is not sure
   * @return a cascade that may make no more errors than the strong one, its threshold not yet
   *     chosen
   * @throws IllegalArgumentException if they prepare pictures differently, naming how
   */
  public static Cascade of(DigitRecognizer cheap, DigitRecognizer strong) {
    return new Cascade(
        new JointRecognizers(List.of(cheap, strong), NAMES), 0, ProgressListener.NONE);
  }

  /**
   * Chooses by how many the cascade's errors may exceed the strong one's on the validation digits;
   * 0 if it is not chosen.
   *
   * @param count at least 0
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Cascade moreErrors(int count) {
    SettingRange.require("the number of further errors", count, 0, Integer.MAX_VALUE);
    return new Cascade(joint, count, progress);
  }

  /**
   * Chooses who hears of progress.
   *
   * @param listener hears of every stage
   * @return a changed copy
   */
  public Cascade progress(ProgressListener listener) {
    return new Cascade(joint, moreErrors, listener);
  }

  /**
   * Chooses the threshold on digits that neither member has seen.
   *
   * <p>The digits are put in order of the cheap one's confidence, the surest first. Those from the
   * first on are left to the cheap one, as many as can be with the cascade's errors, counted up to
   * each of them, never exceeding the strong one's by more than {@link #moreErrors}: the rule holds
   * for the threshold chosen and for every higher one, not just for one that happens to suit these
   * digits. Digits of equal confidence are on the same side. The threshold lies half way between
   * the confidence of the last digit left to the cheap one and that of the first one passed on.
   *
   * <p>A member that is itself an ensemble or a cascade should have been fitted on other digits. If
   * it was fitted on these, it looks better here than it is; the report says so.
   *
   * <p>Errors are few, so they are counted with little precision: on other digits the cascade's may
   * exceed the strong one's by about the square root of the number of digits on which the two
   * disagree and one is right.
   *
   * @param validation digits with their labels, at least one
   * @return the cascade, and how well its members and it do on these digits
   * @throws IllegalArgumentException if there is no digit, or a member was trained on these
   */
  public FittedCascade fit(LabeledDigits validation) {
    Validation answered = joint.answer(validation, progress);
    FittedThreshold fitted = FittedThreshold.fit(answered.judged(), moreErrors);
    Map<String, String> report = new LinkedHashMap<>();
    answered.describe(report);
    fitted.describe("validation", report);
    return new FittedCascade(
        recognizer(fitted.threshold(), report, answered.featureSeconds()),
        fitted.threshold(),
        fitted.passedOn(),
        fitted.cheap(),
        fitted.strong(),
        fitted.together());
  }

  /**
   * Takes a threshold as given.
   *
   * @param threshold the least confidence with which the cheap one's answer stands, 0 to 1
   * @return the cascade
   * @throws IllegalArgumentException if it is out of range
   */
  public DigitRecognizer withThreshold(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a cascade's threshold must be in 0..1, not " + threshold);
    }
    return recognizer(threshold, new LinkedHashMap<>(), 0);
  }

  private DigitRecognizer recognizer(
      double threshold, Map<String, String> report, double featureSeconds) {
    report.put("threshold", ConfidenceThreshold.describe(threshold));
    for (int m = 0; m < NAMES.size(); m++) {
      JointProvenance.describeMember(joint, m, Map.of(), report);
    }
    Member cheap = joint.members().get(0);
    Member strong = joint.members().get(1);
    String spec =
        "%s:cheap=%s,strong=%s,more=%d"
            .formatted(CascadeClassifier.NAME, cheap.kind(), strong.kind(), moreErrors);
    return new DigitRecognizer(
        joint.preparation(),
        new CascadeClassifier(joint.features(), cheap, strong, threshold, report),
        JointProvenance.of(joint, spec, report, featureSeconds, 0));
  }
}
