package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.opencv.NativeScope;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Digits one below the other in one picture, so that a single call into OpenCV serves them all. A
 * margin of paper surrounds each digit: a 3 x 3 neighbourhood, and the hysteresis of Canny's
 * detector, never reach from one digit to the next.
 */
final class DigitSheet {
  /** Paper on every side of a digit, in pixels. */
  private static final int MARGIN = 2;

  /** Width and height that a digit takes with its margins, in pixels. */
  static final int TILE = DigitImage.SIZE + 2 * MARGIN;

  private DigitSheet() {}

  static Mat of(List<DigitImage> digits, NativeScope scope) {
    byte[] pixels = new byte[digits.size() * TILE * TILE];
    byte[] digit = new byte[DigitImage.PIXELS];
    for (int i = 0; i < digits.size(); i++) {
      digits.get(i).copyTo(digit, 0);
      for (int y = 0; y < DigitImage.SIZE; y++) {
        System.arraycopy(digit, y * DigitImage.SIZE, pixels, offset(i, 0, y), DigitImage.SIZE);
      }
    }
    Mat sheet = scope.own(new Mat(digits.size() * TILE, TILE, CvType.CV_8UC1), Mat::release);
    sheet.put(0, 0, pixels);
    return sheet;
  }

  /** The row of the sheet in which a digit begins. */
  private static int top(int digit) {
    return digit * TILE + MARGIN;
  }

  /** The index of a digit's pixel in the sheet's pixels. */
  static int offset(int digit, int x, int y) {
    return (top(digit) + y) * TILE + MARGIN + x;
  }
}
