package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.benchmark.writers.StandIn;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritersCommandTest {
  @TempDir private static Path folder;

  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    model = folder.resolve("model.inkling");
    DigitRecognizer.trainer()
        .classifier("knn:k=1")
        .train(Mnist.fitAndValidation().train().first(1000))
        .save(model);
  }

  @Test
  void everyStandInHasARowAndEveryModelAColumn() throws IOException {
    Path json = folder.resolve("writers.json");

    Invocation run =
        Invocation.of("writers", "--model", model, "--model", model, "--test", 50, "--json", json);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("made of 50 digits of mnist:validation");
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    for (StandIn standIn : StandIn.values()) {
      assertThat(run.out()).contains(standIn + ": " + standIn.description());
      assertThat(report.path("errors").path(standIn.toString()).path(model.toString()).asInt(-1))
          .as("errors on " + standIn)
          .isBetween(0, 40);
    }
    assertThat(report.path("errors").path("as-they-are").path(model.toString()).asInt())
        .isLessThan(10);
  }

  @Test
  void whatIsRejectedIsAnErrorUnlessAllIsAnswered() throws IOException {
    int rejecting = errorsOfThePretrained();
    int answering = errorsOfThePretrained("--answer-all");

    assertThat(answering).isLessThan(rejecting);
  }

  private static int errorsOfThePretrained(Object... options) throws IOException {
    Path json = folder.resolve("pretrained.json");
    List<Object> all = new ArrayList<>(List.of("writers", "--test", 150, "--json", json));
    all.addAll(List.of(options));
    Invocation run = Invocation.of(all.toArray());
    assertThat(run.exitCode()).as(run.err()).isZero();
    int errors = 0;
    for (JsonNode standIn : new ObjectMapper().readTree(json.toFile()).path("errors")) {
      errors += standIn.path("pretrained").asInt();
    }
    return errors;
  }

  @Test
  void otherDataIsRefused() {
    Invocation run = Invocation.of("writers", "--model", model, "--data", "mnist:fit");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("mnist:validation or mnist:test, not mnist:fit");
  }
}
