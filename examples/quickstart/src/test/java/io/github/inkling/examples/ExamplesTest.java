package io.github.inkling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.mnist.Mnist;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example and believes only what it prints. */
class ExamplesTest {
  @TempDir Path folder;

  @FunctionalInterface
  private interface Example {
    void run(String[] args) throws IOException;
  }

  @Test
  void readPageReadsTheSheetThatItDraws() throws IOException {
    String out = output(ReadPage::main);

    assertThat(out.lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("72104   at "),
            // The fourth, a 5 by its label, has been read as a 4 by many a reader.
            line -> assertThat(line).matches("149[0-9?]9   at .*"),
            line -> assertThat(line).startsWith("06901   at "));
  }

  @Test
  void readDigitReadsTheSeven() throws IOException {
    assertThat(output(ReadDigit::main)).startsWith("7 (").hasLineCount(1);
  }

  @Test
  void readDigitReadsAFileOfOnesOwn() throws IOException {
    Path picture = folder.resolve("two.png");
    ImageIO.write(Mnist.test().image(1).toBufferedImage(), "png", picture.toFile());

    assertThat(output(ReadDigit::main, picture.toString())).startsWith("2 (");
  }

  @Test
  void trainAndEvaluateReachesNinetySixPercentOnLittleData() throws IOException {
    String out = output(TrainAndEvaluate::main, "1500");

    assertThat(number(out, "Accuracy +([0-9.]+) %")).isGreaterThan(96);
    assertThat(out).contains("1,000 digits", "Confusion matrix");
  }

  @Test
  void loadAndPredictReadsTheSeven() throws IOException {
    String out = output(LoadAndPredict::main);

    assertThat(out).startsWith("This is a 7 (").hasLineCount(11);
  }

  @Test
  void loadAndPredictReadsAFileOfOnesOwn() throws IOException {
    Path picture = folder.resolve("two.png");
    ImageIO.write(Mnist.test().image(1).toBufferedImage(), "png", picture.toFile());

    assertThat(output(LoadAndPredict::main, picture.toString())).startsWith("This is a 2 (");
  }

  @Test
  void ownPicturesAreMostlyReadRight() throws IOException {
    String out = output(OwnPictures::main);

    assertThat(out).hasLineCount(21);
    assertThat(number(out, "(\\d+) of 20 are right")).isGreaterThanOrEqualTo(18);
  }

  @Test
  void compareFeaturesFindsHogBetterThanZoning() throws IOException {
    String out = output(CompareFeatures::main, "hog", "zoning:4x4");

    assertThat(out)
        .startsWith("Trained on mnist:train, 3,000 digits; tested on mnist:train, 1,000");
    assertThat(number(out, " 1 +([0-9.]+) +[0-9.]+-[0-9.]+ .* hog, knn:k=3"))
        .isLessThan(number(out, " 2 +([0-9.]+) +[0-9.]+-[0-9.]+ .* zoning:4x4, knn:k=3"));
  }

  @Test
  void ownFeatureExtractorIsSavedAndLoaded() throws IOException {
    assertThat(output(OwnFeatureExtractor::main)).startsWith("rowink+zoning:").contains(": 7 (");
  }

  @Test
  void everyExampleHasATest() {
    List<String> tested =
        List.of(
            "ReadPage",
            "ReadDigit",
            "TrainAndEvaluate",
            "LoadAndPredict",
            "OwnPictures",
            "CompareFeatures",
            "OwnFeatureExtractor");

    assertThat(Path.of("src/main/java/io/github/inkling/examples"))
        .isDirectoryNotContaining(
            file -> {
              String name = file.getFileName().toString().replace(".java", "");
              return !name.equals("package-info") && !tested.contains(name);
            });
  }

  private static String output(Example example, String... args) throws IOException {
    PrintStream original = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      example.run(args);
    } finally {
      System.setOut(original);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static double number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
