package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What an ensemble is trained from. As text: {@code ensemble:members=svm/mlp/knn,method=pool}.
 *
 * @param members names of the members' classifiers, which are trained with their default settings;
 *     2 to 100, each another
 * @param method how their answers are combined
 * @param held share of the training digits that the weights are fitted on, above 0 and at most 0.5
 */
public record EnsembleSettings(List<String> members, CombinationMethod method, double held) {
  static final double DEFAULT_HELD = 0.1;

  private static final String DEFAULT_MEMBERS = "svm/mlp";
  private static final String MEMBERS = "members";
  private static final String METHOD = "method";
  private static final String HELD = "held";

  /**
   * Checks the settings.
   *
   * @param members 2 to 100 different names
   * @param method how answers are combined
   * @param held above 0 and at most 0.5
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public EnsembleSettings {
    members = List.copyOf(members);
    SettingRange.require(
        "the number of an ensemble's members",
        members.size(),
        EnsembleClassifier.LEAST_MEMBERS,
        EnsembleClassifier.MOST_MEMBERS);
    for (String member : members) {
      MemberTraining.requireName("an ensemble's member", member);
      if (Collections.frequency(members, member) > 1) {
        throw new IllegalArgumentException(
            "an ensemble's members must differ, but %s is named twice".formatted(member));
      }
    }
    HeldOutSplit.requireShare("the ensemble's " + HELD, held);
  }

  /**
   * Reads settings.
   *
   * @param spec such as {@code ensemble:members=svm/mlp/knn}; {@code ensemble} alone means {@code
   *     svm/mlp}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static EnsembleSettings parse(ComponentSpec spec) {
    spec.allow(MEMBERS, METHOD, HELD);
    String members = spec.text(MEMBERS, DEFAULT_MEMBERS);
    if (!members.matches("[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)+")) {
      throw spec.invalid(MEMBERS, members, "at least two classifiers joined by /, as in svm/mlp");
    }
    String[] methods =
        Arrays.stream(CombinationMethod.values())
            .map(CombinationMethod::text)
            .toArray(String[]::new);
    return new EnsembleSettings(
        List.of(members.split("/", -1)),
        CombinationMethod.of(spec.option(METHOD, CombinationMethod.POOL.text(), methods)),
        spec.number(HELD, DEFAULT_HELD));
  }

  /**
   * The settings as text, from which {@link #parse} makes them again.
   *
   * @return such as {@code "ensemble:members=svm/mlp,method=pool,held=0.1"}
   */
  String spec() {
    return "%s:%s=%s,%s=%s,%s=%s"
        .formatted(
            EnsembleClassifier.NAME,
            MEMBERS,
            String.join("/", members),
            METHOD,
            method.text(),
            HELD,
            PlainNumber.format(held));
  }
}
