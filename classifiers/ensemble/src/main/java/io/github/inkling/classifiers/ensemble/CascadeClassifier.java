package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Two trained classifiers, one after the other: a cheap one answers every digit of which it is
 * sure, and a strong one the rest, in one batch. Viola and Jones, "Rapid object detection using a
 * boosted cascade of simple features", CVPR 2001; Kaynak and Alpaydin, "MultiStage cascading of
 * multiple classifiers: one man's noise is another man's data", ICML 2000. {@link Cascade} and
 * {@link CascadeTrainer} make them. Immutable.
 */
public final class CascadeClassifier implements Classifier {
  static final String NAME = "cascade";

  private static final String CHEAP = "cheap";
  private static final String STRONG = "strong";
  private static final String FIRST_COLUMNS = "firstColumns";
  private static final String THRESHOLD = "threshold";

  private final int features;
  private final Member cheap;
  private final Member strong;
  private final double threshold;
  private final Map<String, String> report;

  /**
   * Puts two members together.
   *
   * @param features number of features in all
   * @param cheap is asked first
   * @param strong is asked where the cheap one is less sure than the threshold
   * @param threshold at least 0 and finite
   * @param report what training came to
   */
  CascadeClassifier(
      int features, Member cheap, Member strong, double threshold, Map<String, String> report) {
    if (!(threshold >= 0 && Double.isFinite(threshold))) {
      throw new IllegalArgumentException(
          "a cascade's threshold must be at least 0 and finite, not " + threshold);
    }
    this.features = features;
    this.cheap = cheap.requireWithin(features);
    this.strong = strong.requireWithin(features);
    this.threshold = threshold;
    this.report = report;
  }

  static CascadeClassifier restore(ModelState state) {
    int[] firstColumns = state.ints(FIRST_COLUMNS, 2);
    return new CascadeClassifier(
        state.integer("features"),
        new Member(Classifiers.restore(state.part(CHEAP)), firstColumns[0]),
        new Member(Classifiers.restore(state.part(STRONG)), firstColumns[1]),
        state.number(THRESHOLD),
        Map.of());
  }

  /**
   * The least confidence with which the cheap one's answer stands.
   *
   * @return at least 0; above 1 if it never stands
   */
  public double threshold() {
    return threshold;
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
    List<Prediction> answers = new ArrayList<>(cheap.predict(digits));
    int[] rest =
        IntStream.range(0, answers.size())
            .filter(digit -> isPassedOn(answers.get(digit), threshold))
            .toArray();
    if (rest.length > 0) {
      List<Prediction> better = strong.predict(digits.select(rest));
      for (int i = 0; i < rest.length; i++) {
        answers.set(rest[i], better.get(i));
      }
    }
    return answers;
  }

  static boolean isPassedOn(Prediction cheap, double threshold) {
    return cheap.confidence() < threshold;
  }

  @Override
  public Map<String, String> report() {
    return report;
  }

  @Override
  public ModelState state() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("features", String.valueOf(features));
    settings.put(THRESHOLD, String.valueOf(threshold));
    int[] firstColumns = {cheap.firstColumn(), strong.firstColumn()};
    return new ModelState(NAME, settings, Map.of(FIRST_COLUMNS, ModelArray.of(firstColumns, 2)))
        .withPart(CHEAP, cheap.classifier().state())
        .withPart(STRONG, strong.classifier().state());
  }
}
