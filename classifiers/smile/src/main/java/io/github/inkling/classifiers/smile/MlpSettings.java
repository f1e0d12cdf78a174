package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.training.DescentSettings;
import io.github.inkling.core.training.RateSchedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settings of the multilayer perceptron.
 *
 * @param hidden widths of the hidden layers, 1 to 10 layers of 1 to 10,000 units
 * @param dropout share of the hidden units that are left out at each step, 0 to 0.9
 * @param descent how it learns
 */
public record MlpSettings(List<Integer> hidden, double dropout, DescentSettings descent) {
  /** One hidden layer of 256 units. */
  public static final MlpSettings DEFAULT =
      new MlpSettings(
          List.of(256),
          0,
          new DescentSettings(20, 128, 0.05, RateSchedule.COSINE, 0.9, 5e-4, 0.1, 0.05, 0, false));

  private static final int MAX_LAYERS = 10;
  // Two layers of this width have 400 MB of weights between them.
  private static final int MAX_UNITS = 10_000;

  /**
   * Checks the settings.
   *
   * @param hidden 1 to 10 widths of 1 to 10,000
   * @param dropout 0 to 0.9
   * @param descent any
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public MlpSettings {
    hidden = List.copyOf(hidden);
    SettingRange.require("the number of hidden layers", hidden.size(), 1, MAX_LAYERS);
    hidden.forEach(width -> SettingRange.require("hidden", width, 1, MAX_UNITS));
    SettingRange.requireAtMost("dropout", dropout, 0.9);
  }

  /**
   * Reads the settings that are given; the others are those of {@link #DEFAULT}.
   *
   * @param spec such as {@code mlp:hidden=256/128,epochs=20}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static MlpSettings parse(ComponentSpec spec) {
    spec.allow(DEFAULT.descent.names("hidden", "dropout"));
    return new MlpSettings(
        spec.integers("hidden", DEFAULT.hidden),
        spec.number("dropout", DEFAULT.dropout),
        DescentSettings.parse(spec, DEFAULT.descent));
  }

  /**
   * All settings as text.
   *
   * @return such as {@code mlp:hidden=256,dropout=0,...}, which {@link #parse} reads
   */
  public String spec() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("hidden", hidden.stream().map(String::valueOf).collect(Collectors.joining("/")));
    values.put("dropout", PlainNumber.format(dropout));
    values.putAll(descent.values());
    return "mlp:" + ComponentSpec.join(values);
  }
}
