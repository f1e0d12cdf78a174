package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.SampleDigits;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoningFeaturesTest {
  private static final DigitImage UPPER_LEFT =
      Drawing.byFormula((x, y) -> x < 14 && y < 14 ? 1 : 0);

  @Test
  void theDefaultIsInkInSevenBySevenSoftZones() {
    FeatureExtractor zoning = FeatureExtractors.of("zoning");

    assertThat(zoning.spec()).isEqualTo("zoning:7x7,directions=0,soft=true");
    assertThat(zoning.length()).isEqualTo(49);
    assertThat(FeatureExtractors.of("zoning:7x7").spec()).isEqualTo(zoning.spec());
    assertThat(FeatureExtractors.of("zoning:5x3,directions=4").length()).isEqualTo(15 * 5);
  }

  @Test
  void zonesFollowRowByRow() {
    assertThat(describe("zoning:2x2,soft=false", UPPER_LEFT)).containsExactly(1, 0, 0, 0);
    DigitImage lowerLeft = Drawing.byFormula((x, y) -> x < 14 && y >= 14 ? 1 : 0);
    assertThat(describe("zoning:2x2,soft=false", lowerLeft)).containsExactly(0, 0, 1, 0);
    assertThat(describe("zoning:1x2,soft=false", lowerLeft))
        .containsExactly(0, (float) Math.sqrt(0.5));
  }

  @Test
  void aZoneIsTheRootOfItsMeanInk() {
    // 7 x 7 pixels of one zone; 51 of 255 is a fifth of full ink.
    DigitImage fifth = Drawing.byFormula((x, y) -> x < 7 && y < 7 ? 0.2 : 0);

    assertThat(describe("zoning:4x4,soft=false", fifth)[0])
        .isCloseTo((float) Math.sqrt(0.2), within(1e-6f));
  }

  @Test
  void hardZonesShareThePixelsTheyCutThrough() {
    // Three columns are 9 1/3 pixels wide: the pixel of column 9 belongs to the first by a third.
    float[] zones = describe("zoning:3x1,soft=false", SampleDigits.pixel(9, 14));
    double area = 28 * 28 / 3.0;

    assertThat((double) zones[0]).isCloseTo(Math.sqrt(1 / 3.0 / area), within(1e-6));
    assertThat((double) zones[1]).isCloseTo(Math.sqrt(2 / 3.0 / area), within(1e-6));
    assertThat(zones[2]).isZero();
  }

  @Test
  void softZonesShareAPixelByItsDistanceFromTheirCentres() {
    // Centres of the two columns are at 7 and 21; the pixel's own is at 13.5, so 7.5 of 14 away
    // from the second.
    float[] zones = describe("zoning:2x1", SampleDigits.pixel(13, 14));
    double area = 28 * 28 / 2.0;

    assertThat((double) zones[0]).isCloseTo(Math.sqrt(7.5 / 14 / area), within(1e-6));
    assertThat((double) zones[1]).isCloseTo(Math.sqrt(6.5 / 14 / area), within(1e-6));
  }

  @Property(tries = 200)
  void noInkIsLostOrInvented(
      @ForAll @IntRange(min = 1, max = 28) int columns,
      @ForAll @IntRange(min = 1, max = 28) int rows,
      @ForAll boolean soft) {
    DigitImage ring = SampleDigits.some().get(SampleDigits.RING);
    ZoningSettings settings = new ZoningSettings(new GridSize(columns, rows), 0, soft);
    float[] zones = new ZoningFeatures(settings).extractAll(List.of(ring)).row(0);

    double ink = 0;
    for (float zone : zones) {
      ink += zone * zone * DigitImage.PIXELS / (columns * rows);
    }
    assertThat(ink).isCloseTo(totalInk(ring), within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "1, -1, 1", "2, 1, 0", "3, 1, 1"})
  void strokesVoteForTheirDirection(int direction, int stepX, int stepY) {
    // Upright, rising to the right, level, falling to the right.
    DigitImage stroke =
        Drawing.byFormula((x, y) -> 1.5 - Math.abs((x - 13.5) * stepY - (y - 13.5) * stepX) / 2);

    float[] centre = describe("zoning:3x3,directions=4", stroke);

    float[] votes = Arrays.copyOfRange(centre, 4 * 5 + 1, 4 * 5 + 5);
    for (int other = 0; other < 4; other++) {
      if (other != direction) {
        assertThat(votes[other]).isLessThan(votes[direction] / 2);
      }
    }
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertRefused("zoning:29x4", "a grid's columns must be in 1..28, not 29");
    assertRefused("zoning:4x0", "a grid's rows must be in 1..28, not 0");
    assertRefused("zoning:directions=1", "zoning's directions must be in 2..32, not 1");
    assertRefused(
        "zoning:four",
        "'zoning:four': 'four' is not valid;"
            + " expected columns x rows, each in 1..28, such as 4x4");
    assertRefused(
        "zoning:grid=4x4",
        "'zoning:grid=4x4': unknown setting 'grid'; zoning has directions, soft");
  }

  private static void assertRefused(String spec, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtractors.of(spec))
        .withMessage(message);
  }

  private static double totalInk(DigitImage digit) {
    double ink = 0;
    for (byte pixel : digit.pixels()) {
      ink += (pixel & 0xff) / 255.0;
    }
    return ink;
  }

  private static float[] describe(String spec, DigitImage digit) {
    return FeatureExtractors.of(spec).extractAll(List.of(digit)).row(0);
  }
}
