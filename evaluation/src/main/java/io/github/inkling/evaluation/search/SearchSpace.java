package io.github.inkling.evaluation.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What may be tried: settings with their values, in the order in which they were named. Immutable.
 */
public final class SearchSpace {
  /** The most combinations of listed values that a grid may have. */
  public static final int MOST = 10_000;

  private static final int DRAWS_EACH = 50;

  private final List<TunedSetting> settings;

  private SearchSpace(List<TunedSetting> settings) {
    this.settings = settings;
  }

  /**
   * Puts settings together.
   *
   * @param settings at least one, of different names
   * @return the space
   * @throws IllegalArgumentException if there is none, or one is named twice
   */
  public static SearchSpace of(List<TunedSetting> settings) {
    if (settings.isEmpty()) {
      throw new IllegalArgumentException("there is no setting to tune; name one, such as c=1/3/10");
    }
    Set<String> names = new HashSet<>();
    for (TunedSetting setting : settings) {
      if (!names.add(setting.name())) {
        throw new IllegalArgumentException(
            "'%s': %s is named twice; list all its values at once"
                .formatted(setting, setting.name()));
      }
    }
    return new SearchSpace(List.copyOf(settings));
  }

  /**
   * Reads settings, see {@link TunedSetting#parse}.
   *
   * @param settings such as {@code "c=1/3/10", "gamma=0.01..1"}
   * @return the space
   * @throws IllegalArgumentException if one does not follow the grammar, there is none, or one is
   *     named twice
   */
  public static SearchSpace parse(String... settings) {
    return of(List.of(settings).stream().map(TunedSetting::parse).toList());
  }

  /**
   * The settings.
   *
   * @return in their order, unmodifiable
   */
  public List<TunedSetting> settings() {
    return settings;
  }

  /**
   * Whether every value is listed, so that all can be tried.
   *
   * @return false if there is a range
   */
  public boolean isListed() {
    return settings.stream().noneMatch(TunedSetting::isRange);
  }

  /**
   * Every combination of values: the last setting's change first.
   *
   * @return values by name, in the settings' order
   * @throws IllegalArgumentException if a setting has a range, or there are more than {@value
   *     #MOST}
   */
  public List<Map<String, String>> all() {
    List<Map<String, String>> combinations = List.of(Map.of());
    long total = 1;
    for (TunedSetting setting : settings) {
      if (!(setting.values() instanceof ListedValues listed)) {
        throw new IllegalArgumentException(
            "'%s' is a range, and a grid needs listed values; list some, or search at random"
                .formatted(setting));
      }
      total *= listed.values().size();
      if (total > MOST) {
        throw new IllegalArgumentException(
            "the grid has more than %d combinations; list fewer values, or search at random"
                .formatted(MOST));
      }
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String value : listed.values()) {
          Map<String, String> copy = new LinkedHashMap<>(combination);
          copy.put(setting.name(), value);
          longer.add(Collections.unmodifiableMap(copy));
        }
      }
      combinations = longer;
    }
    return List.copyOf(combinations);
  }

  /**
   * Different combinations, drawn at random: all of them, in order, where there are no more.
   *
   * @param count how many
   * @param seed decides which
   * @return values by name, in the settings' order; fewer than asked for if so many different ones
   *     did not come in 50 draws for each
   */
  public List<Map<String, String>> draw(int count, long seed) {
    if (isListed() && size() <= count) {
      return all();
    }
    Random random = new Random(seed);
    Set<Map<String, String>> drawn = new LinkedHashSet<>();
    for (long draws = 0; drawn.size() < count && draws < (long) DRAWS_EACH * count; draws++) {
      Map<String, String> combination = new LinkedHashMap<>();
      for (TunedSetting setting : settings) {
        combination.put(setting.name(), setting.values().draw(random));
      }
      drawn.add(Collections.unmodifiableMap(combination));
    }
    return List.copyOf(drawn);
  }

  /** Number of combinations of a space that is listed, as far as doubles count. */
  private double size() {
    return settings.stream()
        .map(setting -> (ListedValues) setting.values())
        .mapToDouble(listed -> listed.values().size())
        .reduce(1, (a, b) -> a * b);
  }

  /** The settings as they were written. */
  @Override
  public String toString() {
    return settings.toString();
  }
}
