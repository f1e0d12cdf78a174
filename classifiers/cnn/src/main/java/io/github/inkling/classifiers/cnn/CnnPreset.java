package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.training.RateSchedule;
import java.util.Locale;

/** Networks that have proved themselves, each with the settings it learns by. */
public enum CnnPreset {
  /**
   * LeNet-5 (LeCun, Bottou, Bengio and Haffner, "Gradient-Based Learning Applied to Document
   * Recognition", 1998, section II.B) with what came after it: rectified units, the largest of each
   * 2 x 2, and softmax.
   */
  LENET("conv6x5 pool conv16x5valid pool dense120 dense84", false),
  /** Three pairs of convolutions of 3 x 3, normalised. */
  SMALL("conv16x3 conv16x3 pool conv32x3 conv32x3 pool conv64x3 conv64x3", true),
  /**
   * Five convolutions of 5 x 5 without pooling or padding, normalised (An, Lee, Park, Yang and So,
   * "An Ensemble of Simple Convolutional Neural Network Models for MNIST Digit Recognition", 2020,
   * model M5).
   */
  ACCURATE("conv32x5valid conv64x5valid conv96x5valid conv128x5valid conv160x5valid", true);

  private final String layers;
  private final boolean isNormalized;

  CnnPreset(String layers, boolean isNormalized) {
    this.layers = layers;
    this.isNormalized = isNormalized;
  }

  Architecture architecture(int classes) {
    return Architecture.of(layers, classes);
  }

  /** Whether the layers' outputs are normalised while they learn. */
  boolean isNormalized() {
    return isNormalized;
  }

  /** What it learns by unless told otherwise. */
  CnnSettings defaults() {
    return switch (this) {
      case LENET ->
          new CnnSettings(
              this, 30, 128, 0.05, RateSchedule.CYCLE, 0.9, 5e-4, 0, 0.998, 0.05, 0, true, 1);
      case SMALL ->
          new CnnSettings(
              this, 25, 128, 0.1, RateSchedule.CYCLE, 0.9, 5e-4, 0, 0.998, 0.05, 0, true, 1);
      case ACCURATE ->
          new CnnSettings(
              this, 30, 128, 0.1, RateSchedule.CYCLE, 0.9, 5e-4, 0, 0.998, 0.05, 0, true, 5);
    };
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
