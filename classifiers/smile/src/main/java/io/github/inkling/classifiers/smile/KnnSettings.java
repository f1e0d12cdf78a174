package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.SettingRange;
import java.util.Locale;

/**
 * Settings of the k-nearest-neighbours classifier.
 *
 * @param k number of neighbours that vote, 1 to 1000
 * @param weights what a vote counts
 */
public record KnnSettings(int k, VoteWeights weights) {
  /** Ten neighbours, nearer ones count more: chosen on validation, see docs/benchmarks.md. */
  public static final KnnSettings DEFAULT = new KnnSettings(10, VoteWeights.DISTANCE);

  private static final int MAX_K = 1000;

  /**
   * Checks the settings.
   *
   * @param k 1 to 1000
   * @param weights what a vote counts
   * @throws IllegalArgumentException if k is out of range
   */
  public KnnSettings {
    SettingRange.require("k", k, 1, MAX_K);
  }

  /**
   * Reads the settings that are given; the others are those of {@link #DEFAULT}.
   *
   * @param spec such as {@code knn:k=3,weights=distance}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static KnnSettings parse(ComponentSpec spec) {
    spec.allow("k", "weights");
    String weights =
        spec.option("weights", name(DEFAULT.weights), name(VoteWeights.UNIFORM), "distance");
    return new KnnSettings(
        spec.integer("k", DEFAULT.k), VoteWeights.valueOf(weights.toUpperCase(Locale.ROOT)));
  }

  /**
   * All settings as text.
   *
   * @return such as {@code knn:k=3,weights=distance}, which {@link #parse} reads
   */
  public String spec() {
    return "knn:k=" + k + ",weights=" + name(weights);
  }

  private static String name(VoteWeights weights) {
    return weights.name().toLowerCase(Locale.ROOT);
  }
}
