package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.Stopwatch;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes one recognizer of several trained ones. Immutable; each setter returns a changed copy.
 *
 * <pre>{@code
 * DigitRecognizer together = Ensemble.of(svm, mlp, knn).fit(validation).recognizer();
 * together.save(Path.of("ensemble.inkling"));
 * }</pre>
 *
 * <p>The members must prepare pictures alike; features that several of them use are computed once.
 * The ensemble is saved in one file, which has all members in it.
 */
public final class Ensemble {
  private final JointRecognizers joint;
  private final CombinationMethod method;
  private final ProgressListener progress;

  private Ensemble(JointRecognizers joint, CombinationMethod method, ProgressListener progress) {
    this.joint = joint;
    this.method = method;
    this.progress = progress;
  }

  /**
   * Names the members.
   *
   * @param members 2 to 100 trained recognizers
   * @return an ensemble by the method {@link CombinationMethod#POOL}, not yet weighed
   * @throws IllegalArgumentException if there are fewer or more, or they prepare pictures
   *     differently, naming how
   */
  public static Ensemble of(DigitRecognizer... members) {
    return of(List.of(members));
  }

  /**
   * Names the members.
   *
   * @param members 2 to 100 trained recognizers
   * @return an ensemble by the method {@link CombinationMethod#POOL}, not yet weighed
   * @throws IllegalArgumentException if there are fewer or more, or they prepare pictures
   *     differently, naming how
   */
  public static Ensemble of(List<DigitRecognizer> members) {
    SettingRange.require(
        "the number of an ensemble's members",
        members.size(),
        EnsembleClassifier.LEAST_MEMBERS,
        EnsembleClassifier.MOST_MEMBERS);
    List<String> names =
        IntStream.rangeClosed(1, members.size()).mapToObj(number -> "member " + number).toList();
    return new Ensemble(
        new JointRecognizers(members, names), CombinationMethod.POOL, ProgressListener.NONE);
  }

  /**
   * Chooses how answers are combined.
   *
   * @param value the method
   * @return a changed copy
   */
  public Ensemble method(CombinationMethod value) {
    return new Ensemble(joint, value, progress);
  }

  /**
   * Chooses who hears of progress.
   *
   * @param listener hears of every stage
   * @return a changed copy
   */
  public Ensemble progress(ProgressListener listener) {
    return new Ensemble(joint, method, listener);
  }

  /**
   * Fits the weights on digits that no member has seen: those of the least log loss. The same
   * digits and members give the same weights.
   *
   * @param validation digits with their labels, at least one
   * @return the ensemble, and how well its members and it do on these digits
   * @throws IllegalArgumentException if there is no digit, or a member was trained on these
   */
  public FittedEnsemble fit(LabeledDigits validation) {
    Validation answered = joint.answer(validation, progress);
    JudgedAnswers judged = answered.judged();
    Stopwatch stopwatch = Stopwatch.start();
    Combination combination = method.fit(judged);
    double seconds = stopwatch.seconds();
    List<Prediction> predictions = EnsembleClassifier.combine(combination, judged.answers());
    List<Score> scores = judged.scores();
    Score together = Score.of(predictions, judged.labels());

    Map<String, String> report = new LinkedHashMap<>();
    answered.describe(report);
    report.put(
        "validation errors",
        together.errors() + " (a little too few: the weights were fitted on these digits)");
    DigitRecognizer recognizer =
        recognizer(combination, report, scores, answered.featureSeconds(), seconds);
    return new FittedEnsemble(recognizer, scores, together);
  }

  /**
   * Gives every member the same weight, for want of digits to fit weights on.
   *
   * @return the ensemble
   */
  public DigitRecognizer withEqualWeights() {
    return recognizer(method.equal(joint.members().size()), new LinkedHashMap<>(), List.of(), 0, 0);
  }

  /**
   * Takes the method and the weights of another ensemble: one whose members were trained in the
   * same way on fewer digits, so that there were some left to fit the weights on.
   *
   * @param fitted an ensemble with as many members, of the same kinds in the same order
   * @return the ensemble
   * @throws IllegalArgumentException if the other one is no ensemble, or its members or their
   *     features are others
   */
  public DigitRecognizer withWeightsOf(DigitRecognizer fitted) {
    if (!(fitted.classifier() instanceof EnsembleClassifier other)) {
      throw new IllegalArgumentException(
          "weights can be taken of an ensemble, not of " + fitted.provenance().trainer());
    }
    other.requireSameKinds(joint.members());
    String theirFeatures = fitted.features().spec();
    String ownFeatures = joint.preparation().features().spec();
    if (!theirFeatures.equals(ownFeatures)) {
      throw new IllegalArgumentException(
          "the weights are those of members that see %s, and not %s"
              .formatted(theirFeatures, ownFeatures));
    }
    Map<String, String> report = new LinkedHashMap<>();
    report.put(
        "weights of an ensemble on",
        "%s (SHA-256 %s)".formatted(fitted.provenance().data(), fitted.provenance().dataHash()));
    Map<String, String> theirs = fitted.provenance().report();
    for (String figure : List.of(SeenDigits.VALIDATION_DATA, "validation digits")) {
      if (theirs.containsKey(figure)) {
        report.put(figure, theirs.get(figure));
      }
    }
    return recognizer(other.combination(), report, List.of(), 0, 0);
  }

  /** Puts the recognizer together; scores are one a member, or none. */
  private DigitRecognizer recognizer(
      Combination combination,
      Map<String, String> report,
      List<Score> scores,
      double featureSeconds,
      double seconds) {
    for (int m = 0; m < combination.members(); m++) {
      Map<String, String> figures = new LinkedHashMap<>();
      figures.put("weight", String.format(Locale.ROOT, "%.4f", combination.weight(m)));
      if (!scores.isEmpty()) {
        figures.put("validation errors", String.valueOf(scores.get(m).errors()));
      }
      JointProvenance.describeMember(joint, m, figures, report);
    }
    EnsembleClassifier classifier =
        new EnsembleClassifier(joint.features(), joint.members(), combination, report);
    return new DigitRecognizer(
        joint.preparation(),
        classifier,
        JointProvenance.of(joint, spec(combination), report, featureSeconds, seconds));
  }

  private String spec(Combination combination) {
    return "%s:members=%s,method=%s"
        .formatted(
            EnsembleClassifier.NAME,
            joint.members().stream().map(Member::kind).collect(Collectors.joining("/")),
            combination.method().text());
  }
}
