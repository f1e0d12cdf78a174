package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {
  private static final Normalizer NORMALIZER = new Normalizer(NormalizerSettings.defaults());
  private static final Normalizer WITHOUT_DESKEW =
      new Normalizer(NormalizerSettings.parse("deskew=false"));

  @ParameterizedTest
  @ValueSource(ints = {28, 60, 100, 300})
  void theDigitIsTheSameInBlackOnWhiteAndInWhiteOnBlack(int side) {
    GrayImage black = Drawing.four(side, side * 0.6);

    assertThat(NORMALIZER.normalize(Drawing.inverted(black)))
        .isEqualTo(NORMALIZER.normalize(black));
  }

  @Test
  void theDigitIsTheSameWhereverItLies() {
    DigitImage left = NORMALIZER.normalize(Drawing.ink(Drawing.four(), 90, 70, 10, 8, 40, 0));
    DigitImage right = NORMALIZER.normalize(Drawing.ink(Drawing.four(), 90, 70, 47, 25, 40, 0));

    assertThat(Drawing.difference(left, right)).isLessThan(0.1);
  }

  @ParameterizedTest
  @CsvSource({"50, 12", "100, 6", "200, 4", "400, 4", "1500, 4"})
  void theDigitIsAboutTheSameHoweverLargeItIs(int side, double tolerance) {
    DigitImage reference = NORMALIZER.normalize(Drawing.four(400, 300));

    DigitImage digit = NORMALIZER.normalize(Drawing.four(side, side * 0.5));

    assertThat(Drawing.difference(digit, reference)).isLessThan(tolerance);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.6, -0.3, 0.3, 0.6})
  void aSlantedDigitIsSetUpright(double shear) {
    GrayImage slanted = Drawing.ink(Drawing.four(), 240, 160, 80, 20, 120, shear);

    assertThat(Math.abs(Drawing.measure(WITHOUT_DESKEW.normalize(slanted)).slant()))
        .isGreaterThan(0.15);
    assertThat(Drawing.measure(NORMALIZER.normalize(slanted)).slant()).isCloseTo(0, within(0.03));
  }

  @Test
  void refittingLetsAnUprightDigitFillTheBoxAgain() {
    Path2D hook = new Path2D.Double();
    hook.moveTo(0.6, 0);
    hook.lineTo(0.6, 1);
    hook.lineTo(0, 1);
    GrayImage lying = Drawing.ink(hook, 320, 160, 160, 20, 100, -0.9);
    Normalizer refitting = new Normalizer(NormalizerSettings.parse("refit=true"));

    Ink kept = Drawing.measure(NORMALIZER.normalize(lying));
    Ink grown = Drawing.measure(refitting.normalize(lying));

    assertThat(kept.height()).isBetween(13, 17);
    assertThat(grown.height()).isBetween(19, 22);
  }

  @Test
  void theAspectRatioIsKept() {
    byte[] pixels = new byte[100 * 100];
    for (int y = 10; y < 90; y++) {
      Arrays.fill(pixels, y * 100 + 30, y * 100 + 50, (byte) 255);
    }

    Ink ink = Drawing.measure(NORMALIZER.normalize(GrayImage.of(100, 100, pixels)));

    // 20 x 80 becomes 5 x 20, of which soft edges may take half a pixel more on either side.
    assertThat(ink.width()).isBetween(5, 6);
    assertThat(ink.height()).isBetween(20, 21);
  }

  @Test
  void whatIsADigitAlreadyStaysNearlyTheSame() {
    DigitImage once = NORMALIZER.normalize(Drawing.four(120, 90));

    DigitImage twice = NORMALIZER.normalize(once.toGrayImage());

    assertThat(Drawing.difference(once, twice)).isLessThan(6);
    assertThat(Drawing.measure(twice).centerX())
        .isCloseTo(Drawing.measure(once).centerX(), within(0.1));
  }

  @Test
  void aDigitThatFitsAlreadyIsMovedAndNotResampled() {
    // An upright bar of 20 pixels from (10, 2); the arms on row 17 bring its centre of mass from
    // (10, 11.5) to (10, 12).
    byte[] pixels = new byte[DigitImage.PIXELS];
    byte[] moved = new byte[DigitImage.PIXELS];
    for (int y = 2; y < 22; y++) {
      for (int x = y == 17 ? 9 : 10; x <= (y == 17 ? 11 : 10); x++) {
        pixels[y * DigitImage.SIZE + x] = (byte) 255;
        moved[(y + 2) * DigitImage.SIZE + x + 4] = (byte) 255;
      }
    }

    DigitImage digit = NORMALIZER.normalize(GrayImage.of(28, 28, pixels));

    assertThat(digit).isEqualTo(DigitImage.of(moved));
  }

  @Test
  void aDigitThatFitsAlreadyIsMovedByWholePixels() {
    // Two bars of 20 pixels, of which the right one is thicker. Their centre of mass is at column
    // (10 + 12 + 13) / 3 = 11.67 without the pixel that is missing at the top, about 2.3 short of
    // 14, and at row 11.66, which is 2.34 short of 14.
    byte[] pixels = new byte[DigitImage.PIXELS];
    byte[] moved = new byte[DigitImage.PIXELS];
    for (int y = 2; y < 22; y++) {
      for (int x : new int[] {10, 12, 13}) {
        pixels[y * DigitImage.SIZE + x] = (byte) 255;
        moved[(y + 2) * DigitImage.SIZE + x + 2] = (byte) 255;
      }
    }
    pixels[2 * DigitImage.SIZE + 10] = 0;
    moved[4 * DigitImage.SIZE + 12] = 0;

    DigitImage digit = WITHOUT_DESKEW.normalize(GrayImage.of(28, 28, pixels));

    assertThat(digit).isEqualTo(DigitImage.of(moved));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0",
    "1, 1, 255",
    "1, 1, 77",
    "28, 28, 0",
    "28, 28, 255",
    "300, 200, 128",
    "1, 500, 255"
  })
  void aPictureWithoutInkIsBlank(int width, int height, int level) {
    assertThat(NORMALIZER.normalize(Drawing.uniform(width, height, level)).isBlank()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"28, 28", "100, 100", "700, 900"})
  void paperWithGrainAndNothingElseIsBlank(int width, int height) {
    GrayImage paper = Drawing.grainy(Drawing.uniform(width, height, 200), 8, 1);

    assertThat(NORMALIZER.normalize(paper).isBlank()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"28, 28, 20", "28, 28, 40", "28, 28, 90", "32, 20, 40", "39, 200, 40"})
  void noiseSoStrongThatNoStrokeStandsOutIsTooNoisy(int width, int height, double sigma) {
    GrayImage noise = Drawing.grainy(Drawing.uniform(width, height, 128), sigma, 1);

    NormalizerTrace trace = NORMALIZER.trace(noise);

    assertThat(trace.digit().isBlank()).isTrue();
    assertThat(trace.rejection()).contains(Rejection.TOO_NOISY);
  }

  @Test
  void paperAndFaintGrainAreBlankAndNotTooNoisy() {
    GrayImage paper = Drawing.uniform(60, 60, 200);

    assertThat(NORMALIZER.trace(paper).rejection()).contains(Rejection.BLANK);
    assertThat(NORMALIZER.trace(Drawing.grainy(paper, 3, 1)).rejection()).contains(Rejection.BLANK);
  }

  @Test
  void inkTooFaintToBeSeenInSmallIsBlank() {
    Normalizer faint = new Normalizer(NormalizerSettings.parse("contrast=false,speck=0"));
    GrayImage hairs =
        Drawing.map(
            Drawing.uniform(600, 600, 0), i -> i % 600 % 299 == 1 && i / 600 % 299 == 1 ? 20 : 0);

    NormalizerTrace trace = faint.trace(hairs);

    assertThat(trace.digit().isBlank()).isTrue();
    assertThat(trace.rejection()).contains(Rejection.BLANK);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 500",
    "500, 1",
    "20, 3000",
    "3000, 20",
    "41, 5000",
    "5000, 41",
    "3, 700",
    "1, 40000",
    "1, 200000",
    "200000, 1",
    "1, 5000000",
    "5000000, 1"
  })
  void extremeShapesKeepTheirInk(int width, int height) {
    GrayImage image =
        Drawing.map(
            Drawing.uniform(width, height, 255),
            i -> {
              boolean middleRow = Math.abs(i / width - height / 2) <= height / 8;
              boolean middleColumn = Math.abs(i % width - width / 2) <= width / 8;
              return middleRow && middleColumn ? 0 : 255;
            });

    DigitImage digit = NORMALIZER.normalize(image);

    assertThat(digit.isBlank()).isFalse();
    assertThat(Drawing.measure(digit).centerX()).isCloseTo(14, within(0.5));
    assertThat(Drawing.measure(digit).centerY()).isCloseTo(14, within(0.5));
  }

  @Test
  void aStrokeOnAStripLongerThanOpenCvWarpsIsFound() {
    GrayImage strip =
        Drawing.map(
            Drawing.uniform(50_000, 8, 255),
            i -> i % 50_000 >= 40_000 && i % 50_000 < 40_003 ? 0 : 255);
    GrayImage cut =
        Drawing.map(Drawing.uniform(13, 8, 255), i -> i % 13 >= 5 && i % 13 < 8 ? 0 : 255);

    assertThat(NORMALIZER.normalize(strip)).isEqualTo(NORMALIZER.normalize(cut));
  }

  @Test
  void unevenLightMakesLittleDifference() {
    GrayImage even = Drawing.four(600, 250);

    DigitImage digit = NORMALIZER.normalize(Drawing.grainy(Drawing.unevenlyLit(even), 5, 2));

    assertThat(Drawing.difference(digit, NORMALIZER.normalize(even))).isLessThan(8);
  }

  @Test
  void aShadowAcrossThePaperIsNotInk() {
    GrayImage even = Drawing.four(600, 250);
    byte[] pixels = even.pixels();
    GrayImage shaded =
        Drawing.map(
            even,
            i -> {
              boolean inShadow = i / 600 * 10 + i % 600 * 3 > 4200;
              return (pixels[i] & 0xff) * (inShadow ? 5 : 9) / 10;
            });

    DigitImage digit = NORMALIZER.normalize(shaded);

    assertThat(Drawing.difference(digit, NORMALIZER.normalize(even))).isLessThan(8);
  }

  @Test
  void theEdgeOfATableIsNotInk() {
    GrayImage even = Drawing.four(500, 200);
    byte[] pixels = even.pixels();
    GrayImage onTable = Drawing.map(even, i -> i % 500 < 60 ? 30 : pixels[i] & 0xff);

    DigitImage digit = NORMALIZER.normalize(onTable);

    assertThat(Drawing.difference(digit, NORMALIZER.normalize(even))).isLessThan(4);
  }

  @Test
  void aSpeckFarSmallerThanTheDigitIsDropped() {
    GrayImage clean = Drawing.four(100, 60);
    byte[] pixels = clean.pixels();
    GrayImage dirty =
        Drawing.map(clean, i -> i % 100 < 5 && i / 100 < 5 && i > 200 ? 0 : pixels[i] & 0xff);

    assertThat(NORMALIZER.normalize(dirty)).isEqualTo(NORMALIZER.normalize(clean));
    assertThat(new Normalizer(NormalizerSettings.parse("speck=0")).normalize(dirty))
        .isNotEqualTo(NORMALIZER.normalize(clean));
  }

  @ParameterizedTest
  @CsvSource({"none, 0, 20", "gaussian, 0, 25", "median, 0.06, 0", "opening, 0.03, 0"})
  void noiseMakesLittleDifferenceToItsDenoiser(String denoiser, double share, double sigma) {
    Normalizer normalizer = new Normalizer(NormalizerSettings.parse("denoise=" + denoiser));
    GrayImage clean = Drawing.four(160, 120);
    GrayImage noisy = Drawing.grainy(Drawing.peppered(clean, share, 3), sigma, 4);

    assertThat(Drawing.difference(normalizer.normalize(noisy), normalizer.normalize(clean)))
        .isLessThan(6);
  }

  @Test
  void faintInkIsStretchedToWhiteUnlessContrastIsOff() {
    byte[] pixels = Drawing.four(60, 40).pixels();
    GrayImage faint = Drawing.map(Drawing.uniform(60, 60, 0), i -> 180 + (pixels[i] & 0xff) / 5);

    assertThat(brightest(NORMALIZER.normalize(faint))).isEqualTo(255);
    assertThat(
            brightest(new Normalizer(NormalizerSettings.parse("contrast=false")).normalize(faint)))
        .isBetween(40, 51);
  }

  @Test
  void oneByOneOrAllAtOnceTheDigitsAreTheSame() {
    List<GrayImage> images = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      int side = i % 50 == 0 ? 300 : 28 + i % 7;
      images.add(Drawing.grainy(Drawing.four(side, side * 0.6), 5, i));
    }
    List<Long> heard = new ArrayList<>();

    NormalizedDigits atOnce =
        NORMALIZER.normalizeAll(images, (stage, done, total) -> heard.add(done));

    assertThat(atOnce.digits()).isEqualTo(images.stream().map(NORMALIZER::normalize).toList());
    assertThat(atOnce.rejections()).isEmpty();
    assertThat(atOnce).isEqualTo(NORMALIZER.normalizeAll(images, ProgressListener.NONE));
    assertThat(heard).isSorted().startsWith(0L).endsWith(700L);
  }

  @Test
  void noPicturesAreNoDigits() {
    assertThat(NORMALIZER.normalizeAll(List.of(), ProgressListener.NONE).digits()).isEmpty();
  }

  @Test
  void ofManyPicturesEveryBlankOneHasItsOwnReason() {
    GrayImage digit = Drawing.four(28, 17);
    GrayImage paper = Drawing.uniform(28, 28, 128);
    GrayImage noise = Drawing.grainy(paper, 40, 1);

    NormalizedDigits digits =
        NORMALIZER.normalizeAll(
            List.of(digit, noise, digit, paper, noise, digit), ProgressListener.NONE);

    assertThat(digits.rejections())
        .isEqualTo(Map.of(1, Rejection.TOO_NOISY, 3, Rejection.BLANK, 4, Rejection.TOO_NOISY));
    assertThat(digits.digits())
        .extracting(DigitImage::isBlank)
        .containsExactly(false, true, false, true, true, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 100, 900})
  void theTraceEndsWithTheDigit(int side) {
    GrayImage image = Drawing.unevenlyLit(Drawing.four(side, side * 0.4));

    NormalizerTrace trace = NORMALIZER.trace(image);

    assertThat(trace.stages())
        .extracting(NormalizerTrace.Stage::name)
        .containsExactly(
            "grey",
            "polarity",
            "even light",
            "denoised",
            "contrast",
            "ink",
            "scaled",
            "deskewed",
            "centred");
    assertThat(trace.digit()).isEqualTo(NORMALIZER.normalize(image));
    assertThat(trace.rejection()).isEmpty();
    assertThat(trace.stages().get(8).image()).isEqualTo(trace.digit().toGrayImage());
  }

  @Test
  void theTraceOfABlankPictureEndsBlack() {
    NormalizerTrace trace = NORMALIZER.trace(Drawing.uniform(40, 40, 90));

    assertThat(trace.stages())
        .extracting(NormalizerTrace.Stage::name)
        .containsExactly("grey", "centred");
    assertThat(trace.digit().isBlank()).isTrue();
  }

  private static int brightest(DigitImage digit) {
    int brightest = 0;
    for (byte pixel : digit.pixels()) {
      brightest = Math.max(brightest, pixel & 0xff);
    }
    return brightest;
  }
}
