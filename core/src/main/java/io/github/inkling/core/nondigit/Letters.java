package io.github.inkling.core.nondigit;

import java.util.SplittableRandom;
import org.opencv.imgproc.Imgproc;

/**
 * Letters and signs in OpenCV's vector fonts (A. V. Hershey's), of which one of each family is
 * used: plain, with serifs, and script.
 */
final class Letters {
  /**
   * Letters that nobody takes for a digit. Left out are those that are one when written by hand: O,
   * o, D, Q (0), I, i, l, j (1), Z, z (2), S, s (5), B (8), b, G (6), g, q (9) and y (4).
   */
  static final String UNLIKE_DIGITS = "ACEFHJKLMNPRTUVWXYacdefhkmnprtuvwx";

  /** Signs that no upright stroke of a 1 can be mistaken for. */
  private static final String SIGNS = "#%&@?*+<>=~^$\"{}[]";

  private static final int[] FACES = {
    Imgproc.FONT_HERSHEY_PLAIN, Imgproc.FONT_HERSHEY_COMPLEX, Imgproc.FONT_HERSHEY_SCRIPT_SIMPLEX
  };

  private Letters() {}

  static void letters(Sheet sheet, SplittableRandom random) {
    int count = random.nextInt(5) < 4 ? 1 : 2 + random.nextInt(2);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(Draw.character(random, UNLIKE_DIGITS));
    }
    write(sheet, random, text.toString(), count == 1 ? 70 : 40);
  }

  static void sign(Sheet sheet, SplittableRandom random) {
    write(sheet, random, Draw.character(random, SIGNS), 60);
  }

  private static void write(Sheet sheet, SplittableRandom random, String text, double most) {
    int face = FACES[random.nextInt(FACES.length)];
    double height = Draw.between(random, 0.6 * most, most);
    double width = height * Draw.between(random, 0.03, 0.2);
    sheet.text(text, face, height, width);
  }
}
