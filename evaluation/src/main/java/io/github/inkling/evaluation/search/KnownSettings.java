package io.github.inkling.evaluation.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what no trial could use, before any is trained: a setting that there is not, or a value
 * that is never allowed. A value that only some other settings forbid is left to the trials.
 */
final class KnownSettings {
  private final Pipeline pipeline;

  KnownSettings(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * Refuses what cannot be used.
   *
   * @throws IllegalArgumentException if a listed value, or all values drawn of a range, can be used
   *     neither alone nor in any of the combinations, saying why it cannot alone
   */
  void require(SearchSpace space, List<Map<String, String>> candidates) {
    List<Boolean> usable = new ArrayList<>();
    candidates.forEach(settings -> usable.add(problem(settings).isEmpty()));
    for (TunedSetting setting : space.settings()) {
      Map<String, IllegalArgumentException> refused = new LinkedHashMap<>();
      Map<String, Boolean> used = new LinkedHashMap<>();
      for (int i = 0; i < usable.size(); i++) {
        String value = candidates.get(i).get(setting.name());
        String group = setting.isRange() ? "" : value;
        boolean works = usable.get(i);
        if (!works && !used.getOrDefault(group, false)) {
          Optional<IllegalArgumentException> alone = problem(Map.of(setting.name(), value));
          alone.ifPresent(problem -> refused.putIfAbsent(group, problem));
          works = alone.isEmpty();
        }
        used.merge(group, works, Boolean::logicalOr);
      }
      for (Map.Entry<String, IllegalArgumentException> problem : refused.entrySet()) {
        if (!used.get(problem.getKey())) {
          throw problem.getValue();
        }
      }
    }
  }

  private Optional<IllegalArgumentException> problem(Map<String, String> settings) {
    try {
      pipeline.with(settings).requireKnown();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e);
    }
  }
}
