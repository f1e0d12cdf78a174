package io.github.inkling.core.vision;

/**
 * How pictures are normalised. Immutable.
 *
 * @param deskew whether the digit is set upright by its second moments
 */
public record NormalizerSettings(boolean deskew) {
  /**
   * What suits most pictures.
   *
   * @return the default settings
   */
  public static NormalizerSettings defaults() {
    return new NormalizerSettings(true);
  }
}
