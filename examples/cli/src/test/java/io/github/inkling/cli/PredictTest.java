package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictTest {
  @TempDir static Path folder;
  private static Path model;

  @BeforeAll
  static void trainSmallModel() throws IOException {
    model = folder.resolve("model.inkling");
    String data = SmallMnist.write(folder, "train", 0, 500);
    Invocation run =
        Invocation.of("train", "--classifier", "knn:k=3", "--data", data, "--out", model);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void picturesAreAnsweredInTheirOrder() throws IOException {
    LabeledDigits digits = SmallMnist.digits(0, 3);
    Path first = png(digits.image(0), folder.resolve("first.png"));
    Path second = png(digits.image(1), folder.resolve("second.png"));
    Path inverted = png(invert(digits.image(2)), folder.resolve("inverted.png"));
    Path json = folder.resolve("answers.json");

    Invocation run =
        Invocation.of("predict", "--model", model, first, second, inverted, "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    List<String> rows = run.out().lines().skip(1).toList();
    assertThat(rows).hasSize(3);
    JsonNode pictures = new ObjectMapper().readTree(json.toFile()).get("pictures");
    for (int i = 0; i < 3; i++) {
      JsonNode answer = pictures.get(i);
      assertThat(rows.get(i).strip()).startsWith(String.valueOf(digits.label(i)));
      assertThat(answer.get("label").asInt()).isEqualTo(digits.label(i));
      assertThat(answer.get("rejection").isNull()).isTrue();
      assertThat(answer.get("probabilities")).hasSize(10);
      assertThat(answer.get("confidence").asDouble())
          .isEqualTo(answer.get("probabilities").get(digits.label(i)).asDouble());
      double sum = 0;
      for (JsonNode probability : answer.get("probabilities")) {
        sum += probability.asDouble();
      }
      assertThat(sum).isCloseTo(1, within(1e-4));
    }
    assertThat(pictures.get(2).get("image").asText()).isEqualTo(inverted.toString());
  }

  @Test
  void aWhitePictureAndASinglePixelAreRejectedWithTheReason() throws IOException {
    Path white = png(white(50, 40), folder.resolve("white.png"));
    Path pixel = png(white(1, 1), folder.resolve("pixel.png"));
    Path json = folder.resolve("rejected.json");

    Invocation run = Invocation.of("predict", "--model", model, white, pixel, "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines().skip(1)).allMatch(row -> row.contains("-   blank"));
    for (JsonNode answer : new ObjectMapper().readTree(json.toFile()).get("pictures")) {
      assertThat(answer.get("label").isNull()).isTrue();
      assertThat(answer.get("rejection").asText()).isEqualTo("BLANK");
    }
  }

  @Test
  void theModelIsToldForPeopleAndForPrograms() throws IOException {
    Path json = folder.resolve("info.json");

    Invocation run = Invocation.of("info", "--model", model, "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("500 digits", "hog:", "knn:k=3", "seed           42");
    assertThat(run.out().lines().skip(1)).allMatch(line -> line.length() <= 80);
    JsonNode info = new ObjectMapper().readTree(json.toFile());
    assertThat(info.get("modelBytes").asLong()).isEqualTo(Files.size(model));
    assertThat(info.get("featureCount").asInt()).isEqualTo(480);
    assertThat(info.get("classCounts")).hasSize(10);
  }

  @Test
  void theStagesOfAPictureAreDrawn() throws IOException {
    Path picture = png(SmallMnist.digits(0, 1).image(0), folder.resolve("five.png"));
    Path sheet = folder.resolve("stages.png");

    Invocation byDefault = Invocation.of("show", picture, "--out", sheet);

    assertThat(byDefault.exit()).as(byDefault.err()).isZero();
    assertThat(byDefault.out().strip()).isEqualTo(sheet.toString());
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).isGreaterThan(500);
    assertThat(Invocation.of("show", picture, "--out", sheet, "--model", model).exit()).isZero();

    int height = ImageIO.read(sheet.toFile()).getHeight();
    Invocation copies =
        Invocation.of(
            "show", picture, "--out", sheet, "--augment", 6, "--augmentation", "rotate=20");
    assertThat(copies.exit()).as(copies.err()).isZero();
    assertThat(ImageIO.read(sheet.toFile()).getHeight()).isGreaterThan(height + 300);
  }

  static Path png(GrayImage image, Path file) throws IOException {
    ImageIO.write(image.toBufferedImage(), "png", file.toFile());
    return file;
  }

  private static GrayImage invert(GrayImage image) {
    byte[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (255 - (pixels[i] & 0xff));
    }
    return GrayImage.of(image.width(), image.height(), pixels);
  }

  private static GrayImage white(int width, int height) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 255);
    return GrayImage.of(width, height, pixels);
  }
}
