package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulingTest {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 700;
  private static final int LINE = 60;
  private static final int INK = 200;

  @ParameterizedTest
  @ValueSource(doubles = {0, 2, -7})
  void findsTheAngleOfLines(double degrees) {
    assertThat(Ruling.angle(ruled(degrees, false)).orElseThrow()).isCloseTo(degrees, within(0.5));
  }

  @Test
  void strokesAreNoLines() {
    assertThat(Ruling.angle(map((x, y) -> isStroke(x, y) ? INK : 0))).isEmpty();
    assertThat(Ruling.angle(map((x, y) -> 0))).isEmpty();
  }

  @Test
  void takesLinesAwayAndLeavesTheInkThatCrossesThem() {
    InkMap left = Ruling.remove(ruled(0, true));

    int onLines = 0;
    int strokes = 0;
    int kept = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int level = left.levels()[y * WIDTH + x] & 0xff;
        if (isStroke(x, y)) {
          strokes++;
          kept += level > INK / 2 ? 1 : 0;
        } else if (level > LINE / 3) {
          onLines++;
        }
      }
    }
    assertThat(onLines).isLessThan(WIDTH * HEIGHT / 2000);
    assertThat(kept).isGreaterThan(strokes * 95 / 100);
  }

  @Test
  void findsLinesThatAreWeakerThanTheNoise() {
    Random random = new Random(3);
    InkMap lines = ruled(4, false);
    InkMap noisy =
        new InkMap(WIDTH, HEIGHT, levels((x, y) -> noisy(lines, x, y, random)), LINE / 1.5);

    assertThat(Ruling.angle(noisy).orElseThrow()).isCloseTo(4, within(0.5));
  }

  private static int noisy(InkMap map, int x, int y, Random random) {
    double level = (map.levels()[y * WIDTH + x] & 0xff) + LINE / 1.5 * random.nextGaussian();
    return (int) Math.max(0, Math.min(255, level));
  }

  @Test
  void strokesLongerThanItLooksForStayWhereThereIsNoLine() {
    InkMap upright =
        map((x, y) -> x >= 400 && x < 410 && y >= 100 && y < 600 ? INK : y % 50 < 2 ? LINE : 0);

    InkMap left = Ruling.remove(upright);

    for (int y = 110; y < 590; y++) {
      assertThat(left.levels()[y * WIDTH + 405] & 0xff).isGreaterThan(INK / 2);
    }
    assertThat(left.levels()[250 * WIDTH + 200] & 0xff).isLessThan(LINE / 3);
  }

  /** Lines every 50 rows, and bars of 8 x 70 across them if they are wanted. */
  private static InkMap ruled(double degrees, boolean strokes) {
    double slope = Math.tan(Math.toRadians(degrees));
    return map(
        (x, y) -> {
          double down = Math.floorMod((long) Math.floor(y - slope * x), 50L);
          int line = down < 2 ? LINE : 0;
          return strokes && isStroke(x, y) ? INK : line;
        });
  }

  private static boolean isStroke(int x, int y) {
    return x % 100 >= 46 && x % 100 < 54 && y % 200 >= 40 && y % 200 < 110;
  }

  private static InkMap map(Level level) {
    return new InkMap(WIDTH, HEIGHT, levels(level), 1);
  }

  private static byte[] levels(Level level) {
    byte[] levels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) level.at(i % WIDTH, i / WIDTH);
    }
    return levels;
  }

  @FunctionalInterface
  private interface Level {
    int at(int x, int y);
  }
}
