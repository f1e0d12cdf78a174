package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MidlineTest {
  @Test
  void aBarBecomesALineInItsMiddle() {
    String bar =
        """
        .............
        .###########.
        .###########.
        .###########.
        .............
        """;

    boolean[] midline = Midline.of(pixels(bar), 13);

    for (int i = 0; i < midline.length; i++) {
      if (midline[i]) {
        assertThat(i / 13).as("row of pixel " + i).isEqualTo(2);
      }
    }
    assertThat(count(midline)).as("not much shorter than the bar").isBetween(8, 11);
  }

  @Test
  void aLineStaysAsItIs() {
    String line =
        """
        ......
        .#....
        ..#...
        ...##.
        ......
        """;

    assertThat(Midline.of(pixels(line), 6)).isEqualTo(pixels(line));
  }

  @Test
  void aRingStaysClosed() {
    String ring =
        """
        ...........
        .#########.
        .#########.
        .#########.
        .###...###.
        .###...###.
        .#########.
        .#########.
        .#########.
        ...........
        """;

    boolean[] midline = Midline.of(pixels(ring), 11);

    assertThat(count(midline)).isLessThan(30);
    assertThat(isReached(midline, 11, 4 * 11 + 5)).as("paper inside from outside").isFalse();
  }

  private static boolean isReached(boolean[] ink, int width, int wanted) {
    boolean[] reached = new boolean[ink.length];
    reached[0] = true;
    for (int sweep = 0; sweep < ink.length; sweep++) {
      for (int i = 0; i < ink.length; i++) {
        boolean left = i % width > 0 && reached[i - 1];
        boolean right = i % width < width - 1 && reached[i + 1];
        boolean above = i >= width && reached[i - width];
        boolean below = i < ink.length - width && reached[i + width];
        reached[i] |= !ink[i] && (left || right || above || below);
      }
    }
    return reached[wanted];
  }

  private static boolean[] pixels(String drawing) {
    String rows = drawing.replace("\n", "");
    boolean[] pixels = new boolean[rows.length()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = rows.charAt(i) == '#';
    }
    return pixels;
  }

  private static int count(boolean[] pixels) {
    int count = 0;
    for (boolean pixel : pixels) {
      count += pixel ? 1 : 0;
    }
    return count;
  }
}
