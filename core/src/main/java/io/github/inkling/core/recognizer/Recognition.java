package io.github.inkling.core.recognizer;

import io.github.inkling.core.model.Prediction;
import java.util.List;

/**
 * The answers to a batch of pictures, and what they cost.
 *
 * @param predictions one per picture, in their order
 * @param featureSeconds seconds spent on preprocessing and features
 * @param predictSeconds seconds spent by the classifier alone
 */
public record Recognition(
    List<Prediction> predictions, double featureSeconds, double predictSeconds) {
  /**
   * Copies the list.
   *
   * @param predictions one per picture
   * @param featureSeconds seconds spent on preprocessing and features
   * @param predictSeconds seconds spent by the classifier alone
   */
  public Recognition {
    predictions = List.copyOf(predictions);
  }
}
