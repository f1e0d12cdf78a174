package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trains an ensemble whose members see the same features. Each member is trained twice: without the
 * digits that are held out, on which the weights are fitted then, and on all digits. A digit and
 * its changed copies are held out together. With too few digits to hold any out, members count the
 * same. Members with settings, or with features of their own, are trained one by one and joined by
 * {@link Ensemble}.
 */
public final class EnsembleTrainer implements Trainer {
  private final EnsembleSettings settings;
  private final MemberTraining members;

  /**
   * Makes a trainer.
   *
   * @param settings members and method
   * @throws IllegalArgumentException if there is no classifier of a member's name
   */
  public EnsembleTrainer(EnsembleSettings settings) {
    this.settings = settings;
    this.members = new MemberTraining(settings.members());
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
    Combination combination =
        held.isEmpty()
            ? settings.method().equal(settings.members().size())
            : settings.method().fit(held);
    List<Member> trained = members.trainAll(digits, seed, progress);
    return new EnsembleClassifier(
        digits.features().columns(), trained, combination, report(held, combination));
  }

  private Map<String, String> report(JudgedAnswers held, Combination combination) {
    Map<String, String> report = new LinkedHashMap<>();
    report.put("held-out digits", String.valueOf(held.digits()));
    for (int m = 0; m < combination.members(); m++) {
      String name = "member " + (m + 1);
      report.put(name, members.specs().get(m));
      report.put("weight of " + name, String.format(Locale.ROOT, "%.4f", combination.weight(m)));
      if (!held.isEmpty()) {
        int errors = held.scores().get(m).errors();
        report.put("held-out errors of " + name, String.valueOf(errors));
      }
    }
    return report;
  }
}
