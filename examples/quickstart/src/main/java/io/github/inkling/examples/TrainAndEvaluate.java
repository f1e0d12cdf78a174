package io.github.inkling.examples;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.TextReport;
import io.github.inkling.mnist.Mnist;
import java.util.stream.IntStream;

/**
 * How do I train a recognizer, and how good is it?
 *
 * <p>Trains on the first 3,000 digits of MNIST, or as many as the argument says, and measures on
 * 1,000 others: {@code examples/quickstart/run TrainAndEvaluate 10000}
 */
public final class TrainAndEvaluate {
  private TrainAndEvaluate() {}

  /**
   * Prints the report.
   *
   * @param args number of training digits, up to 60,000; may be left out
   */
  public static void main(String[] args) {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 3000;
    LabeledDigits training = Mnist.train().select(IntStream.range(0, count).toArray());
    LabeledDigits unseen = Mnist.test().select(IntStream.range(0, 1000).toArray());

    DigitRecognizer recognizer =
        DigitRecognizer.trainer()
            .features("hog") // histograms of oriented gradients
            .classifier("svm:c=10") // support vector machine, RBF kernel
            .seed(42)
            .train(training);

    EvaluationReport report = EvaluationReport.of(recognizer, unseen, ProgressListener.NONE);
    System.out.print(TextReport.plain().render(report));
  }
}
