package io.github.inkling.evaluation.experiment;

import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.robustness.RobustnessReport;
import java.util.List;
import java.util.Optional;

/**
 * All that was measured of one configuration: plain data.
 *
 * @param configuration what was measured
 * @param runs a run per seed, at least one; where a figure is of one run, it is of the first
 * @param crossValidation on training digits, if it was asked for
 * @param learningCurve by growing number of training digits; empty if it was not asked for
 * @param robustness under corruptions, if it was asked for
 * @param cost what it takes
 * @param neighbors of digits of the first test set that were answered wrongly, the most confident
 *     answers first; not of all if they are many
 */
public record Cell(
    Configuration configuration,
    List<Run> runs,
    Optional<CrossValidation> crossValidation,
    List<LearningPoint> learningCurve,
    Optional<RobustnessReport> robustness,
    Cost cost,
    List<Neighbors> neighbors) {
  /**
   * Copies the lists.
   *
   * @param configuration what was measured
   * @param runs a run per seed
   * @param crossValidation on training digits
   * @param learningCurve by growing number of training digits
   * @param robustness under corruptions
   * @param cost what it takes
   * @param neighbors of wrongly answered digits
   * @throws IllegalArgumentException if there is no run
   */
  public Cell {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException(configuration.name() + ": a cell needs at least one run");
    }
    runs = List.copyOf(runs);
    learningCurve = List.copyOf(learningCurve);
    neighbors = List.copyOf(neighbors);
  }

  /**
   * The report of the first run on a test set.
   *
   * @param test the test set's place, from 0
   * @return how well it was recognised
   */
  public EvaluationReport report(int test) {
    return runs.get(0).tests().get(test);
  }

  /**
   * The report of the first run on the first test set, by which cells are ranked.
   *
   * @return how well it was recognised
   */
  public EvaluationReport report() {
    return report(0);
  }
}
