package io.github.inkling.evaluation.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a search. Plain data; renderers are apart.
 *
 * @param trials every trial, in the order of the search; a combination that was tried on more and
 *     more digits has a trial for each step
 * @param judged number of digits that each trial was judged by, over all folds
 */
public record TuningResult(List<Trial> trials, int judged) {
  /** By score from the best; of equal ones by log loss, then the earlier first; failures last. */
  static final Comparator<Trial> BY_SCORE =
      Comparator.comparing(Trial::failed)
          .thenComparingDouble((Trial trial) -> trial.failed() ? 0 : -trial.mean())
          .thenComparingDouble((Trial trial) -> trial.failed() ? 0 : trial.logLoss())
          .thenComparingInt(Trial::number);

  /**
   * Copies the list.
   *
   * @param trials every trial
   * @param judged number of digits that each was judged by
   */
  public TuningResult {
    trials = List.copyOf(trials);
  }

  /**
   * The best trial of those that learned from the most digits; of equal scores the one of the
   * smaller log loss, then the earlier one.
   *
   * @return empty if all failed
   */
  public Optional<Trial> best() {
    return ranked().stream().filter(trial -> !trial.failed()).findFirst();
  }

  /**
   * The combinations from the best to the worst, each by its last trial that did not fail: those
   * that got further come first. Combinations that failed at once are at the end.
   *
   * @return one trial per combination
   */
  public List<Trial> ranked() {
    Map<Integer, Trial> last = new LinkedHashMap<>();
    for (Trial trial : trials) {
      if (!trial.failed() || !last.containsKey(trial.number())) {
        last.put(trial.number(), trial);
      }
    }
    return last.values().stream()
        .sorted(
            Comparator.comparing(Trial::failed)
                .thenComparing(Comparator.comparingInt(Trial::digits).reversed())
                .thenComparing(BY_SCORE))
        .toList();
  }
}
