package io.github.inkling.classifiers.smile;

/** How the learning rate falls while a network is trained. */
public enum RateSchedule {
  /**
   * Along half a cosine to 0 (Loshchilov and Hutter, "SGDR", 2017, without restarts): long near the
   * start's, long near 0.
   */
  COSINE,
  /** To a tenth after one half of the epochs, and to a hundredth after three quarters. */
  STEP,
  /** Not at all. */
  CONSTANT;

  /**
   * The share of the first rate that is left when {@code done} of the training, 0 to 1, is over.
   */
  double factor(double done) {
    return switch (this) {
      case COSINE -> 0.5 * (1 + Math.cos(Math.PI * done));
      case STEP -> done < 0.5 ? 1 : done < 0.75 ? 0.1 : 0.01;
      case CONSTANT -> 1;
    };
  }
}
