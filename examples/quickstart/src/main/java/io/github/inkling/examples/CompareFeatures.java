package io.github.inkling.examples;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.mnist.Mnist;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which features are better?
 *
 * <p>Compares the features that the arguments name, or HOG, zoning and both together: {@code
 * examples/quickstart/run CompareFeatures hog hog:bins=9}. A choice is made on a validation split
 * of the training set; the test set is kept for the very last measurement.
 */
public final class CompareFeatures {
  private CompareFeatures() {}

  /**
   * Prints the accuracy of each, with its 95 % confidence interval.
   *
   * @param args names of features; may be left out
   */
  public static void main(String[] args) {
    List<String> candidates =
        args.length > 0 ? List.of(args) : List.of("hog", "zoning:4x4", "hog+zoning:4x4");
    LabeledDigits digits = Mnist.train().select(IntStream.range(0, 4000).toArray());
    Split split = Split.stratified(digits, 0.25, 42);

    System.out.println("accuracy   95 % interval     features");
    for (String features : candidates) {
      DigitRecognizer recognizer =
          DigitRecognizer.trainer().features(features).classifier("knn:k=3").train(split.train());
      EvaluationReport report =
          EvaluationReport.of(recognizer, split.rest(), ProgressListener.NONE);
      System.out.printf(
          Locale.ROOT,
          "%6.2f %%   %.2f-%.2f %%   %s%n",
          100 * report.accuracy(),
          100 * report.accuracyInterval().lower(),
          100 * report.accuracyInterval().upper(),
          features);
    }
  }
}
