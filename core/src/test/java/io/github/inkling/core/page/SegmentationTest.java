package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentationTest {
  @Test
  void aDigitInTwoPiecesIsOfferedWholeHoweverOftenTheyAreCut() {
    Piece bar = block(0, 0, 80, 8);
    Piece stem = block(50, 12, 8, 50);
    Piece next = block(120, 0, 30, 60);

    Segmentation line = new Segmentation(unsure(bar, stem, next), true);

    assertThat(line.groups()).hasSizeGreaterThan(8);
    assertThat(line.groups().stream().map(Piece::box)).contains(bar.union(stem).box());
  }

  @Test
  void aTallStrokeBesideALineDoesNotMakeItTall() {
    Piece edge = block(0, 0, 5, 300);
    Piece touching = block(40, 100, 90, 60);
    Piece digit = block(160, 100, 40, 60);
    Piece another = block(230, 100, 40, 60);

    Segmentation line = new Segmentation(unsure(edge, touching, digit, another), true);

    // A digit of a line that is 60 high is at most 90 wide: these two are none.
    assertThat(line.groups()).noneMatch(group -> group.width() > 90);
  }

  private static List<Reading> unsure(Piece... pieces) {
    return Arrays.stream(pieces)
        .map(piece -> new Reading(piece, Prediction.rejected(Rejection.UNLIKE_ANY_DIGIT)))
        .toList();
  }

  private static Piece block(int x, int y, int width, int height) {
    byte[] levels = new byte[width * height];
    Arrays.fill(levels, (byte) 200);
    return new Piece(new Box(x, y, width, height), levels);
  }
}
