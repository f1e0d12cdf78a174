package io.github.inkling.core.nondigit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.GrayImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SheetTest {
  /** Of a black sheet, whatever is white in the picture is a hollow of rough paper, or a corner. */
  @Test
  void aPencilLeavesHollowsOnSomeSheets() {
    int rough = 0;
    try (Sheet sheet = new Sheet()) {
      for (int seed = 0; seed < 400; seed++) {
        sheet.clear();
        sheet.disc(Sheet.MIDDLE, Sheet.MIDDLE, Sheet.SIZE);
        GrayImage picture = sheet.finish(new SplittableRandom(seed), /* tilt= */ 0);
        rough += spread(picture) > 80 ? 1 : 0;
      }
    }
    assertThat(rough)
        .as("of 60 expected, smooth ones have noise of 6 levels at most")
        .isBetween(30, 80);
  }

  /** Difference of the lightest and the darkest pixel in the middle of a picture. */
  private static int spread(GrayImage picture) {
    int least = 255;
    int most = 0;
    for (int y = picture.height() / 4; y < 3 * picture.height() / 4; y++) {
      for (int x = picture.width() / 4; x < 3 * picture.width() / 4; x++) {
        least = Math.min(least, picture.at(x, y));
        most = Math.max(most, picture.at(x, y));
      }
    }
    return most - least;
  }
}
