package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;

/**
 * What every perceptron of a comparison is told.
 *
 * @param hidden units of the one hidden layer, 1 to 10,000
 * @param batch digits per step, 1 to 65,536
 * @param rate learning rate, above 0
 */
public record MlpTask(int hidden, int batch, double rate) {
  /** Share of the last step that is taken again. */
  static final double MOMENTUM = 0.9;

  /**
   * Checks the settings.
   *
   * @param hidden 1 to 10,000
   * @param batch 1 to 65,536
   * @param rate above 0
   * @throws IllegalArgumentException if one is out of range, naming it
   */
  public MlpTask {
    SettingRange.require("hidden", hidden, 1, 10_000);
    SettingRange.require("batch", batch, 1, 1 << 16);
    SettingRange.requirePositive("rate", rate);
  }

  @Override
  public String toString() {
    return "MLP, one epoch, %d hidden units, batches of %d, rate %s, momentum %s"
        .formatted(hidden, batch, PlainNumber.format(rate), PlainNumber.format(MOMENTUM));
  }
}
