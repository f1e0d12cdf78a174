package io.github.inkling.evaluation.experiment;

import io.github.inkling.evaluation.EvaluationReport;
import java.util.List;

/**
 * One training of a configuration, and how it did on each test set.
 *
 * @param seed decided every random choice
 * @param trainSeconds wall-clock seconds of training the classifier, without features
 * @param tests a report per test set, in their order; at least one
 */
public record Run(long seed, double trainSeconds, List<EvaluationReport> tests) {
  /**
   * Copies the reports.
   *
   * @param seed decided every random choice
   * @param trainSeconds seconds, at least 0
   * @param tests a report per test set
   * @throws IllegalArgumentException if there is no report
   */
  public Run {
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("a run needs at least one test set, not none");
    }
    tests = List.copyOf(tests);
  }
}
