package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Rejection;
import java.util.List;
import java.util.Map;

/**
 * Normalised pictures.
 *
 * @param digits one per picture, in their order
 * @param rejections why there is no digit, by the index of each {@linkplain DigitImage#isBlank
 *     blank} one; see {@link NormalizerTrace#rejection}
 */
public record NormalizedDigits(List<DigitImage> digits, Map<Integer, Rejection> rejections) {
  /**
   * Copies both.
   *
   * @param digits one per picture
   * @param rejections one per blank digit, by its index
   */
  public NormalizedDigits {
    digits = List.copyOf(digits);
    rejections = Map.copyOf(rejections);
  }
}
