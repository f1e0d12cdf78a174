package io.github.inkling.core.vision;

import io.github.inkling.core.model.ComponentSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How pictures are normalised. Immutable.
 *
 * @param denoise how noise is taken away before the ink is looked for
 * @param contrast whether the ink is stretched to the full range, 0 to 255
 * @param deskew whether the digit is set upright by its second moments
 * @param refit whether a digit that became narrower by being set upright grows to fill 20 x 20
 *     again; if not, it keeps the size that it had, as MNIST's digits have it
 * @param speck pieces with less ink than this share of the largest piece's are dropped, 0 (none is)
 *     to 0.5
 */
public record NormalizerSettings(
    Denoiser denoise, boolean contrast, boolean deskew, boolean refit, double speck) {
  private static final String DENOISE = "denoise";
  private static final String CONTRAST = "contrast";
  private static final String DESKEW = "deskew";
  private static final String REFIT = "refit";
  private static final String SPECK = "speck";
  private static final String[] KEYS = {DENOISE, CONTRAST, DESKEW, REFIT, SPECK};
  private static final double MAX_SPECK = 0.5;

  /**
   * Checks the settings.
   *
   * @param denoise how noise is taken away
   * @param contrast whether the ink is stretched to the full range
   * @param deskew whether the digit is set upright
   * @param refit whether the upright digit grows to fill 20 x 20 again
   * @param speck share of the largest piece's ink below which pieces are dropped, 0 to 0.5
   * @throws IllegalArgumentException if a setting is missing or out of range, naming it
   */
  public NormalizerSettings {
    if (denoise == null) {
      throw new IllegalArgumentException(
          "denoise must be one of " + Arrays.toString(Denoiser.values()) + ", not null");
    }
    if (!(speck >= 0 && speck <= MAX_SPECK)) {
      throw new IllegalArgumentException(
          "speck must be in 0..%s, not %s".formatted(MAX_SPECK, speck));
    }
  }

  /**
   * What suits most pictures: chosen on a validation split of MNIST's training set, see
   * docs/benchmarks.md.
   *
   * @return the default settings
   */
  public static NormalizerSettings defaults() {
    return new NormalizerSettings(Denoiser.NONE, true, true, false, 0.05);
  }

  /**
   * Reads settings as a person writes them.
   *
   * @param text such as {@code "deskew=false,denoise=median"}; what is not named keeps its default,
   *     and an empty text is the defaults
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown, given twice or out of range, naming
   *     it
   */
  public static NormalizerSettings parse(String text) {
    ComponentSpec spec = ComponentSpec.parse(text.isBlank() ? "normalizer" : "normalizer:" + text);
    return of(spec.allow(KEYS));
  }

  /**
   * Reads what {@link #toMap()} wrote.
   *
   * @param map every setting by its name
   * @return the settings
   * @throws IllegalArgumentException if a setting is missing, unknown or out of range, naming it
   */
  public static NormalizerSettings fromMap(Map<String, String> map) {
    StringBuilder text = new StringBuilder();
    for (String key : KEYS) {
      if (map.get(key) == null) {
        throw new IllegalArgumentException("the normalizer's setting '" + key + "' is missing");
      }
    }
    map.forEach(
        (key, value) -> {
          if (key.isBlank() || (key + value).matches(".*[,=].*")) {
            throw new IllegalArgumentException(
                "the normalizer has no setting '%s' with value '%s'".formatted(key, value));
          }
          text.append(text.isEmpty() ? "" : ",").append(key).append('=').append(value);
        });
    return parse(text.toString());
  }

  /**
   * The settings for a manifest.
   *
   * @return every setting by its name, in a fixed order; unmodifiable
   */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(DENOISE, denoise.toString());
    map.put(CONTRAST, Boolean.toString(contrast));
    map.put(DESKEW, Boolean.toString(deskew));
    map.put(REFIT, Boolean.toString(refit));
    map.put(SPECK, Double.toString(speck));
    return Collections.unmodifiableMap(map);
  }

  private static NormalizerSettings of(ComponentSpec spec) {
    NormalizerSettings defaults = defaults();
    String[] denoisers =
        Arrays.stream(Denoiser.values()).map(Denoiser::toString).toArray(String[]::new);
    String denoise = spec.option(DENOISE, defaults.denoise.toString(), denoisers);
    double speck = spec.number(SPECK, defaults.speck);
    if (!(speck >= 0 && speck <= MAX_SPECK)) {
      throw spec.invalid(SPECK, speck, "in 0.." + MAX_SPECK);
    }
    return new NormalizerSettings(
        Denoiser.valueOf(denoise.toUpperCase(Locale.ROOT)),
        spec.flag(CONTRAST, defaults.contrast),
        spec.flag(DESKEW, defaults.deskew),
        spec.flag(REFIT, defaults.refit),
        speck);
  }
}
