package io.github.inkling.benchmark.latency;

import io.github.inkling.core.model.SettingRange;

/**
 * How long JMH measures.
 *
 * @param forks fresh processes per benchmark, 0 to 10; 0 measures within this process
 * @param iterations to warm up, and again to measure, 1 to 100
 * @param seconds of one iteration, above 0
 */
public record JmhEffort(int forks, int iterations, double seconds) {
  /**
   * Checks the settings.
   *
   * @param forks 0 to 10
   * @param iterations 1 to 100
   * @param seconds above 0
   * @throws IllegalArgumentException if one is out of range, naming it
   */
  public JmhEffort {
    SettingRange.require("forks", forks, 0, 10);
    SettingRange.require("iterations", iterations, 1, 100);
    SettingRange.requirePositive("seconds", seconds);
  }
}
