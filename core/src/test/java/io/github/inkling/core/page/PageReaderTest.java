package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.image.ReducedImage;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.page.PageDistortion.Strength;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
  private static final DigitRecognizer RECOGNIZER = BarsAndRings.recognizer();
  private static final ColorImage PICTURE =
      BarsAndRings.generator().page(PageDistortion.NONE, Strength.MEDIUM, 0).picture();

  @Test
  void aRecognizerThatIsWaitedForReadsTheSame() {
    AtomicInteger asked = new AtomicInteger();
    PageReader waiting =
        PageReader.waitingFor(
            () -> {
              asked.incrementAndGet();
              return RECOGNIZER;
            },
            PageSettings.defaults());
    assertThat(asked).as("before a page").hasValue(0);

    Page page = waiting.read(PICTURE);

    assertThat(page.dropped()).as("what was seen").isNotEmpty();
    assertThat(page).isEqualTo(new PageReader(RECOGNIZER, PageSettings.defaults()).read(PICTURE));
    assertThat(asked).hasValue(1);
  }

  @Test
  void aDigitsInkIsTheDigitItselfOnWhitePaper() {
    Page page = readAlways(0.99, new AtomicInteger());

    List<PageDigit> digits = page.lines().stream().flatMap(line -> line.digits().stream()).toList();
    assertThat(digits).isNotEmpty();
    for (PageDigit digit : digits) {
      GrayImage ink = digit.ink();
      // A margin of an eighth and two pixels on each side.
      double width = (ink.width() - 4) / 1.25;
      double height = (ink.height() - 4) / 1.25;
      assertThat(Math.max(width, height)).isLessThanOrEqualTo(129);
      assertThat(ink.at(0, 0)).isEqualTo(255);
      assertThat(darkest(ink)).isZero();
    }
  }

  private static int darkest(GrayImage picture) {
    int least = 255;
    for (byte pixel : picture.pixels()) {
      least = Math.min(least, pixel & 0xff);
    }
    return least;
  }

  @Test
  void boxesOfAReducedPictureAreThoseOfTheWhole() {
    PageReader reader = new PageReader(RECOGNIZER, PageSettings.defaults());
    Page small = reader.read(PICTURE);
    int width = 3 * PICTURE.width() - 1;
    int height = 3 * PICTURE.height() - 2;

    Page page = reader.read(new ReducedImage(PICTURE, width, height));

    assertThat(page.width()).isEqualTo(width);
    assertThat(page.height()).isEqualTo(height);
    assertThat(page.dropped()).hasSameSizeAs(small.dropped()).isNotEmpty();
    for (int i = 0; i < page.dropped().size(); i++) {
      Box box = page.dropped().get(i).box();
      Box smaller = small.dropped().get(i).box();
      assertThat(box.x()).isCloseTo(3 * smaller.x(), within(4));
      assertThat(box.y()).isCloseTo(3 * smaller.y(), within(4));
      assertThat(box.width()).isCloseTo(3 * smaller.width(), within(6));
      assertThat(box.height()).isCloseTo(3 * smaller.height(), within(6));
    }
  }

  @Test
  void aPageThatIsReadForSureIsNotTurnedAndReadAgain() {
    AtomicInteger sure = new AtomicInteger();
    AtomicInteger doubtful = new AtomicInteger();

    assertThat(readAlways(0.99, sure).text()).contains("8");
    assertThat(readAlways(0.9, doubtful).text()).contains("8");

    assertThat(sure.get()).as("batches of one way up").isLessThan(doubtful.get() / 2);
  }

  /** Reads with a recognizer that takes everything for an eight, whichever way it is held. */
  private static Page readAlways(double probability, AtomicInteger batches) {
    double[] probabilities = new double[Prediction.CLASSES];
    probabilities[8] = probability;
    probabilities[3] = 1 - probability;
    Classifier eights =
        new Classifier() {
          @Override
          public String name() {
            return "eights";
          }

          @Override
          public int features() {
            return RECOGNIZER.classifier().features();
          }

          @Override
          public List<Prediction> predict(FeatureMatrix digits) {
            batches.incrementAndGet();
            return Collections.nCopies(digits.rows(), Prediction.of(probabilities));
          }

          @Override
          public ModelState state() {
            throw new UnsupportedOperationException();
          }
        };
    DigitRecognizer recognizer =
        new DigitRecognizer(RECOGNIZER.preparation(), eights, RECOGNIZER.provenance());
    return new PageReader(recognizer, PageSettings.defaults()).read(PICTURE);
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "1000, 1", "2, 50000", "1, 1"})
  void aStripHasNoDigits(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) 200);
    PageReader reader = new PageReader(RECOGNIZER, PageSettings.defaults());

    Page page = reader.read(ColorImage.of(width, height, rgb));

    assertThat(page.lines()).isEmpty();
    assertThat(page.width()).isEqualTo(width);
    assertThat(page.height()).isEqualTo(height);
  }

  @Test
  void nothingIsNoRecognizerAndNoSettings() {
    assertThatThrownBy(() -> new PageReader(null, PageSettings.defaults()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("recognizer");
    assertThatThrownBy(() -> new PageReader(RECOGNIZER, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("settings");
  }

  @Test
  void aRecognizerThatDoesNotComeIsTold() {
    PageReader waiting =
        PageReader.waitingFor(
            () -> {
              throw new IllegalStateException("no model");
            },
            PageSettings.defaults());

    assertThatThrownBy(() -> waiting.read(PICTURE)).hasMessage("no model");
  }
}
