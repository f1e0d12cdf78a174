package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.training.DescentSettings;
import io.github.inkling.core.training.RateSchedule;
import java.util.Locale;

/** Networks that have proved themselves, each with the settings it learns by. */
public enum CnnPreset {
  /**
   * LeNet-5 (LeCun, Bottou, Bengio and Haffner, "Gradient-Based Learning Applied to Document
   * Recognition", 1998, section II.B) with what came after it: rectified units, the largest of each
   * 2 x 2, and softmax.
   */
  LENET("conv6x5 pool conv16x5valid pool dense120 dense84", false, 30, 0.05, 0, 1, 1),
  /** Three pairs of convolutions of 3 x 3, normalised. */
  SMALL("conv16x3 conv16x3 pool conv32x3 conv32x3 pool conv64x3 conv64x3", true, 25, 0.1, 0, 1, 1),
  /**
   * A convolution of 5 x 5, then twice three of 3 x 3 on a quarter of the pixels each time,
   * normalised; its targets are smoothed. Four columns of it.
   */
  ACCURATE(
      "conv32x5 pool conv64x3 conv64x3 conv64x3 pool conv128x3 conv128x3 conv128x3",
      true,
      25,
      0.1,
      0.1,
      5,
      4);

  private static final int BATCH = 128;
  private static final double MOMENTUM = 0.9;
  private static final double DECAY = 5e-4;
  private static final double HOLDOUT = 0.05;
  private static final double AVERAGING = 0.998;

  private final String layers;
  private final boolean batchnorm;
  private final int epochs;
  private final double rate;
  private final double smoothing;
  private final int views;
  private final int columns;

  CnnPreset(
      String layers,
      boolean batchnorm,
      int epochs,
      double rate,
      double smoothing,
      int views,
      int columns) {
    this.layers = layers;
    this.batchnorm = batchnorm;
    this.epochs = epochs;
    this.rate = rate;
    this.smoothing = smoothing;
    this.views = views;
    this.columns = columns;
  }

  /**
   * Its layers, and what it learns by unless told otherwise.
   *
   * @return all settings
   */
  public CnnSettings settings() {
    return new CnnSettings(
        layers,
        batchnorm,
        new DescentSettings(
            epochs,
            BATCH,
            rate,
            RateSchedule.CYCLE,
            MOMENTUM,
            DECAY,
            smoothing,
            HOLDOUT,
            /* patience= */ 0,
            /* augment= */ true),
        AVERAGING,
        views,
        columns);
  }

  /**
   * The name as settings have it.
   *
   * @return such as {@code lenet}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
