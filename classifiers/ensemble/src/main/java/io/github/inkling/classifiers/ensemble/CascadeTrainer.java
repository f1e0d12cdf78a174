package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains a cascade whose members see the same features. Each member is trained twice: without the
 * digits that are held out, on which the threshold is chosen then, and on all digits. A digit and
 * its changed copies are held out together. With too few digits to hold any out, every digit is
 * passed on. Members with settings, or with features of their own, are trained one by one and
 * joined by {@link Cascade}.
 */
public final class CascadeTrainer implements Trainer {
  private final CascadeSettings settings;
  private final MemberTraining members;

  /**
   * Makes a trainer.
   *
   * @param settings the members, and how the threshold is chosen
   * @throws IllegalArgumentException if there is no classifier of a member's name
   */
  public CascadeTrainer(CascadeSettings settings) {
    this.settings = settings;
    this.members = new MemberTraining(List.of(settings.cheap(), settings.strong()));
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  @Override
  public void requireFeatures(int features) {
    members.requireFeatures(features);
  }

  @Override
  public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
    JudgedAnswers held = members.holdOut(digits, settings.held(), seed, progress);
    Map<String, String> report = new LinkedHashMap<>();
    double threshold = ConfidenceThreshold.NONE;
    if (!held.isEmpty()) {
      FittedThreshold fitted = FittedThreshold.fit(held, settings.more());
      fitted.describe("held-out", report);
      threshold = fitted.threshold();
    }
    report.put("threshold", ConfidenceThreshold.describe(threshold));
    report.put("cheap", members.specs().get(0));
    report.put("strong", members.specs().get(1));
    List<Member> trained = members.trainAll(digits, seed, progress);
    return new CascadeClassifier(
        digits.features().columns(), trained.get(0), trained.get(1), threshold, report);
  }
}
