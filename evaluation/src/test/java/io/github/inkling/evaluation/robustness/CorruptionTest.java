package io.github.inkling.evaluation.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.GrayImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each corruption does, measured on pictures. */
class CorruptionTest {
  private final Corrupter corrupter = new Corrupter(1);

  @ParameterizedTest
  @CsvSource({
    "NOISE, 0.1, 0.2, 0.3, 0.4, 0.5",
    "BLUR, 0.6, 1, 1.4, 1.8, 2.2",
    "ROTATION, 9, 18, 27, 36, 45",
    "SCALE, 0.12, 0.24, 0.36, 0.48, 0.6",
    "SHEAR, 0.2, 0.4, 0.6, 0.8, 1",
    "THICKNESS, 0.18, 0.36, 0.54, 0.72, 0.9",
    "CONTRAST, 0.5, 0.7, 0.82, 0.89, 0.93",
    "OCCLUSION, 3, 4.5, 6, 7.5, 9",
    "SPATTER, 2, 5, 9, 14, 20"
  })
  void amountsAreAsDocumented(
      Corruption corruption, double one, double two, double three, double four, double five) {
    double[] amounts = {one, two, three, four, five};
    for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
      assertThat(corruption.amount(strength)).isCloseTo(amounts[strength - 1], offset(1e-12));
    }
  }

  @Test
  void namesAreForPeople() {
    assertThat(Corruption.values())
        .extracting(Corruption::toString)
        .containsExactly(
            "noise",
            "blur",
            "rotation",
            "scale",
            "shear",
            "thickness",
            "contrast",
            "occlusion",
            "spatter");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void noiseHasItsDeviation(int strength) {
    // Ink of 1 pixel, 127 above the paper; levels are cut off two deviations away, or farther.
    GrayImage paper = Strokes.blank(300, 300, 128);
    byte[] pixels = paper.pixels();
    pixels[45_150] = (byte) 255;
    GrayImage noisy =
        corrupter.corrupt(GrayImage.of(300, 300, pixels), 0, Corruption.NOISE, strength);

    double squares = Math.pow(Strokes.distance(paper, noisy), 2);
    double deviation = 0.1 * strength * 127;
    assertThat(Math.sqrt(squares)).isCloseTo(deviation, within(deviation * 0.05));
    assertThat(Strokes.ink(noisy) / 90_000 * 255).isCloseTo(128, within(1.0));
  }

  @ParameterizedTest
  @CsvSource({"28, 1", "28, 3", "28, 5", "84, 1", "84, 5"})
  void blurSpreadsAPointByItsDeviation(int size, int strength) {
    // Of 3 x 3 units, so that what rounds to nothing is little.
    GrayImage square = square(size);
    GrayImage blurred = corrupter.corrupt(square, 0, Corruption.BLUR, strength);

    double sigma = (0.2 + 0.4 * strength) * size / 28;
    Moments before = Moments.of(square);
    Moments after = Moments.of(blurred);
    assertThat(after.ink()).isCloseTo(before.ink(), within(before.ink() * 0.02));
    assertThat(after.xx() - before.xx()).isCloseTo(sigma * sigma, within(sigma * sigma * 0.1));
    assertThat(after.yy() - before.yy()).isCloseTo(sigma * sigma, within(sigma * sigma * 0.1));
  }

  @Test
  void rotationTurnsByItsAngleToOneSidePerDigit() {
    GrayImage bar = Strokes.draw(56, 1, 5, 14, 23, 14);
    Set<Double> sides = new HashSet<>();
    for (int number = 0; number < 20; number++) {
      double side = Math.signum(angle(bar, number, 1));
      for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
        assertThat(angle(bar, number, strength)).isCloseTo(side * 9 * strength, within(0.5));
      }
      sides.add(side);
    }
    assertThat(sides).hasSize(2);
  }

  @Test
  void shearSlantsByItsTangentToOneSidePerDigit() {
    GrayImage bar = Strokes.draw(56, 1, 14, 7, 14, 21);
    Set<Double> sides = new HashSet<>();
    for (int number = 0; number < 20; number++) {
      double side = Math.signum(slant(bar, number, 1));
      for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
        assertThat(slant(bar, number, strength)).isCloseTo(side * 0.2 * strength, within(0.02));
      }
      sides.add(side);
    }
    assertThat(sides).hasSize(2);
  }

  @Test
  void scaleShrinksOrGrowsByItsShare() {
    double before = Moments.of(Strokes.four()).yy();
    Set<Boolean> sides = new HashSet<>();
    for (int number = 0; number < 20; number++) {
      boolean grows = height(number, 1) > before;
      for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
        double factor = grows ? 1 + 0.06 * strength : 1 - 0.12 * strength;
        assertThat(Math.sqrt(height(number, strength) / before)).isCloseTo(factor, within(0.03));
      }
      sides.add(grows);
    }
    assertThat(sides).hasSize(2);
  }

  @Test
  void whatFillsThePictureDoesNotGrow() {
    GrayImage large = Strokes.draw(28, 1.5, 3, 3, 25, 25);
    for (int number = 0; number < 20; number++) {
      GrayImage scaled = corrupter.corrupt(large, number, Corruption.SCALE, 1);
      assertThat(Moments.of(scaled).yy()).isLessThan(Moments.of(large).yy());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ROTATION", "SCALE", "SHEAR"})
  void noInkIsCutOff(Corruption corruption) {
    // In a corner, and from edge to edge.
    for (GrayImage image :
        new GrayImage[] {
          Strokes.draw(28, 1.3, 2, 2, 2, 16, 12, 16, 12, 2),
          Strokes.draw(28, 1.3, 2, 2, 26, 26, 2, 26, 26, 2)
        }) {
      double corners = Strokes.ink(image);
      for (int number = 0; number < 10; number++) {
        for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
          GrayImage warped = corrupter.corrupt(image, number, corruption, strength);
          double spread = Moments.of(warped).area() / Moments.of(image).area();
          assertThat(Strokes.ink(warped) / corners).isCloseTo(spread, within(0.06 * spread));
        }
      }
    }
  }

  @Test
  void contrastIsLostByItsShare() {
    GrayImage four = Strokes.four();
    double[] kept = {0.5, 0.3, 0.18, 0.11, 0.07};
    for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
      GrayImage faded = corrupter.corrupt(four, 0, Corruption.CONTRAST, strength);
      for (int i = 0; i < 784; i++) {
        int row = i / 28;
        assertThat((double) faded.at(i % 28, row))
            .isCloseTo(kept[strength - 1] * four.at(i % 28, row), within(0.5001));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 56})
  void aPatchHidesItsSquareOfPaperOrOfHalfTheInk(int size) {
    // A spot larger than the patch, of whose pixels none are 128.
    GrayImage image = Strokes.draw(size, 8, 14, 14, 14.1, 14);
    Set<Boolean> kinds = new HashSet<>();
    for (int number = 0; number < 20; number++) {
      for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
        GrayImage occluded = corrupter.corrupt(image, number, Corruption.OCCLUSION, strength);
        int changed = 0;
        int grey = 0;
        for (int i = 0; i < size * size; i++) {
          int row = i / size;
          changed += occluded.at(i % size, row) == image.at(i % size, row) ? 0 : 1;
          grey += occluded.at(i % size, row) == 128 ? 1 : 0;
        }
        double side = (1.5 + 1.5 * strength) * size / 28;
        // The middle may be at the rim of the spot.
        assertThat((double) changed).isBetween(side * side / 4, Math.pow(side + 2, 2));
        kinds.add(grey > changed / 4);
      }
    }
    assertThat(Strokes.levels(image)).doesNotContain(128);
    assertThat(kinds).hasSize(2);
  }

  @Test
  void dropsAreOfInkAndMoreOfTheSame() {
    GrayImage blank = Strokes.blank(280, 280, 0);
    for (int number = 0; number < 20; number++) {
      double before = 0;
      for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
        GrayImage spattered = corrupter.corrupt(blank, number, Corruption.SPATTER, strength);
        double drops = Corruption.SPATTER.amount(strength);
        // Radii of 4 to 16 pixels.
        assertThat(Strokes.ink(spattered))
            .isGreaterThan(before)
            .isLessThan(drops * Math.PI * 16 * 16 + 1);
        before = Strokes.ink(spattered);
      }
      assertThat(before).isGreaterThan(20 * Math.PI * 4 * 4 / 2);
    }
  }

  @Test
  void smallDropsAreMoreOften() {
    GrayImage blank = Strokes.blank(280, 280, 0);
    double sum = 0;
    for (int number = 0; number < 500; number++) {
      sum += Strokes.ink(corrupter.corrupt(blank, number, Corruption.SPATTER, 1));
    }

    // The mean of pi r^2 for r = 4 + 12 u^2, of which little is lost at edges and where two meet.
    double area = Math.PI * (16 + 96 / 3.0 + 144 / 5.0);
    assertThat(sum / 500 / 2).isBetween(0.88 * area, 1.02 * area);
  }

  private double angle(GrayImage bar, int number, int strength) {
    GrayImage turned = corrupter.corrupt(bar, number, Corruption.ROTATION, strength);
    Moments moments = Moments.of(turned);
    return Math.toDegrees(Math.atan2(2 * moments.xy(), moments.xx() - moments.yy()) / 2);
  }

  private double slant(GrayImage bar, int number, int strength) {
    Moments moments = Moments.of(corrupter.corrupt(bar, number, Corruption.SHEAR, strength));
    return moments.xy() / moments.yy();
  }

  private double height(int number, int strength) {
    return Moments.of(corrupter.corrupt(Strokes.four(), number, Corruption.SCALE, strength)).yy();
  }

  private static GrayImage square(int size) {
    byte[] pixels = new byte[size * size];
    int unit = size / 28;
    for (int y = 13 * unit; y < 16 * unit; y++) {
      for (int x = 13 * unit; x < 16 * unit; x++) {
        pixels[y * size + x] = (byte) 255;
      }
    }
    return GrayImage.of(size, size, pixels);
  }

  /** The ink, and its central second moments. */
  private record Moments(double ink, double xx, double xy, double yy) {
    static Moments of(GrayImage image) {
      double ink = 0;
      double x = 0;
      double y = 0;
      double xx = 0;
      double xy = 0;
      double yy = 0;
      for (int v = 0; v < image.height(); v++) {
        for (int u = 0; u < image.width(); u++) {
          double level = image.at(u, v) / 255.0;
          ink += level;
          x += level * u;
          y += level * v;
          xx += level * u * u;
          xy += level * u * v;
          yy += level * v * v;
        }
      }
      double meanX = x / ink;
      double meanY = y / ink;
      return new Moments(
          ink, xx / ink - meanX * meanX, xy / ink - meanX * meanY, yy / ink - meanY * meanY);
    }

    /** Grows under a linear map as areas do, whatever the map. */
    double area() {
      return Math.sqrt(xx * yy - xy * xy);
    }
  }
}
