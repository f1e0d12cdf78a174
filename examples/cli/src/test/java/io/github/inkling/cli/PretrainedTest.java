package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that comes along, on digits of mnist:validation, which it was not trained on. */
class PretrainedTest {
  private static final int FIRST_UNSEEN = 50_000;

  @TempDir Path folder;

  @Test
  void itReadsNearlyAllDigits() {
    LabeledDigits digits = SmallMnist.digits(FIRST_UNSEEN, FIRST_UNSEEN + 1000);

    List<Prediction> answers = DigitRecognizer.pretrained().recognizeAll(digits.images());

    int right = 0;
    for (int i = 0; i < digits.size(); i++) {
      right += answers.get(i).isDigit() && answers.get(i).label() == digits.label(i) ? 1 : 0;
    }
    assertThat(right).isGreaterThanOrEqualTo(980);
  }

  @Test
  void predictNeedsNoModel() throws IOException {
    LabeledDigits digits = SmallMnist.digits(FIRST_UNSEEN, FIRST_UNSEEN + 1);
    Path picture = png("digit.png", digits.image(0).toBufferedImage());
    Path json = folder.resolve("answer.json");

    Invocation run = Invocation.of("predict", picture, "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode answer = json(json);
    assertThat(answer.path("model").asText()).isEqualTo("pretrained");
    assertThat(answer.at("/pictures/0/label").asInt()).isEqualTo(digits.label(0));
  }

  @Test
  void readNeedsNoModel() throws IOException {
    LabeledDigits digits = SmallMnist.digits(FIRST_UNSEEN, FIRST_UNSEEN + 5);
    Path picture = png("sheet.png", DigitSheet.of(digits));

    Invocation run = Invocation.of("read", picture);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains(DigitSheet.text(digits));
  }

  @Test
  void evaluateNeedsNoModel() throws IOException {
    String data = SmallMnist.write(folder, "some", FIRST_UNSEEN, FIRST_UNSEEN + 100);

    Invocation run = Invocation.of("evaluate", "--data", data, "--accepted-error", "1%");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("Accuracy");
  }

  @Test
  void showNeedsNoModel() throws IOException {
    Path picture = png("digit.png", SmallMnist.digits(0, 1).image(0).toBufferedImage());
    Path stages = folder.resolve("stages.png");

    Invocation run = Invocation.of("show", picture, "--out", stages);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(ImageIO.read(stages.toFile())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "info --model pretrained"})
  void infoTellsWhereItComesFrom(String command) {
    Invocation run = Invocation.of((Object[]) command.split(" "));

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("pretrained\n").contains("mnist:fit", "hidden=1024", "rescan");
  }

  @Test
  void membersMayBePretrained() throws IOException {
    String data = SmallMnist.write(folder, "some", 0, 300);
    Path own = folder.resolve("own.inkling");
    assertThat(
            Invocation.of("train", "--classifier", "knn:k=3", "--data", data, "--out", own).exit())
        .isZero();
    Path ensemble = folder.resolve("both.inkling");
    Path cascade = folder.resolve("one-by-one.inkling");

    Invocation combine =
        Invocation.of("combine", "--model", "pretrained", "--model", own, "--out", ensemble);
    Invocation oneByOne =
        Invocation.of(
            "cascade",
            "--cheap",
            own,
            "--strong",
            "pretrained",
            "--threshold",
            "0.9",
            "--out",
            cascade);

    assertThat(combine.exit()).as(combine.err()).isZero();
    assertThat(oneByOne.exit()).as(oneByOne.err()).isZero();
    assertThat(Invocation.of("info", "--model", cascade).out()).contains("mnist:fit");
  }

  @Test
  void oneModelTwiceIsRefused() {
    assertThat(
            Invocation.of("combine", "--model", "pretrained", "--model", "pretrained", "--out", "x")
                .errors())
        .singleElement()
        .asString()
        .contains("pretrained is given twice");
    assertThat(
            Invocation.of(
                    "cascade",
                    "--cheap",
                    "pretrained",
                    "--strong",
                    "pretrained",
                    "--threshold",
                    "0.9",
                    "--out",
                    "x")
                .errors())
        .singleElement()
        .asString()
        .contains("pretrained is given twice");
  }

  @Test
  void aFileOfThisNameIsNamedByItsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("pretrained"), "no model");

    assertThat(ModelOption.files(List.of(Path.of("pretrained"), Path.of("./pretrained"), file)))
        .containsExactly(Path.of("./pretrained"), file);
    assertThat(ModelOption.identity(Path.of("pretrained")))
        .isNotEqualTo(ModelOption.identity(Path.of("./pretrained")));
    assertThat(Invocation.of("info", "--model", "./pretrained").errors())
        .singleElement()
        .asString()
        .contains("./pretrained: no such file");
    assertThat(Invocation.of("info", "--model", file).errors())
        .singleElement()
        .asString()
        .contains("not an Inkling model");
  }

  private Path png(String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
