package io.github.inkling.examples;

import io.github.inkling.core.dataset.ImageFolder;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * How do I bring my own pictures?
 *
 * <p>Put them into a folder with the subfolders {@code 0} to {@code 9} and name it: {@code
 * examples/quickstart/run OwnPictures my-digits}. Ink may be dark on light or light on dark, of any
 * size. Without a folder, one is made of MNIST's digits.
 */
public final class OwnPictures {
  private OwnPictures() {}

  /**
   * Prints what was read in each picture.
   *
   * @param args a folder with the subfolders 0 to 9; may be left out
   * @throws IOException if a picture cannot be read
   */
  public static void main(String[] args) throws IOException {
    LabeledDigits own = args.length > 0 ? ImageFolder.read(Path.of(args[0])) : examplePictures();
    DigitRecognizer recognizer =
        DigitRecognizer.trainer()
            .classifier("knn:k=3")
            .train(Mnist.train().select(IntStream.range(0, 3000).toArray()));

    List<Prediction> answers = recognizer.recognizeAll(own.images());
    int right = 0;
    for (int i = 0; i < own.size(); i++) {
      Prediction answer = answers.get(i);
      right += answer.isDigit() && answer.label() == own.label(i) ? 1 : 0;
      System.out.printf(Locale.ROOT, "picture %d of a %d: %s%n", i + 1, own.label(i), answer);
    }
    System.out.printf(Locale.ROOT, "%d of %d are right%n", right, own.size());
  }

  private static LabeledDigits examplePictures() throws IOException {
    Path folder = Files.createTempDirectory("digits");
    try {
      LabeledDigits digits = Mnist.test();
      for (int i = 0; i < 20; i++) {
        Path subfolder = Files.createDirectories(folder.resolve("" + digits.label(i)));
        Path file = subfolder.resolve(i + ".png");
        ImageIO.write(digits.image(i).toBufferedImage(), "png", file.toFile());
      }
      return ImageFolder.read(folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
