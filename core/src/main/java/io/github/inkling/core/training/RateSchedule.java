package io.github.inkling.core.training;

import io.github.inkling.core.model.ComponentSpec;
import java.util.Locale;

/** How the learning rate changes while a network is trained. */
public enum RateSchedule {
  /**
   * Along half a cosine to 0 (Loshchilov and Hutter, "SGDR", 2017, without restarts): long near the
   * start's, long near 0.
   */
  COSINE,
  /**
   * Up from a 25th along a line in the first fifth, then down to 0 along half a cosine (the
   * "1cycle" policy; Smith and Topin, "Super-Convergence", 2019): a network with normalised layers
   * takes a larger rate when it does not begin with it.
   */
  CYCLE,
  /** To a tenth after one half of the epochs, and to a hundredth after three quarters. */
  STEP,
  /** Not at all. */
  CONSTANT;

  /**
   * Share of the training in which a cycle's rate rises, and the share of the rate it begins at.
   */
  private static final double RISE = 0.2;

  private static final double FIRST = 0.04;

  /**
   * Reads the setting {@code schedule}.
   *
   * @param spec a trainer's name and settings
   * @param otherwise the schedule if the setting is not given
   * @return the schedule
   * @throws IllegalArgumentException if it is none of {@code cosine}, {@code cycle}, {@code step},
   *     {@code constant}
   */
  public static RateSchedule parse(ComponentSpec spec, RateSchedule otherwise) {
    String name =
        spec.option("schedule", otherwise.toString(), "cosine", "cycle", "step", "constant");
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * The share of the largest rate at a moment of the training.
   *
   * @param done how much of the training is over, 0 to 1
   * @return 0 to 1
   */
  public double factor(double done) {
    return switch (this) {
      case COSINE -> cosine(done);
      case CYCLE ->
          done < RISE ? FIRST + (1 - FIRST) * done / RISE : cosine((done - RISE) / (1 - RISE));
      case STEP -> done < 0.5 ? 1 : done < 0.75 ? 0.1 : 0.01;
      case CONSTANT -> 1;
    };
  }

  private static double cosine(double done) {
    return 0.5 * (1 + Math.cos(Math.PI * done));
  }

  /**
   * The name as settings have it.
   *
   * @return such as {@code cosine}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
