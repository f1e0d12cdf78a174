package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;

/**
 * A changed copy of a digit, on the way to be made.
 *
 * @param digit the digit as it is by now
 * @param label what it is, 0 to 9
 * @param number the digit's number in its data set
 * @param copy the copy's number: copies of other numbers change in other ways
 */
public record DigitCopy(DigitImage digit, int label, int number, int copy) {
  DigitCopy with(DigitImage changed) {
    return new DigitCopy(changed, label, number, copy);
  }
}
