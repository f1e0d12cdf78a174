package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePictureTest {
  private static final Box BOX = new Box(100, 80, 40, 60);

  @ParameterizedTest
  @CsvSource({
    "1, SURE",
    "0.99, SURE",
    "0.98, LIKELY",
    "0.9, LIKELY",
    "0.89, DOUBTFUL",
    "0.6, DOUBTFUL",
    "0.59, GUESSED",
    "0.3, GUESSED"
  })
  void certaintyIsToldInSteps(double confidence, Certainty expected) {
    assertThat(Certainty.of(digit(BOX, prediction(confidence)))).isEqualTo(expected);
  }

  @Test
  void whatIsRejectedIsNoGuess() {
    PageDigit digit = digit(BOX, prediction(0.5).reject(Rejection.AMBIGUOUS));

    assertThat(Certainty.of(digit)).isEqualTo(Certainty.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 255})
  void aBoxIsDrawnInItsColourOnPaperAndOnTheTable(int level) {
    for (double confidence : new double[] {0.99, 0.5}) {
      PageDigit digit = digit(BOX, prediction(confidence));
      BufferedImage drawn =
          PagePicture.annotate(plain(300, 200, level), page(300, 200, digit, List.of()));

      Color color = Certainty.of(digit).color();
      assertThat(count(drawn, BOX.x() - 6, BOX.y() - 6, 52, 72, color)).isGreaterThan(100);
      assertThat(count(drawn, BOX.x() + 5, BOX.y() + 5, 30, 50, new Color(level, level, level)))
          .as("nothing is drawn over the digit itself")
          .isEqualTo(30 * 50);
      assertThat(count(drawn, BOX.x() - 10, BOX.y() - 40, 60, 32, color))
          .as("the label above")
          .isGreaterThan(10);
    }
  }

  @Test
  void aDigitAtTheUpperEdgeHasItsLabelBelow() {
    Box box = new Box(100, 1, 40, 60);
    PageDigit digit = digit(box, prediction(0.99));

    BufferedImage drawn =
        PagePicture.annotate(plain(300, 200, 255), page(300, 200, digit, List.of()));

    assertThat(count(drawn, 95, 66, 50, 34, Certainty.SURE.color())).isGreaterThan(10);
  }

  @Test
  void theLegendStandsBelowThePictureHoweverNarrowThatIs() {
    for (int width : new int[] {1, 60, 300, 4000}) {
      Page empty = new Page(width, 200, 0, List.of(), List.of());
      BufferedImage drawn = PagePicture.annotate(plain(width, 200, 255), empty);

      assertThat(drawn.getWidth()).isEqualTo(width);
      assertThat(drawn.getHeight()).isGreaterThan(200);
      assertThat(count(drawn, 0, 0, width, 200, Color.WHITE)).isEqualTo(200 * width);
    }
  }

  @Test
  void theLegendTellsByWhatTheSheetWasTurned() {
    List<Integer> strips = new ArrayList<>();
    for (int rotation : new int[] {0, 90, 180}) {
      strips.add(Arrays.hashCode(legend(rotation)));
    }

    assertThat(strips).doesNotHaveDuplicates();
  }

  /** Its letters are ASCII, and those of a digit of another script would be refused. */
  @Test
  void theLegendIsTheSameInEveryLocale() {
    int[] legend = legend(180);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      assertThat(legend(180)).isEqualTo(legend);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static int[] legend(int rotation) {
    Page empty = new Page(300, 200, rotation, List.of(), List.of());
    BufferedImage picture = PagePicture.annotate(plain(300, 200, 255), empty);
    return picture.getRGB(0, 200, 300, picture.getHeight() - 200, /* rgbArray= */ null, 0, 300);
  }

  @Test
  void droppedThingsMayLieAtAndBeyondTheEdges() {
    List<Dropped> dropped =
        List.of(
            new Dropped(new Box(0, 0, 300, 200), Dropped.Reason.TOO_LARGE),
            new Dropped(new Box(-5, 150, 400, 3), Dropped.Reason.TOO_FAINT),
            new Dropped(new Box(299, 199, 1, 1), Dropped.Reason.SPECK));

    BufferedImage drawn =
        PagePicture.annotate(
            plain(300, 200, 255), page(300, 200, digit(BOX, prediction(0.9)), dropped));

    assertThat(count(drawn, 0, 0, 300, 200, Color.WHITE)).isLessThan(300 * 200 - 200);
  }

  @Test
  void smallDigitsAreShownEnlarged() {
    PageDigit digit = digit(new Box(40, 40, 8, 12), prediction(0.99));

    BufferedImage drawn =
        PagePicture.annotate(plain(200, 100, 255), page(200, 100, digit, List.of()));

    assertThat(drawn.getWidth()).isEqualTo(3 * 200);
    assertThat(count(drawn, 3 * 40 - 6, 3 * 40 - 30, 3 * 8 + 12, 26, Certainty.SURE.color()))
        .as("the label above")
        .isGreaterThan(10);
  }

  @Test
  void whatLiesTogetherIsExplainedOnce() {
    List<Dropped> letters =
        List.of(
            new Dropped(new Box(20, 120, 30, 40), Dropped.Reason.UNLIKE_ANY_DIGIT),
            new Dropped(new Box(55, 120, 30, 40), Dropped.Reason.UNLIKE_ANY_DIGIT));
    PageDigit digit = digit(new Box(240, 80, 40, 60), prediction(0.99));

    BufferedImage two = PagePicture.annotate(plain(300, 200, 0), page(300, 200, digit, letters));

    assertThat(count(two, 10, 100, 90, 16, Color.WHITE)).as("above").isGreaterThan(50);
    assertThat(count(two, 10, 165, 90, 30, Color.WHITE)).as("below").isZero();
  }

  @Test
  void anotherPicturesPageIsRefused() {
    Page page = new Page(300, 200, 0, List.of(), List.of());

    assertThatThrownBy(() -> PagePicture.annotate(plain(200, 300, 255), page))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the page is of a picture of 300 x 200, not of this one of 200 x 300");
  }

  private static Page page(int width, int height, PageDigit digit, List<Dropped> dropped) {
    return new Page(width, height, 0, List.of(new Line(List.of(digit))), dropped);
  }

  private static Prediction prediction(double confidence) {
    double[] probabilities = new double[Prediction.CLASSES];
    Arrays.fill(probabilities, (1 - confidence) / 9);
    probabilities[7] = confidence;
    return Prediction.of(probabilities);
  }

  private static ColorImage plain(int width, int height, int level) {
    byte[] pixels = new byte[3 * width * height];
    Arrays.fill(pixels, (byte) level);
    return ColorImage.of(width, height, pixels);
  }

  private static int count(
      BufferedImage image, int left, int top, int width, int height, Color color) {
    int count = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        count += near(new Color(image.getRGB(x, y)), color) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean near(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed())
            + Math.abs(one.getGreen() - other.getGreen())
            + Math.abs(one.getBlue() - other.getBlue())
        < 60;
  }

  private static PageDigit digit(Box box, Prediction prediction) {
    return new PageDigit(box, GrayImage.of(1, 1, new byte[1]), prediction);
  }
}
