package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
  @Test
  void aPictureReducedToAThirdHasItsBoxesThreeTimesAsLarge() {
    Frame frame = Frame.scaled(1 / 3.0, 1 / 3.0);

    assertThat(frame.toPicture(new Box(10, 20, 5, 7), 300, 300)).isEqualTo(new Box(30, 60, 15, 21));
  }

  /** A box of 3 x 2 at (1, 5) of a picture of 40 x 30, and where it is when that is turned. */
  @ParameterizedTest
  @CsvSource({"1, 23, 1, 2, 3", "2, 36, 23, 3, 2", "3, 5, 36, 2, 3"})
  void turningIsUndone(int quarters, int x, int y, int width, int height) {
    Frame frame = Frame.scaled(1, 1).turned(quarters, 40, 30);

    assertThat(frame.toPicture(new Box(x, y, width, height), 40, 30))
        .isEqualTo(new Box(1, 5, 3, 2));
  }

  @Test
  void mapsAreAppliedInTheOrderInWhichPicturesWereMade() {
    double[] moved = {1, 0, 10, 0, 1, 20, 0, 0, 1};

    Frame frame = Frame.scaled(0.5, 0.5).then(moved);

    // (3, 4) was (13, 24) before it was moved, and (26, 48) before it was reduced.
    assertThat(frame.toPicture(new Box(3, 4, 1, 1), 100, 100)).isEqualTo(new Box(26, 48, 2, 2));
  }

  @Test
  void boxesAreCutToThePicture() {
    assertThat(Frame.scaled(1, 1).toPicture(new Box(-5, -5, 200, 8), 100, 50))
        .isEqualTo(new Box(0, 0, 100, 3));
    assertThat(Frame.scaled(1, 1).toPicture(new Box(150, 60, 5, 5), 100, 50))
        .isEqualTo(new Box(99, 49, 1, 1));
  }
}
