package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.GrayImage;
import org.junit.jupiter.api.Test;

/** Pictures of other collections, which a digit fills to the border. */
class SmallPicturesTest {
  private final Normalizer normalizer = new Normalizer(NormalizerSettings.defaults());

  /**
   * A fat zero with a small hole covers most of the picture and more than a third of its border.
   */
  @Test
  void aFatDigitThatFillsItsBoxIsNotTakenForThePaper() {
    GrayImage zero =
        Drawing.map(
            Drawing.uniform(16, 16, 0),
            i -> {
              double radius = Math.hypot(i % 16 - 7.5, row(i) - 7.5);
              return radius > 1.5 && radius < 8.5 ? 255 : 0;
            });
    Histogram histogram = Histogram.of(zero.pixels());
    double area = histogram.count(255, 255) / 256.0;

    assertThat(area + Polarity.lightBorder(Raster.copyOf(zero), histogram.threshold()))
        .as("votes of area and border")
        .isGreaterThan(1);
    assertThat(Polarity.of(Raster.copyOf(zero), histogram)).isEqualTo(Polarity.LIGHT_INK);
    GrayImage inverted = Drawing.inverted(zero);
    assertThat(Polarity.of(Raster.copyOf(inverted), Histogram.of(inverted.pixels())))
        .isEqualTo(Polarity.DARK_INK);
  }

  /** Of 256 pixels, most that are not ink are the soft edge of a stroke. */
  @Test
  void softEdgesThatFillAPictureAreNotNoise() {
    GrayImage soft =
        Drawing.map(
            Drawing.uniform(16, 16, 0),
            i -> {
              double fromRing = Math.abs(Math.hypot(i % 16 - 7.5, row(i) - 7.5) - 5.5);
              return (int) (300 - 85 * fromRing);
            });

    assertThat(normalizer.trace(soft).rejection()).isEmpty();
    assertThat(normalizer.trace(Drawing.inverted(soft)).rejection()).isEmpty();
  }

  private static int row(int i) {
    return i / 16;
  }
}
