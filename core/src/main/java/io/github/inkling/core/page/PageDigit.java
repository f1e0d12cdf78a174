package io.github.inkling.core.page;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;

/**
 * A digit on a page.
 *
 * @param box where it stands, in pixels of the picture that was read
 * @param ink the digit by itself, black on white and upright, without its neighbours and the paper,
 *     as the recognizer is shown it; its ink is at most 128 pixels wide and high
 * @param prediction its label and probabilities; rejected as ambiguous if the recognizer would
 *     rather not say
 */
public record PageDigit(Box box, GrayImage ink, Prediction prediction) {
  /**
   * The digit as text.
   *
   * @return "0" to "9", or "?" if it was rejected
   */
  public String text() {
    return prediction.isDigit() ? Integer.toString(prediction.label()) : "?";
  }
}
