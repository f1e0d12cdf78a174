package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.SampleDigits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContourFeaturesTest {
  private static final DigitImage ONE = Drawing.of("##", "##", "##", "##", "##", "##", "##");
  private static final DigitImage ZERO =
      Drawing.of(".####.", "##..##", "#....#", "#....#", "##..##", ".####.");
  private static final DigitImage EIGHT =
      Drawing.of(".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###.");

  @Test
  void itsFeaturesAreCountedByItsSettings() {
    FeatureExtractor contours = FeatureExtractors.of("contours");

    assertThat(contours.spec()).isEqualTo("contours:fourier=8,grid=4x4");
    assertThat(contours.length()).isEqualTo(7 + 16 + 8 * 16 + 3);
    assertThat(FeatureExtractors.of("contours:fourier=0,grid=1x2").length()).isEqualTo(7 + 16 + 3);
    assertThat(FeatureExtractors.of("contours:grid=4x4").spec()).isEqualTo(contours.spec());
  }

  @Test
  void holesAreCounted() {
    assertThat(holes(ONE)).isZero();
    assertThat(holes(ZERO)).isEqualTo(0.25f);
    assertThat(holes(EIGHT)).isEqualTo(0.5f);
  }

  @Test
  void theChainCodeOfARectangleIsWorkedOutByHand() {
    // Four by three pixels, anticlockwise: two steps down, three right, two up, three left.
    DigitImage rectangle = Drawing.of("####", "####", "####");

    float[] codes = chainCodes(rectangle);

    assertThat(codes)
        .containsExactly(
            (float) Math.sqrt(0.3),
            0,
            (float) Math.sqrt(0.2),
            0,
            (float) Math.sqrt(0.3),
            0,
            (float) Math.sqrt(0.2),
            0);
  }

  @Test
  void theSquaresOfTheChainCodesSumToOne() {
    for (DigitImage digit : List.of(ONE, ZERO, EIGHT)) {
      float[] row = describe("contours:fourier=0,grid=3x2", digit);
      double squares = 0;
      for (int i = 7; i < 7 + 48; i++) {
        squares += row[i] * row[i];
      }
      assertThat(squares).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void paperHasNoShape() {
    assertThat(describe("contours", SampleDigits.blank())).containsOnly(0);
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtractors.of("contours:fourier=33"))
        .withMessage("contours' fourier must be in 0..32, not 33");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtractors.of("contours:hu=7"))
        .withMessage("'contours:hu=7': unknown setting 'hu'; contours has fourier, grid");
  }

  private static float holes(DigitImage digit) {
    float[] row = describe("contours", digit);
    return row[row.length - 3];
  }

  private static float[] chainCodes(DigitImage digit) {
    return Arrays.copyOfRange(describe("contours:fourier=0,grid=1x1", digit), 7, 15);
  }

  private static float[] describe(String spec, DigitImage digit) {
    return FeatureExtractors.of(spec).extractAll(List.of(digit)).row(0);
  }
}
