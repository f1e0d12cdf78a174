package io.github.inkling.evaluation.search;

import io.github.inkling.evaluation.StandardDeviation;
import io.github.inkling.evaluation.experiment.CrossValidation.Fold;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One combination of settings that was tried.
 *
 * @param number of the combination, from 1, in the order of the search
 * @param settings values by name, in the order of the space
 * @param pipeline the pipeline with these settings
 * @param digits how many digits were learned from; with folds, in that with the fewest
 * @param folds how it was judged: by each fold, or once by a part that was held out; none if it
 *     failed
 * @param seconds wall-clock seconds of training and judging, without features, at least 0
 * @param failure why it failed, in one line; empty if it did not
 */
public record Trial(
    int number,
    Map<String, String> settings,
    Pipeline pipeline,
    int digits,
    List<Fold> folds,
    double seconds,
    Optional<String> failure) {
  /**
   * Copies the collections.
   *
   * @param number from 1
   * @param settings values by name
   * @param pipeline the pipeline with these settings
   * @param digits how many digits were learned from
   * @param folds how it was judged; none if it failed
   * @param seconds at least 0
   * @param failure why it failed
   * @throws IllegalArgumentException if it has neither folds nor a failure, or both
   */
  public Trial {
    if (folds.isEmpty() == failure.isEmpty()) {
      throw new IllegalArgumentException(
          "trial %d must have folds or a failure, not %s"
              .formatted(number, folds.isEmpty() ? "neither" : "both"));
    }
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    folds = List.copyOf(folds);
  }

  /**
   * Whether it came to nothing.
   *
   * @return true if there is no score
   */
  public boolean failed() {
    return failure.isPresent();
  }

  /**
   * The score: the mean accuracy over the folds.
   *
   * @return 0 to 1; NaN if it failed
   */
  public double mean() {
    return folds.stream().mapToDouble(Fold::accuracy).average().orElse(Double.NaN);
  }

  /**
   * The standard deviation of the folds' accuracies, with one degree of freedom less than folds.
   *
   * @return at least 0; empty if there is one fold alone, or it failed
   */
  public OptionalDouble deviation() {
    if (folds.size() < 2) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        StandardDeviation.of(folds.stream().mapToDouble(Fold::accuracy).toArray()));
  }

  /**
   * The mean log loss over the folds.
   *
   * @return at least 0; NaN if it failed
   */
  public double logLoss() {
    return folds.stream().mapToDouble(Fold::logLoss).average().orElse(Double.NaN);
  }
}
