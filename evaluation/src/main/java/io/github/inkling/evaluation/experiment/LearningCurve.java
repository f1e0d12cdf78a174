package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.NestedSubsets;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.PreparedDigits;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import java.util.ArrayList;
import java.util.List;

/** Measures how a configuration gets better with more digits to learn from. */
public final class LearningCurve {
  private static final String STAGE = "Measuring the learning curve";

  private LearningCurve() {}

  /**
   * Trains on growing parts of the training digits, each of which contains the smaller ones and has
   * the same share of each class, see {@link NestedSubsets}.
   *
   * @param trainer trains; its own listener hears nothing
   * @param training digits to learn from, prepared as the trainer prepares them
   * @param test digits to measure on, prepared in the same way, at least one
   * @param sizes numbers of digits to learn from, in whatever order
   * @param progress hears of finished sizes
   * @param seed decides which digits come first
   * @return a point for each size, in ascending order; of equal sizes one
   * @throws IllegalArgumentException if there is no size, one is above the number of training
   *     digits or leaves digits of one class alone, there is no digit to measure on, or the digits
   *     were prepared in another way
   */
  public static List<LearningPoint> of(
      RecognizerTrainer trainer,
      PreparedDigits training,
      PreparedDigits test,
      List<Integer> sizes,
      ProgressListener progress,
      long seed) {
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("a learning curve needs at least one size, not none");
    }
    NestedSubsets subsets = NestedSubsets.of(training.digits().labels(), seed);
    // All are refused before any is trained on.
    List<int[]> parts = sizes.stream().distinct().sorted().map(subsets::first).toList();
    RecognizerTrainer silent = trainer.progress(ProgressListener.NONE);
    List<LearningPoint> points = new ArrayList<>();
    progress.progress(STAGE, 0, parts.size());
    for (int[] part : parts) {
      CrossValidation.Fold fold = CrossValidation.Fold.of(silent, training.select(part), test);
      points.add(new LearningPoint(part.length, test.size(), fold.judged() - fold.right()));
      progress.progress(STAGE, points.size(), parts.size());
    }
    return List.copyOf(points);
  }
}
