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

  /**
   * For the model file.
   *
   * @return settings by name
   */
  public java.util.Map<String, String> toMap() {
    return java.util.Map.of("deskew", String.valueOf(deskew));
  }

  /**
   * From the model file.
   *
   * @param map settings by name
   * @return the settings
   */
  public static NormalizerSettings fromMap(java.util.Map<String, String> map) {
    return new NormalizerSettings(Boolean.parseBoolean(map.get("deskew")));
  }
}
