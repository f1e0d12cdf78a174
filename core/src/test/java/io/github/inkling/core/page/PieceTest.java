package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.GrayImage;
import org.junit.jupiter.api.Test;

class PieceTest {
  private static final Piece CORNER =
      new Piece(new Box(10, 20, 3, 2), new byte[] {9, 9, 9, 0, 0, 9});

  @Test
  void knowsItsInk() {
    assertThat(CORNER.area()).isEqualTo(4);
    assertThat(CORNER.strength()).isEqualTo(9);
    assertThat(CORNER.right()).isEqualTo(13);
    assertThat(CORNER.bottom()).isEqualTo(22);
  }

  @Test
  void fourTurnsMakeNone() {
    Piece once = CORNER.turned(1);

    assertThat(once.box()).isEqualTo(new Box(10, 20, /* width= */ 2, /* height= */ 3));
    assertThat(ink(once)).isEqualTo("01 01 11");
    assertThat(ink(CORNER.turned(4))).isEqualTo("111 001");
    assertThat(ink(CORNER.turned(2))).isEqualTo(ink(once.turned(1)));
  }

  @Test
  void joinsWhatLiesApart() {
    Piece joined = CORNER.union(new Piece(new Box(8, 21, 1, 2), new byte[] {5, 5}));

    assertThat(joined.box()).isEqualTo(new Box(8, 20, 5, 3));
    assertThat(ink(joined)).isEqualTo("00111 10001 10000");
  }

  @Test
  void trimsPaperAround() {
    Piece loose = new Piece(new Box(3, 4, 4, 3), new byte[] {0, 0, 0, 0, 0, 7, 7, 0, 0, 0, 0, 0});

    assertThat(loose.trimmed().box()).isEqualTo(new Box(4, 5, 2, 1));
    assertThat(ink(loose.trimmed())).isEqualTo("11");
  }

  @Test
  void isMadeSmallerButNeverLarger() {
    Piece large = new Piece(new Box(3, 4, 4, 2), new byte[] {8, 8, 0, 0, 8, 8, 0, 0});

    assertThat(large.reduced(2).box()).isEqualTo(new Box(3, 4, 2, 1));
    assertThat(ink(large.reduced(2))).isEqualTo("10");
    assertThat(large.reduced(4)).isSameAs(large);
  }

  @Test
  void closesGapsWithinTheInk() {
    Piece broken = new Piece(new Box(0, 0, 1, 7), new byte[] {9, 9, 9, 0, 9, 9, 9});

    assertThat(ink(broken.closed(3))).isEqualTo("1 1 1 1 1 1 1");
    assertThat(broken.closed(3).box()).isEqualTo(broken.box());
  }

  @Test
  void measuresGapsBetweenBoxes() {
    Piece right = new Piece(new Box(16, 26, 1, 1), new byte[] {1});

    // 3 columns and 4 rows lie between them.
    assertThat(CORNER.gapTo(right)).isEqualTo(5);
    assertThat(CORNER.gapTo(CORNER)).isZero();
  }

  @Test
  void isShownAsDarkInkOnWhitePaper() {
    GrayImage image = CORNER.toImage();

    int margin = (image.width() - 3) / 2;
    assertThat(image.at(0, 0)).isEqualTo(255);
    assertThat(image.at(margin, margin)).isZero();
    assertThat(image.at(margin, margin + 1)).isEqualTo(255);
  }

  private static String ink(Piece piece) {
    StringBuilder rows = new StringBuilder();
    for (int y = 0; y < piece.height(); y++) {
      rows.append(y == 0 ? "" : " ");
      for (int x = 0; x < piece.width(); x++) {
        rows.append(piece.at(x, y) == 0 ? '0' : '1');
      }
    }
    return rows.toString();
  }
}
