package io.github.inkling.core.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The number by which a network's outputs are divided so that its probabilities are as sure as its
 * answers are right (temperature scaling; Guo, Pleiss, Sun and Weinberger, "On Calibration of
 * Modern Neural Networks", ICML 2017, section 4.2). It changes no answer.
 *
 * @param value above 1 if the network was too sure of itself
 * @param loss mean cross-entropy of the digits that it was fitted to, in nats, once divided
 */
public record Temperature(double value, double loss) {
  /** Leaves the outputs as they are, where there is nothing to fit it to. */
  public static final Temperature UNCHANGED = new Temperature(1, Double.NaN);

  /** Largest change of the outputs' scale, either way, as a logarithm: 20-fold. */
  private static final double RANGE = 3;

  private static final double TOLERANCE = 1e-4;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /**
   * Divides by it what the last layer multiplies by, so that its outputs are divided.
   *
   * @param values weights or biases of the last layer
   * @return new values
   */
  public float[] divide(float... values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) (values[i] / value);
    }
    return result;
  }

  /**
   * What a training's report says of it.
   *
   * @return the loss and the temperature by name; empty where there was nothing to fit it to
   */
  public Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    if (Double.isFinite(loss)) {
      figures.put("held-out loss", NetworkTraining.number(loss));
      figures.put("temperature", NetworkTraining.number(value));
    }
    return figures;
  }

  /**
   * Fits to outputs for digits that the network has not learned from. The loss minimised is that of
   * all digits plus {@code (ln T)² / 2}: a few digits that happen to be all right would otherwise
   * make the network infinitely sure.
   *
   * @param outputs one row of {@code classes} values per digit, at least one row
   * @param targets the place of each digit's class in its row
   * @param classes number of classes
   * @return 1 if no other is better
   */
  public static Temperature fit(float[] outputs, int[] targets, int classes) {
    double[] behindLargest = behindLargest(outputs, targets.length, classes);
    double low = -RANGE;
    double high = RANGE;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = penalized(behindLargest, targets, classes, left);
    double atRight = penalized(behindLargest, targets, classes, right);
    while (high - low > TOLERANCE) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = penalized(behindLargest, targets, classes, left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = penalized(behindLargest, targets, classes, right);
      }
    }
    double logScale = (low + high) / 2;
    double untouched = loss(behindLargest, targets, classes, 1);
    double scaled = loss(behindLargest, targets, classes, Math.exp(logScale));
    return scaled < untouched
        ? new Temperature(Math.exp(-logScale), scaled / targets.length)
        : new Temperature(1, untouched / targets.length);
  }

  private static double penalized(
      double[] behindLargest, int[] targets, int classes, double logScale) {
    return loss(behindLargest, targets, classes, Math.exp(logScale)) + logScale * logScale / 2;
  }

  private static double loss(double[] behindLargest, int[] targets, int classes, double scale) {
    double loss = 0;
    for (int i = 0; i < targets.length; i++) {
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp(scale * behindLargest[i * classes + c]);
      }
      loss += Math.log(sum) - scale * behindLargest[i * classes + targets[i]];
    }
    return loss;
  }

  /** Each output less the largest of its row, so that no exponential overflows. */
  private static double[] behindLargest(float[] outputs, int digits, int classes) {
    double[] result = new double[digits * classes];
    for (int row = 0; row < digits; row++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        largest = Math.max(largest, outputs[row * classes + c]);
      }
      for (int c = 0; c < classes; c++) {
        result[row * classes + c] = outputs[row * classes + c] - largest;
      }
    }
    return result;
  }
}
