package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rejection through the command line, on few real digits. */
class RejectionTest {
  private static final String QUICK = "mlp:hidden=64,epochs=12";

  @TempDir static Path shared;

  private static Path model;
  private static String training;
  private static String calibration;
  private static String unseen;
  private static Invocation train;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws IOException {
    training = SmallMnist.write(shared, "train", 0, 2000);
    calibration = SmallMnist.write(shared, "calibration", 2000, 3000);
    unseen = SmallMnist.write(shared, "unseen", 3000, 4000);
    model = shared.resolve("model.inkling");
    train = trained("--out", model);
  }

  /** Trains with rejection; more of the command line may follow. */
  private static Invocation trained(Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of("train", "--classifier", QUICK, "--data", training));
    arguments.addAll(List.of("--reject", "--calibrate", calibration, "--detector", QUICK));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments.toArray());
  }

  @Test
  void theModelTellsWhatItRejects() {
    assertThat(train.exit()).as(train.err()).isZero();
    assertThat(train.err()).contains("Drawing non-digits");
    assertThat(train.out())
        .contains("rejection      of what is less probably a digit than")
        .contains("calibrated on idx:", "1,000 digits (SHA-256 ")
        .containsPattern("for 0.5 % wrong, answers \\d\\d\\.\\d\\d %, probability from 0");
    assertThat(Invocation.of("info", "--model", model).out()).isEqualTo(train.out());
  }

  @Test
  void fewerErrorsMeanFewerAnswers() throws IOException {
    JsonNode saved = evaluated();
    JsonNode careful = evaluated("--accepted-error", "1%");
    JsonNode asShare = evaluated("--accepted-error", "0.01");

    assertThat(saved.get("rejected").asInt()).isLessThan(40);
    assertThat(careful.get("rejected").asInt()).isGreaterThan(saved.get("rejected").asInt());
    assertThat(careful.get("errors").asInt()).isLessThan(saved.get("errors").asInt());
    assertThat(asShare.get("confusion")).isEqualTo(careful.get("confusion"));
    assertThat(saved.get("aurc").asDouble()).isBetween(0.0, 0.02);
    assertThat(saved.get("riskCoverage")).hasSizeBetween(100, 200);
  }

  @Test
  void whoMayLoseFewerDigitsRejectsFewer() throws IOException {
    Path lenient = folder.resolve("lenient.inkling");
    Path json = folder.resolve("lenient.json");

    Invocation run = trained("--lost", "0.1%", "--out", lenient);
    Invocation.of("evaluate", "--model", lenient, "--data", unseen, "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    int rejected = new ObjectMapper().readTree(json.toFile()).get("rejected").asInt();
    assertThat(rejected).isLessThan(evaluated().get("rejected").asInt());
  }

  @Test
  void linesOfPaperAreNoDigit() throws IOException {
    Path lines = folder.resolve("lines.png");
    BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 60, 60);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(4));
    for (int y = 8; y < 60; y += 14) {
      graphics.drawLine(6, y, 54, y);
    }
    graphics.dispose();
    ImageIO.write(image, "png", lines.toFile());
    Path json = folder.resolve("answer.json");

    Invocation run =
        Invocation.of("predict", "--model", model, "--accepted-error", "1%", lines, "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    List<String> table = run.out().lines().toList();
    assertThat(table.get(1)).contains("unlike any digit  ");
    assertThat(table.get(1).indexOf(lines.toString()))
        .as("each probability under its digit")
        .isEqualTo(table.get(0).indexOf("picture"));
    JsonNode answer = new ObjectMapper().readTree(json.toFile()).at("/pictures/0");
    assertThat(answer.get("rejection").textValue()).isEqualTo("UNLIKE_ANY_DIGIT");
    assertThat(answer.get("digitProbability").doubleValue()).isLessThan(0.5);
  }

  @Test
  void whoAcceptsFewerErrorsOnAPageReadsFewerOfItsDigits() throws IOException {
    Path sheet = folder.resolve("sheet.png");
    ImageIO.write(DigitSheet.of(SmallMnist.digits(50_000, 50_060)), "png", sheet.toFile());

    String saved = Invocation.of("read", "--model", model, sheet).out();
    Invocation careful = Invocation.of("read", "--model", model, "--accepted-error", "0.5%", sheet);
    Invocation impossible =
        Invocation.of("read", "--model", model, "--accepted-error", "0.01%", sheet);

    assertThat(careful.exit()).as(careful.err()).isZero();
    assertThat(careful.out().chars().filter(c -> c == '?').count())
        .isGreaterThan(saved.chars().filter(c -> c == '?').count());
    assertThat(impossible.exit()).isEqualTo(1);
    assertThat(impossible.errors())
        .singleElement()
        .asString()
        .startsWith("inkling: " + model + ": an accepted error of 0.01");
  }

  @Test
  void digitsOfTheCalibrationFlatterTheModel() {
    Invocation run = Invocation.of("evaluate", "--model", model, "--data", calibration);

    assertThat(run.out()).contains("the figures flatter it");
  }

  @Test
  void moreThanTheCalibrationCanPromiseIsRefused() {
    Invocation run =
        Invocation.of("evaluate", "--model", model, "--data", unseen, "--accepted-error", "0.01%");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.errors().get(0))
        .startsWith("inkling: " + model + ": an accepted error of 0.01")
        .contains("1,000 digits", "ask for at least");
  }

  @Test
  void aModelWithoutRejectionSaysHowToTrainOne() {
    Path plain = folder.resolve("plain.inkling");
    Invocation.of("train", "--classifier", "knn", "--data", calibration, "--out", plain);

    Invocation run =
        Invocation.of("evaluate", "--model", plain, "--data", unseen, "--accepted-error", "1%");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors().get(0))
        .startsWith("inkling: " + plain + ": the model was trained without rejection")
        .contains("inkling train --reject");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--calibrate mnist:validation | --calibrate has a meaning only with --reject",
        "--detector mlp | --detector has a meaning only with --reject",
        "--lost 0.1% | --lost has a meaning only with --reject",
        "--reject --lost 60% | lost must be in 0..0.5, not 0.6",
        "--reject --data mnist:fit --calibrate mnist:fit | must have none that are trained on",
        "--reject --calibrate mnist:validation | must have none that are trained on",
        "--reject --detector oracle | no classifier named 'oracle'",
      })
  void optionsThatDoNotGoTogetherAreBadUsage(String options, String complaint) {
    String all = "train --out " + folder.resolve("m.inkling") + " " + options;

    Invocation run = Invocation.of((Object[]) all.split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.errors().get(0)).contains(complaint);
  }

  @ParameterizedTest
  @CsvSource({"0", "100%", "-1%", "NaN", "few", "%"})
  void whatIsNoShareIsBadUsage(String share) {
    Invocation run = Invocation.of("evaluate", "--model", model, "--accepted-error", share);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.errors().get(0)).contains("must be above 0 and below 1");
  }

  private JsonNode evaluated(Object... options) throws IOException {
    Path json = folder.resolve("report.json");
    Object[] all = new Object[options.length + 7];
    System.arraycopy(
        new Object[] {"evaluate", "--model", model, "--data", unseen, "--json", json},
        0,
        all,
        0,
        7);
    System.arraycopy(options, 0, all, 7, options.length);
    Invocation run = Invocation.of(all);
    assertThat(run.exit()).as(run.err()).isZero();
    return new ObjectMapper().readTree(json.toFile());
  }
}
