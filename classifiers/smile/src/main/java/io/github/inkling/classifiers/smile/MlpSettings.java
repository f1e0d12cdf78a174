package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Settings of the multilayer perceptron.
 *
 * @param hidden widths of the hidden layers, 1 to 10 layers of 1 to 10,000 units
 * @param rate learning rate at the start, above 0; it falls to 0 along a cosine
 * @param momentum share of the last step in the next, 0 to below 1
 * @param epochs passes over the training digits, 1 to 10,000
 * @param batch digits per step, 1 to 65,536
 * @param decay weight decay: factor of the squared weights in the loss, 0 to 1
 */
public record MlpSettings(
    List<Integer> hidden, double rate, double momentum, int epochs, int batch, double decay) {
  /** One hidden layer of 256 units. */
  public static final MlpSettings DEFAULT = new MlpSettings(List.of(256), 0.05, 0.9, 20, 128, 5e-4);

  private static final int MAX_LAYERS = 10;
  // Two layers of this width have 400 MB of weights between them.
  private static final int MAX_UNITS = 10_000;

  /**
   * Checks the settings.
   *
   * @param hidden 1 to 10 widths of 1 to 10,000
   * @param rate above 0
   * @param momentum 0 to below 1
   * @param epochs 1 to 10,000
   * @param batch 1 to 65,536
   * @param decay 0 to 1
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public MlpSettings {
    hidden = List.copyOf(hidden);
    SettingRange.require("the number of hidden layers", hidden.size(), 1, MAX_LAYERS);
    hidden.forEach(width -> SettingRange.require("hidden", width, 1, MAX_UNITS));
    SettingRange.requirePositive("rate", rate);
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be 0 to below 1, not " + momentum);
    }
    SettingRange.require("epochs", epochs, 1, 10_000);
    SettingRange.require("batch", batch, 1, 1 << 16);
    if (!(decay >= 0 && decay <= 1)) {
      throw new IllegalArgumentException("decay must be 0 to 1, not " + decay);
    }
  }

  /**
   * Reads the settings that are given; the others are those of {@link #DEFAULT}.
   *
   * @param spec such as {@code mlp:hidden=256/128,epochs=20}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static MlpSettings parse(ComponentSpec spec) {
    spec.allow("hidden", "rate", "momentum", "epochs", "batch", "decay");
    return new MlpSettings(
        spec.integers("hidden", DEFAULT.hidden),
        spec.number("rate", DEFAULT.rate),
        spec.number("momentum", DEFAULT.momentum),
        spec.integer("epochs", DEFAULT.epochs),
        spec.integer("batch", DEFAULT.batch),
        spec.number("decay", DEFAULT.decay));
  }

  /**
   * All settings as text.
   *
   * @return such as {@code mlp:hidden=256,rate=0.1,...}, which {@link #parse} reads
   */
  public String spec() {
    return String.format(
        Locale.ROOT,
        "mlp:hidden=%s,rate=%s,momentum=%s,epochs=%d,batch=%d,decay=%s",
        hidden.stream().map(String::valueOf).collect(Collectors.joining("/")),
        PlainNumber.format(rate),
        PlainNumber.format(momentum),
        epochs,
        batch,
        PlainNumber.format(decay));
  }
}
