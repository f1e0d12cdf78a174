package io.github.inkling.core.training;

import io.github.inkling.core.model.SettingRange;

/**
 * For how long a network learns, and how fast.
 *
 * @param name what the network is called in messages, such as {@code MLP}
 * @param epochs passes over the training digits, 1 to 10,000
 * @param rate the largest learning rate, above 0
 * @param schedule how the rate changes over the epochs
 * @param patience early stopping: epochs without a better one on the digits held out after which
 *     training ends, 1 to 10,000, and the best epoch is kept. With 0, or without digits held out,
 *     training runs to its last epoch, which is kept
 */
public record LearningPace(
    String name, int epochs, double rate, RateSchedule schedule, int patience) {
  private static final int MOST_EPOCHS = 10_000;

  /**
   * Checks the settings.
   *
   * @param name any
   * @param epochs 1 to 10,000
   * @param rate above 0
   * @param schedule any
   * @param patience 0 to 10,000
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public LearningPace {
    requireValid(epochs, rate, patience);
  }

  static void requireValid(int epochs, double rate, int patience) {
    SettingRange.require("epochs", epochs, 1, MOST_EPOCHS);
    SettingRange.requirePositive("rate", rate);
    SettingRange.require("patience", patience, 0, MOST_EPOCHS);
  }
}
