package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
  private final BufferedImage image = new BufferedImage(200, 30, BufferedImage.TYPE_INT_RGB);

  @Test
  void everyAsciiCharacterIsWritten() {
    StringBuilder all = new StringBuilder();
    for (char character = ' '; character <= '~'; character++) {
      all.append(character);
    }

    write(all.toString());

    assertThat(new Color(image.getRGB(0, 0))).isEqualTo(Color.BLACK);
    assertThat(Lettering.width(all.toString(), 10, 1)).isGreaterThan(500);
  }

  /** OpenCV would draw a question mark for each of their bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"180\u00b0", "\u0661", "two\nlines", "\u007f"})
  void whatHasNoLetterIsRefused(String text) {
    String problem = "only ASCII can be drawn, which '" + text + "' is not";

    assertThatThrownBy(() -> write(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(problem);
    assertThatThrownBy(() -> Lettering.width(text, 10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(problem);
  }

  private void write(String text) {
    Lettering.write(image, text, 5, 20, 10, 1, Color.WHITE);
  }
}
