package io.github.inkling.cli;

import io.github.inkling.evaluation.experiment.Configuration;
import java.util.HashMap;
import java.util.Map;

/**
 * Guesses how long the cells of a grid will still take, by those that are done: of the same
 * classifier if there are any, as classifiers differ more than features do.
 */
final class TimeLeft {
  private final Map<String, Mean> byClassifier = new HashMap<>();
  private final Mean all = new Mean();

  private static final class Mean {
    private double sum;
    private int count;

    void add(double seconds) {
      sum += seconds;
      count++;
    }

    double value() {
      return count == 0 ? 0 : sum / count;
    }
  }

  /** Learns of a cell that is done. */
  void add(Configuration configuration, double seconds) {
    all.add(seconds);
    byClassifier
        .computeIfAbsent(configuration.classifier().spec(), spec -> new Mean())
        .add(seconds);
  }

  /** How long some cells will take, of whatever kinds; 0 if nothing is known. */
  double seconds(int cells) {
    return cells * all.value();
  }

  /**
   * The share of the work that is done; 0 as long as nothing is known.
   *
   * @param current the cell in work
   * @param elapsed seconds of work on it
   * @param behind number of cells behind it
   */
  double share(Configuration current, double elapsed, int behind) {
    Mean mean = byClassifier.getOrDefault(current.classifier().spec(), all);
    double rest = Math.max(0, mean.value() - elapsed) + seconds(behind);
    double done = all.sum + elapsed;
    return all.count == 0 ? 0 : done / (done + rest);
  }
}
