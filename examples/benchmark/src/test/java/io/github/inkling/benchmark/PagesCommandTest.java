package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesCommandTest {
  @TempDir private static Path folder;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    model = folder.resolve("model.inkling");
    DigitRecognizer.trainer()
        .classifier("mlp:epochs=1,hidden=16")
        .train(Mnist.fitAndValidation().train().first(200))
        .save(model);
  }

  @Test
  void pagesAreReadAndKept() throws IOException {
    Path json = folder.resolve("pages.json");
    Path pages = folder.resolve("pages");

    Invocation run =
        Invocation.of(
            "pages",
            "--model",
            model,
            "--pages",
            1,
            "--distortion",
            "none,small-picture",
            "--json",
            json,
            "--save",
            pages);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("errors %", "none", "small-picture", "strong");
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.path("kinds")).hasSize(4);
    assertThat(report.path("all").path("digits").asInt()).isPositive();
    JsonNode truth = new ObjectMapper().readTree(pages.resolve("truth.json").toFile());
    assertThat(truth).hasSize(4);
    assertThat(truth.path("none-medium-0.png").get(0).asText()).matches("[0-9]+");
    assertThat(pages.resolve("none-medium-0.png")).isNotEmptyFile();
    assertThat(pages.resolve("read.json")).isNotEmptyFile();
  }

  @Test
  void anUnknownDistortionIsRefusedByName() {
    Invocation run = Invocation.of("pages", "--model", model, "--distortion", "rain");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("'rain' is no distortion; the kinds are: none, ", "bad-photo")
        .doesNotContain("Exception");
  }

  @Test
  void otherDataIsRefused() {
    Invocation run = Invocation.of("pages", "--model", model, "--data", "mnist:train");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("--data must be mnist:validation or mnist:test");
  }
}
