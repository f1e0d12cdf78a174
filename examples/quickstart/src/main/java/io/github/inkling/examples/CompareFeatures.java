package io.github.inkling.examples;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.evaluation.experiment.Experiment;
import io.github.inkling.evaluation.experiment.ExperimentListener;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.TextLeaderboard;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.util.List;

/**
 * Which features are better, and is the difference real?
 *
 * <p>Compares the features that the arguments name, or HOG, zoning and both together: {@code
 * examples/quickstart/run CompareFeatures hog hog:bins=9}. A choice is made on a validation split
 * of the training set; the test set is kept for the very last measurement.
 */
public final class CompareFeatures {
  private CompareFeatures() {}

  /**
   * Prints the leaderboard: the error of each with its 95 % interval, and which cannot be told from
   * the best.
   *
   * @param args names of features; may be left out
   * @throws IOException never, as nothing is kept
   */
  public static void main(String[] args) throws IOException {
    String[] candidates =
        args.length > 0 ? args : new String[] {"hog", "zoning:4x4", "hog+zoning:4x4"};
    LabeledDigits digits = Mnist.train().first(4000);
    Split split = Split.stratified(digits, 0.75, 42);

    Leaderboard leaderboard =
        Experiment.on(split.train(), List.of(split.rest()))
            .features(candidates)
            .classifiers("knn:k=3")
            .run(ExperimentListener.NONE);

    System.out.print(TextLeaderboard.render(leaderboard));
  }
}
