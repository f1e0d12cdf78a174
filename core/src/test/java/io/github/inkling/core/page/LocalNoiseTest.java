package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalNoiseTest {
  private static final int SIDE = 640;
  private static final int PAPER = 200;
  private static final int INK = 120;
  private static final double NOISE = 3;

  @Test
  void theNoiseOfAShadowDoesNotStandOutOfThePage() {
    InkMap ink = page(4);
    double threshold = 4.5 * ink.noise();

    assertThat(above(ink, threshold)).isGreaterThan(SIDE * SIDE / 50);
    assertThat(above(quiet(ink, 4), threshold)).isLessThan(SIDE * SIDE / 1000);
  }

  @Test
  void aPageThatIsAlikeEverywhereStaysAsItIs() {
    InkMap ink = page(1);

    long changed = 0;
    InkMap quiet = quiet(ink, 1);
    for (int i = 0; i < SIDE * SIDE; i++) {
      changed += Math.abs(ink.levels()[i] - quiet.levels()[i]) > 4 ? 1 : 0;
    }

    assertThat(changed).isLessThan(SIDE * SIDE / 1000);
  }

  @Test
  void strokesStayInTheShadow() {
    InkMap quiet = quiet(page(4), 4);

    for (int y = 100; y < 500; y += 7) {
      assertThat(quiet.levels()[y * SIDE + 605] & 0xff).isGreaterThan(INK / 4);
    }
  }

  @Test
  void aSheetOfWhichNothingIsSeenHasNoNoise() {
    InkMap ink = page(4);

    InkMap left = LocalNoise.remove(ink, light(4), new byte[SIDE * SIDE]);

    assertThat(left.noise()).isEqualTo(ink.noise());
  }

  private static InkMap quiet(InkMap ink, double factor) {
    byte[] sheet = new byte[SIDE * SIDE];
    Arrays.fill(sheet, (byte) 255);
    return LocalNoise.remove(ink, light(factor), sheet);
  }

  /** The right quarter has so many times the noise; a stroke runs down in it, and one beside it. */
  private static byte[] light(double factor) {
    Random random = new Random(5);
    byte[] light = new byte[SIDE * SIDE];
    for (int i = 0; i < light.length; i++) {
      int x = i % SIDE;
      boolean isInk = (x >= 600 && x < 610) || (x >= 200 && x < 210);
      double noise = (x >= 480 ? factor : 1) * NOISE * random.nextGaussian();
      light[i] = (byte) Math.max(0, Math.min(255, PAPER - (isInk ? INK : 0) + noise));
    }
    return light;
  }

  private static InkMap page(double factor) {
    byte[] light = light(factor);
    byte[] levels = new byte[light.length];
    for (int i = 0; i < light.length; i++) {
      levels[i] = (byte) (Math.max(0, PAPER - (light[i] & 0xff)) * 255 / PAPER);
    }
    return new InkMap(SIDE, SIDE, levels, NOISE * 255 / PAPER);
  }

  /** How many pixels beside the strokes have more. */
  private static long above(InkMap ink, double threshold) {
    long count = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      int x = i % SIDE;
      boolean isInk = (x >= 600 && x < 610) || (x >= 200 && x < 210);
      count += !isInk && (ink.levels()[i] & 0xff) > threshold ? 1 : 0;
    }
    return count;
  }
}
