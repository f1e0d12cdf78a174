package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.SettingRange;
import java.util.Arrays;
import java.util.Locale;

/**
 * Settings of the k-nearest-neighbours classifier.
 *
 * @param k number of neighbours that vote, 1 to 1000
 * @param weights what a vote counts
 * @param metric how far two digits are from each other
 */
public record KnnSettings(int k, VoteWeights weights, Metric metric) {
  /** Ten neighbours, nearer ones count more: chosen on validation, see docs/benchmarks.md. */
  public static final KnnSettings DEFAULT =
      new KnnSettings(10, VoteWeights.DISTANCE, Metric.HELLINGER);

  private static final int MAX_K = 1000;

  /**
   * Checks the settings.
   *
   * @param k 1 to 1000
   * @param weights what a vote counts
   * @param metric how far two digits are from each other
   * @throws IllegalArgumentException if k is out of range
   */
  public KnnSettings {
    SettingRange.require("k", k, 1, MAX_K);
  }

  /**
   * Reads the settings that are given; the others are those of {@link #DEFAULT}.
   *
   * @param spec such as {@code knn:k=3,weights=distance,metric=hellinger}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static KnnSettings parse(ComponentSpec spec) {
    spec.allow("k", "weights", "metric");
    return new KnnSettings(
        spec.integer("k", DEFAULT.k),
        option(spec, "weights", DEFAULT.weights),
        option(spec, "metric", DEFAULT.metric));
  }

  /**
   * All settings as text.
   *
   * @return such as {@code knn:k=3,weights=distance,metric=hellinger}, which {@link #parse} reads
   */
  public String spec() {
    return "knn:k=" + k + ",weights=" + name(weights) + ",metric=" + name(metric);
  }

  private static <E extends Enum<E>> E option(ComponentSpec spec, String key, E fallback) {
    E[] constants = fallback.getDeclaringClass().getEnumConstants();
    String[] names = Arrays.stream(constants).map(KnnSettings::name).toArray(String[]::new);
    String chosen = spec.option(key, name(fallback), names);
    return Enum.valueOf(fallback.getDeclaringClass(), chosen.toUpperCase(Locale.ROOT));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
