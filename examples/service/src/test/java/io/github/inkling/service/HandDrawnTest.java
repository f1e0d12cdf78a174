package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.vision.Strokes;
import io.github.inkling.core.vision.Strokes.Dot;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn on a screen is read as if it stood on paper. */
class HandDrawnTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void strokesAreReadAsTheDigitTheyAre(int digit) {
    Strokes strokes = strokes(digit);

    for (GrayImage picture :
        List.of(
            strokes.drawDigit(), strokes.withPen(4).drawDigit(), strokes.withPen(16).drawDigit())) {
      assertThat(DigitRecognizer.pretrained().recognize(picture).label()).isEqualTo(digit);
    }
  }

  private static Strokes strokes(int digit) {
    return Strokes.of(
        HandDrawn.digit(digit).stream()
            .map(stroke -> stroke.stream().map(spot -> new Dot(spot.x(), spot.y())).toList())
            .toList());
  }
}
