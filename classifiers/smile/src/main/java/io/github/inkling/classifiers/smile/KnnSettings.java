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
 * @param index how neighbours are found
 * @param m links of a digit in the graph of {@link KnnIndex#HNSW}, 2 to 64, twice as many on the
 *     lowest level; without meaning for the other index
 * @param ef how many digits are kept in view while the graph is made and walked, 10 to 1000: more
 *     find more of the nearest, and take longer; without meaning for the other index
 */
public record KnnSettings(
    int k, VoteWeights weights, Metric metric, KnnIndex index, int m, int ef) {
  /** Ten neighbours, nearer ones count more: chosen on validation, see docs/benchmarks.md. */
  public static final KnnSettings DEFAULT =
      new KnnSettings(10, VoteWeights.DISTANCE, Metric.EUCLIDEAN, KnnIndex.EXACT, 16, 100);

  private static final int MAX_K = 1000;
  private static final int MAX_EF = 1000;

  /**
   * Checks the settings.
   *
   * @param k 1 to 1000
   * @param weights what a vote counts
   * @param metric how far two digits are from each other
   * @param index how neighbours are found
   * @param m 2 to 64
   * @param ef 10 to 1000
   * @throws IllegalArgumentException if k, m or ef is out of range
   */
  public KnnSettings {
    SettingRange.require("k", k, 1, MAX_K);
    SettingRange.require("m", m, 2, 64);
    SettingRange.require("ef", ef, 10, MAX_EF);
  }

  /**
   * Reads the settings that are given; the others are those of {@link #DEFAULT}.
   *
   * @param spec such as {@code knn:k=3,weights=distance} or {@code knn:index=hnsw,m=16,ef=100}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it; {@code m}
   *     and {@code ef} are known with {@code index=hnsw} alone
   */
  public static KnnSettings parse(ComponentSpec spec) {
    KnnIndex index = option(spec, "index", DEFAULT.index);
    if (index == KnnIndex.HNSW) {
      spec.allow("k", "weights", "metric", "index", "m", "ef");
    } else {
      spec.allow("k", "weights", "metric", "index");
    }
    return new KnnSettings(
        spec.integer("k", DEFAULT.k),
        option(spec, "weights", DEFAULT.weights),
        option(spec, "metric", DEFAULT.metric),
        index,
        spec.integer("m", DEFAULT.m),
        spec.integer("ef", DEFAULT.ef));
  }

  /**
   * All settings that matter as text: those of an index that is not used are left out.
   *
   * @return such as {@code knn:k=3,weights=distance,metric=euclidean}, which {@link #parse} reads
   */
  public String spec() {
    String common = "knn:k=" + k + ",weights=" + name(weights) + ",metric=" + name(metric);
    return index == KnnIndex.EXACT ? common : common + ",index=hnsw,m=" + m + ",ef=" + ef;
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
