package io.github.inkling.evaluation.search;

import java.util.List;
import java.util.Map;

/** What of a space is tried, and on how many digits. */
public interface SearchStrategy {
  /**
   * The settings to try.
   *
   * @param space what may be tried
   * @return values by name, all different
   * @throws IllegalArgumentException if the strategy cannot search this space
   */
  List<Map<String, String>> candidates(SearchSpace space);

  /**
   * The steps of the search: one with all settings on all digits, unless a strategy says otherwise.
   *
   * @param candidates number of settings
   * @param digits how many digits there are to learn from
   * @return the steps; the first has all settings, and the last all digits
   * @throws IllegalArgumentException if there are too few digits
   */
  default List<Rung> schedule(int candidates, int digits) {
    return List.of(new Rung(candidates, digits));
  }
}
