package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.SampleDigits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelFeaturesTest {
  @Test
  void byDefaultEveryPixelIsAFeature() {
    assertThat(FeatureExtractors.of("pixels").spec()).isEqualTo("pixels:size=28");
    DigitImage digit = SampleDigits.some().get(SampleDigits.RING);

    float[] pixels = describe("pixels", digit);

    assertThat(pixels).hasSize(784);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(pixels[i]).isEqualTo(digit.at(i % 28, i / 28) / 255f);
    }
  }

  @Test
  void aSmallerPictureTakesMeansOverSquares() {
    // Two of the four pixels at columns 4 and 5, rows 2 and 3.
    byte[] raw = new byte[DigitImage.PIXELS];
    raw[2 * 28 + 4] = (byte) 255;
    raw[3 * 28 + 5] = 51;

    float[] pixels = describe("pixels:size=14", DigitImage.of(raw));

    assertThat(pixels).hasSize(196);
    assertThat(pixels[14 + 2]).isEqualTo((255 + 51) / (4 * 255f));
    assertThat(describe("pixels:size=1", DigitImage.of(raw))).containsExactly(306 / (784 * 255f));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 13, 29, 56})
  void sizesThatDoNotDivide28AreRefused(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtractors.of("pixels:size=" + size))
        .withMessage("pixels' size must be one of 28, 14, 7, 4, 2, 1, not %d", size);
  }

  private static float[] describe(String spec, DigitImage digit) {
    return FeatureExtractors.of(spec).extractAll(List.of(digit)).row(0);
  }
}
