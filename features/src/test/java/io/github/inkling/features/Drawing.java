package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import java.util.function.ToDoubleBiFunction;

/** Digits for tests, drawn as text or by a formula. */
final class Drawing {
  private Drawing() {}

  /** Rows of text in the middle of the picture: {@code #} is ink, all else is paper. */
  static DigitImage of(String... lines) {
    int left = (DigitImage.SIZE - lines[0].length()) / 2;
    return at(left, (DigitImage.SIZE - lines.length) / 2, lines);
  }

  /** Rows of text from a place on. */
  static DigitImage at(int left, int top, String... lines) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int y = 0; y < lines.length; y++) {
      for (int x = 0; x < lines[y].length(); x++) {
        if (lines[y].charAt(x) == '#') {
          pixels[(top + y) * DigitImage.SIZE + left + x] = (byte) 255;
        }
      }
    }
    return DigitImage.of(pixels);
  }

  /** Ink in 0..1 by column and row. */
  static DigitImage byFormula(ToDoubleBiFunction<Integer, Integer> ink) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        double value = Math.max(0, Math.min(1, ink.applyAsDouble(x, y)));
        pixels[y * DigitImage.SIZE + x] = (byte) Math.round(255 * value);
      }
    }
    return DigitImage.of(pixels);
  }
}
