package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {
  private static final int HEIGHT = 40;

  /** Two blocks of 30 x 40 pixels, held together by a bridge of 10 x 4. */
  private static final Piece TOUCHING =
      drawn(70, HEIGHT, (x, y) -> x < 30 || x >= 40 || (y >= 18 && y < 22));

  @Test
  void cutsAtTheBridge() {
    List<Piece> slices = Cuts.of(TOUCHING, HEIGHT).slices();

    assertThat(slices).anyMatch(slice -> slice.x() >= 29 && slice.x() <= 40);
  }

  @Test
  void everyPixelIsInOneSlice() {
    List<Piece> slices = Cuts.of(TOUCHING, HEIGHT).slices();

    assertThat(slices.stream().mapToInt(Piece::area).sum()).isEqualTo(TOUCHING.area());
    Piece joined = slices.stream().reduce(Piece::union).orElseThrow();
    assertThat(joined.box()).isEqualTo(TOUCHING.box());
    assertThat(joined.area()).isEqualTo(TOUCHING.area());
  }

  @Test
  void followsASlantedGap() {
    // Two bars that lean, with three columns of paper between them in every row, but for one dot.
    Piece slanted =
        drawn(
            60,
            HEIGHT,
            (x, y) -> {
              int gap = 40 - y / 2;
              return x < gap || x >= gap + 3 || y == 20;
            });

    List<Piece> slices = Cuts.of(slanted, HEIGHT).slices();

    assertThat(slices).hasSizeGreaterThan(1);
    // The row that bridges the gap is cut once; a straight cut would go through much more ink.
    assertThat(slices.stream().mapToInt(Piece::area).sum()).isEqualTo(slanted.area());
    assertThat(
            slices.get(slices.size() - 1).at(0, HEIGHT - 1) != 0
                || slices.get(slices.size() - 1).width() > 20)
        .isTrue();
  }

  @Test
  void aSeamLiesBetweenEachSliceAndTheNext() {
    Cuts cuts = Cuts.of(TOUCHING, HEIGHT);

    assertThat(cuts.seams()).hasSize(cuts.slices().size() - 1);
    for (int i = 0; i < cuts.seams().size(); i++) {
      double seam = TOUCHING.x() + cuts.seams().get(i).middle();
      assertThat(cuts.slices().get(i).centerX()).isLessThan(seam);
      assertThat(cuts.slices().get(i + 1).centerX()).isGreaterThan(seam);
    }
  }

  @Test
  void leavesASolidBlockWhole() {
    Piece block = drawn(30, HEIGHT, (x, y) -> true);

    assertThat(Cuts.of(block, HEIGHT).slices()).hasSize(1);
  }

  private static Piece drawn(int width, int height, Ink ink) {
    byte[] levels = new byte[width * height];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (ink.isAt(i % width, i / width) ? 200 : 0);
    }
    return new Piece(new Box(0, 0, width, height), levels);
  }

  @FunctionalInterface
  private interface Ink {
    boolean isAt(int x, int y);
  }
}
