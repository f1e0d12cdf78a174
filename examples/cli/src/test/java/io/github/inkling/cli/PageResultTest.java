package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.core.page.Box;
import io.github.inkling.core.page.Dropped;
import io.github.inkling.core.page.Line;
import io.github.inkling.core.page.Page;
import io.github.inkling.core.page.PageDigit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageResultTest {
  private static final Page PAGE =
      new Page(
          640,
          480,
          90,
          List.of(
              new Line(
                  List.of(
                      digit(new Box(10, 20, 30, 40), prediction(0, 0.98765)),
                      digit(new Box(50, 22, 28, 38), prediction(7, 0.7)),
                      digit(
                          new Box(90, 18, 25, 41),
                          prediction(5, 0.4).reject(Rejection.AMBIGUOUS)))),
              new Line(List.of(digit(new Box(10, 120, 30, 40), prediction(3, 0.5))))),
          List.of(new Dropped(new Box(1, 2, 3, 4), Dropped.Reason.SPECK)));

  @Test
  void peopleSeeTheLinesAndWhatIsUncertain() {
    PageResult result = new PageResult("scan.tif#2", Path.of("scan.tif"), 2, PAGE, null);

    assertThat(result.text(false)).isEqualTo("scan.tif#2 (turned by 90 degrees)\n  07?\n  3\n");
    assertThat(result.text(true).lines())
        .containsExactly(
            "\u001b[1mscan.tif#2\u001b[0m (turned by 90 degrees)",
            "  0\u001b[33m7\u001b[0m\u001b[31m?\u001b[0m",
            "  \u001b[31m3\u001b[0m");
  }

  @Test
  void programsGetEverything() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();

    new PageResult("scan.tif#2", Path.of("scan.tif"), 2, PAGE, null).describe(json);

    assertThat(json.toString())
        .isEqualTo(
            """
            {"file":"scan.tif","page":2,"width":640,"height":480,"rotation":90,"lines":[\
            {"text":"07?","box":[10, 18, 105, 42],"digits":[\
            {"label":0,"confidence":0.9877,"box":[10, 20, 30, 40]},\
            {"label":7,"confidence":0.7,"box":[50, 22, 28, 38]},\
            {"label":null,"confidence":0.0,"rejection":"AMBIGUOUS","box":[90, 18, 25, 41]}]},\
            {"text":"3","box":[10, 120, 30, 40],"digits":[\
            {"label":3,"confidence":0.5,"box":[10, 120, 30, 40]}]}],\
            "dropped":[{"reason":"speck","box":[1, 2, 3, 4]}]}""");
  }

  @Test
  void programsGetTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      programsGetEverything();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aFailureHasItsReason() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    PageResult result =
        new PageResult("a.png", Path.of("a.png"), 0, null, new IOException("a.png: is torn"));

    result.describe(json);

    assertThat(result.failed()).isTrue();
    assertThat(json.toString()).isEqualTo("{\"file\":\"a.png\",\"error\":\"a.png: is torn\"}");
  }

  private static Prediction prediction(int label, double confidence) {
    double[] probabilities = new double[Prediction.CLASSES];
    Arrays.fill(probabilities, (1 - confidence) / 9);
    probabilities[label] = confidence;
    return Prediction.of(probabilities);
  }

  private static PageDigit digit(Box box, Prediction prediction) {
    return new PageDigit(box, GrayImage.of(1, 1, new byte[1]), prediction);
  }
}
