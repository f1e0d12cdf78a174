package io.github.inkling.core.recognizer;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.SettingRange;

/**
 * How a recognizer learns what not to answer. Immutable.
 *
 * @param detector what tells digits from other pictures: the name of a classifier with its
 *     settings, such as {@code "mlp:hidden=128"}
 * @param copies how many changed copies of each training digit the detector learns besides, 0 to
 *     {@value #MOST_COPIES}
 * @param nonDigits how many pictures without a digit it learns per training digit, above 0 to
 *     {@value #MOST_COPIES}
 * @param lost which share of digits may be rejected as unlike any digit, 0 to 0.5: it decides on
 *     the {@link RejectionRule#floor}
 * @param heldOut which share of the training digits is kept for the calibration where no others are
 *     given, above 0 to 0.5
 */
public record RejectionSettings(
    String detector, int copies, double nonDigits, double lost, double heldOut) {
  /** The most copies, and the most non-digits, per digit. */
  public static final int MOST_COPIES = 100;

  private static final double MOST_LOST = 0.5;

  /**
   * Checks the settings.
   *
   * @param detector name of a classifier with its settings
   * @param copies 0 to {@value #MOST_COPIES}
   * @param nonDigits above 0, to {@value #MOST_COPIES}
   * @param lost 0 to 0.5
   * @param heldOut above 0, to 0.5
   * @throws IllegalArgumentException if a setting is missing or out of range, naming it
   */
  public RejectionSettings {
    if (detector == null) {
      throw new IllegalArgumentException("the rejection needs a detector, such as mlp:hidden=128");
    }
    ComponentSpec.parse(detector);
    SettingRange.require("the detector's copies", copies, 0, MOST_COPIES);
    if (!(nonDigits > 0 && nonDigits <= MOST_COPIES)) {
      throw new IllegalArgumentException(
          "nonDigits must be above 0, to %d, not %s".formatted(MOST_COPIES, nonDigits));
    }
    if (!(lost >= 0 && lost <= MOST_LOST)) {
      throw new IllegalArgumentException(
          "lost must be in 0..%s, not %s".formatted(MOST_LOST, lost));
    }
    if (!(heldOut > 0 && heldOut <= MOST_LOST)) {
      throw new IllegalArgumentException(
          "heldOut must be above 0, to %s, not %s".formatted(MOST_LOST, heldOut));
    }
  }

  /**
   * A small network, chosen on a validation split of MNIST's training set, see docs/benchmarks.md.
   *
   * @return the default settings
   */
  public static RejectionSettings defaults() {
    return new RejectionSettings("mlp:hidden=128", 2, 1.5, 0.005, 0.1);
  }

  /**
   * The same settings with another detector.
   *
   * @param spec name of a classifier with its settings
   * @return a changed copy
   * @throws IllegalArgumentException if it cannot be read
   */
  public RejectionSettings withDetector(String spec) {
    return new RejectionSettings(spec, copies, nonDigits, lost, heldOut);
  }

  /**
   * The same settings with another share of digits that may be rejected.
   *
   * @param share 0 to 0.5; less is better for digits that look like none of the calibration's, and
   *     worse at what is no digit
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public RejectionSettings withLost(double share) {
    return new RejectionSettings(detector, copies, nonDigits, share, heldOut);
  }
}
