package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.benchmark.nondigit.TestMaterial;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RejectionSettings;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RejectionCommandTest {
  private static final String QUICK = "mlp:hidden=64,epochs=12";

  @TempDir Path folder;

  @Test
  void mostNonDigitsAreRejectedAndMostDigitsAreNot() throws IOException {
    Path model = folder.resolve("model.inkling");
    Path json = folder.resolve("rejection.json");
    DigitRecognizer.trainer()
        .features("hog")
        .classifier(QUICK)
        .rejection(RejectionSettings.defaults().withDetector(QUICK))
        .train(Mnist.fitAndValidation().train().first(3000))
        .save(model);

    Invocation run = Invocation.of("rejection", "--model", model, "--count", 100, "--json", json);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("0.05 %: an accepted error of 0.05", "can promise");
    assertThat(run.out()).contains("10000 digits of mnist:validation", "letters, other fonts");
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.at("/digits accepted, %/0").asDouble()).isGreaterThan(0.97);
    assertThat(report.at("/rejected: mean of all kinds that are no digits, %/0").asDouble())
        .isGreaterThan(0.85);
  }

  @Test
  void aModelThatRejectsNothingIsRefused() throws IOException {
    Path model = folder.resolve("plain.inkling");
    DigitRecognizer.trainer()
        .classifier("knn")
        .train(Mnist.fitAndValidation().train().first(100))
        .save(model);

    Invocation run = Invocation.of("rejection", "--model", model);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("was trained without rejection", "inkling train --reject");
  }

  @ParameterizedTest
  @EnumSource(TestMaterial.class)
  void theSameSeedDrawsTheSame(TestMaterial kind) {
    List<GrayImage> digits = Mnist.fitAndValidation().train().first(50).images();

    List<GrayImage> drawn = kind.draw(20, 1, digits);
    List<GrayImage> again = kind.draw(20, 1, digits);

    assertThat(again).isEqualTo(drawn);
    assertThat(kind.draw(20, 2, digits)).isNotEqualTo(drawn);
    assertThat(new HashSet<>(drawn)).hasSizeGreaterThan(15);
  }
}
