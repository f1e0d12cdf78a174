package io.github.inkling.examples;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How do I save a recognizer, load it elsewhere, and read a picture with it?
 *
 * <p>Reads a digit of MNIST, or the picture file that the argument names: {@code
 * examples/quickstart/run LoadAndPredict seven.png}
 */
public final class LoadAndPredict {
  private LoadAndPredict() {}

  /**
   * Prints the answer.
   *
   * @param args a picture of one digit; may be left out
   * @throws IOException if a file cannot be written or read
   */
  public static void main(String[] args) throws IOException {
    Path model = Files.createTempFile("digits", ".inkling");
    try {
      DigitRecognizer.trainer()
          .classifier("knn:k=3")
          .train(Mnist.train().select(IntStream.range(0, 3000).toArray()))
          .save(model);

      DigitRecognizer recognizer = DigitRecognizer.load(model);
      GrayImage picture =
          args.length > 0 ? GrayImage.read(Path.of(args[0])) : Mnist.test().image(0);
      Prediction answer = recognizer.recognize(picture);

      if (answer.isDigit()) {
        System.out.printf(
            Locale.ROOT, "This is a %d (%.1f %%)%n", answer.label(), 100 * answer.confidence());
      } else {
        System.out.println("This is no digit: " + answer.rejection().orElseThrow());
      }
      for (int digit = 0; digit < Prediction.CLASSES; digit++) {
        System.out.printf(Locale.ROOT, "  %d  %5.1f %%%n", digit, 100 * answer.probability(digit));
      }
    } finally {
      Files.delete(model);
    }
  }
}
