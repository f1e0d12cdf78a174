package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.SettingRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Several trained classifiers that answer together, as a {@link CombinationMethod} says. Each
 * member reads a range of the features; members that were trained on the same ones read the same
 * columns. {@link Ensemble} and {@link EnsembleTrainer} make them. Immutable.
 */
public final class EnsembleClassifier implements Classifier {
  static final String NAME = "ensemble";
  static final int LEAST_MEMBERS = 2;
  static final int MOST_MEMBERS = 100;

  private final int features;
  private final List<Member> members;
  private final Combination combination;
  private final Map<String, String> report;

  /**
   * Puts members together.
   *
   * @param features number of features in all
   * @param members at least two, each reading some of the features
   * @param combination weighs as many
   * @param report what training came to
   */
  EnsembleClassifier(
      int features, List<Member> members, Combination combination, Map<String, String> report) {
    SettingRange.require(
        "the number of an ensemble's members", members.size(), LEAST_MEMBERS, MOST_MEMBERS);
    members.forEach(member -> member.requireWithin(features));
    this.features = features;
    this.members = List.copyOf(members);
    this.combination = combination;
    this.report = report;
  }

  static EnsembleClassifier restore(ModelState state) {
    int count = state.integer("members");
    SettingRange.require("the ensemble's number of members", count, LEAST_MEMBERS, MOST_MEMBERS);
    CombinationMethod method = CombinationMethod.of(state.text("method"));
    int[] firstColumns = state.ints("firstColumns", count);
    Combination combination = method.restore(state, count);
    List<Member> members = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      members.add(new Member(Classifiers.restore(state.part("member" + m)), firstColumns[m]));
    }
    return new EnsembleClassifier(state.integer("features"), members, combination, Map.of());
  }

  /**
   * How it makes one answer of its members' answers.
   *
   * @return the method
   */
  public CombinationMethod method() {
    return combination.method();
  }

  /**
   * What each member counts: its weight, or with {@link CombinationMethod#STACK} the mean of its
   * ten weights.
   *
   * @return one weight a member, in their order
   */
  public List<Double> weights() {
    return IntStream.range(0, members.size()).mapToObj(combination::weight).toList();
  }

  Combination combination() {
    return combination;
  }

  /**
   * Refuses members of other kinds than this one's, which its weights say nothing of.
   *
   * @throws IllegalArgumentException if the kinds differ, naming both
   */
  void requireSameKinds(List<Member> others) {
    if (!kinds(others).equals(kinds(members))) {
      throw new IllegalArgumentException(
          "the weights are those of %s, and not of %s".formatted(kinds(members), kinds(others)));
    }
  }

  private static List<String> kinds(List<Member> members) {
    return members.stream()
        .map(
            member ->
                "%s of features %d to %d"
                    .formatted(
                        member.kind(),
                        member.firstColumn(),
                        member.firstColumn() + member.classifier().features() - 1))
        .toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public List<Prediction> predict(FeatureMatrix digits) {
    digits.requireColumns(features);
    return combine(combination, MemberAnswers.of(members, digits));
  }

  /** Combines answers; of digits that the members answer with nothing, the first one's stays. */
  static List<Prediction> combine(Combination combination, MemberAnswers answers) {
    return IntStream.range(0, answers.digits())
        .mapToObj(
            digit ->
                answers.areSilent(digit)
                    ? answers.of(0).get(digit)
                    : Prediction.of(combination.combine(answers, digit)))
        .toList();
  }

  @Override
  public Map<String, String> report() {
    return report;
  }

  @Override
  public ModelState state() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("method", combination.method().text());
    settings.put("features", String.valueOf(features));
    settings.put("members", String.valueOf(members.size()));
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    int[] firstColumns = members.stream().mapToInt(Member::firstColumn).toArray();
    arrays.put("firstColumns", ModelArray.of(firstColumns, members.size()));
    arrays.putAll(combination.arrays());
    ModelState state = new ModelState(NAME, settings, arrays);
    for (int m = 0; m < members.size(); m++) {
      state = state.withPart("member" + m, members.get(m).classifier().state());
    }
    return state;
  }
}
