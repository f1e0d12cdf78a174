package io.github.inkling.evaluation.experiment;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a configuration costs, by the wall clock of the machine it ran on.
 *
 * @param featureSeconds preprocessing and features of all training digits, which cells of the same
 *     features share
 * @param trainSeconds training of the classifier alone
 * @param p50Micros median time from one picture to its answer, in microseconds, when nothing else
 *     is asked
 * @param p99Micros the time that 99 of 100 single answers keep to, in microseconds
 * @param digitsPerSecond pictures answered per second in a batch, preprocessing and features
 *     included
 * @param modelBytes size of the model file
 * @param peakMegabytes the most memory that the process held while this cell was trained and asked,
 *     training digits and features included, in units of 1024 x 1024 bytes; empty where the system
 *     does not tell
 */
public record Cost(
    double featureSeconds,
    double trainSeconds,
    double p50Micros,
    double p99Micros,
    double digitsPerSecond,
    OptionalLong modelBytes,
    OptionalLong peakMegabytes) {
  private static final double MEGABYTE = 1e6;

  /**
   * Checks the times.
   *
   * @param featureSeconds at least 0
   * @param trainSeconds at least 0
   * @param p50Micros above 0
   * @param p99Micros at least {@code p50Micros}
   * @param digitsPerSecond at least 0
   * @param modelBytes size of the model file
   * @param peakMegabytes the most memory that the process held
   * @throws IllegalArgumentException if a time is out of range or no number, naming it
   */
  public Cost {
    require("featureSeconds", featureSeconds, 0);
    require("trainSeconds", trainSeconds, 0);
    require("p50Micros", p50Micros, Double.MIN_VALUE);
    require("p99Micros", p99Micros, p50Micros);
    require("digitsPerSecond", digitsPerSecond, 0);
  }

  /**
   * Size of the model file as disks count it.
   *
   * @return megabytes of 1,000,000 bytes; empty if there is no file to be written
   */
  public OptionalDouble modelMegabytes() {
    return modelBytes.isPresent()
        ? OptionalDouble.of(modelBytes.getAsLong() / MEGABYTE)
        : OptionalDouble.empty();
  }

  private static void require(String name, double value, double least) {
    if (!(value >= least && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s must be finite and at least %s, not %s".formatted(name, least, value));
    }
  }
}
