package io.github.inkling.examples;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How do I read a digit without any training?
 *
 * <p>Reads a digit of MNIST, or the picture file that the argument names: {@code
 * examples/quickstart/run ReadDigit seven.png}
 */
public final class ReadDigit {
  private ReadDigit() {}

  /**
   * Prints the answer of the recognizer that comes along.
   *
   * @param args a picture of one digit; may be left out
   * @throws IOException if it cannot be read
   */
  public static void main(String[] args) throws IOException {
    GrayImage picture = args.length > 0 ? GrayImage.read(Path.of(args[0])) : Mnist.test().image(0);
    Prediction answer = DigitRecognizer.pretrained().recognize(picture);
    System.out.println(answer); // 7 (99.9 %), or why there is no answer
  }
}
