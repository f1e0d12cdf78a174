package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFinderTest {
  private static final int SIZE = 40;

  @Test
  void linesComeFromTopToBottomAndDigitsFromLeftToRight() {
    List<Piece> pieces = new ArrayList<>();
    line(pieces, 50, 300, 5, 60);
    line(pieces, 80, 100, 4, 60);
    line(pieces, 20, 200, 6, 60);
    Collections.shuffle(pieces, new Random(3));

    List<List<Piece>> lines = LineFinder.find(pieces, List.of());

    assertThat(lines).extracting(List::size).containsExactly(4, 6, 5);
    for (List<Piece> line : lines) {
      assertThat(line).isSortedAccordingTo((a, b) -> Double.compare(a.centerX(), b.centerX()));
    }
  }

  @Test
  void aWanderingLineIsOne() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pieces.add(piece(60 * i, 200 + 9 * i, SIZE));
    }

    assertThat(LineFinder.find(pieces, List.of())).hasSize(1);
  }

  @Test
  void columnsAreReadOneAfterTheOther() {
    List<Piece> pieces = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      line(pieces, 0, 100 * row, 3, 60);
      line(pieces, 300, 100 * row + 10, 2, 60);
    }

    assertThat(LineFinder.find(pieces, List.of()))
        .extracting(List::size)
        .containsExactly(3, 3, 3, 3, 2, 2, 2, 2);
  }

  @Test
  void widelySpacedDigitsAreNoColumns() {
    List<Piece> pieces = new ArrayList<>();
    for (int row = 0; row < 5; row++) {
      line(pieces, 0, 100 * row, 5, 80);
    }

    assertThat(LineFinder.find(pieces, List.of())).extracting(List::size).containsOnly(5);
  }

  @Test
  void aLoosePartGoesToTheNearestLine() {
    List<Piece> pieces = new ArrayList<>();
    line(pieces, 0, 0, 3, 60);
    line(pieces, 0, 100, 3, 60);
    Piece bar = piece(62, 92, 6);

    List<List<Piece>> lines = LineFinder.find(pieces, List.of(bar));

    assertThat(lines.get(1)).contains(bar);
    assertThat(lines.get(0)).doesNotContain(bar);
  }

  /**
   * As the dot of ink beside a broken eight, which is too small to be the next digit's neighbour.
   */
  @Test
  void aPartBetweenTwoDigitsDoesNotPartThem() {
    List<Piece> pieces = new ArrayList<>();
    line(pieces, 0, 100, 3, 60);
    pieces.add(piece(150, 98, 16));
    line(pieces, 200, 98, 3, 60, 44);

    assertThat(LineFinder.find(pieces, List.of())).extracting(List::size).containsExactly(7);
  }

  /** As of a broken five: its bar and its bowl, each too small for its line. */
  @Test
  void partsOfADigitAboveEachOtherStandInItsLine() {
    List<Piece> pieces = new ArrayList<>();
    line(pieces, 0, 100, 4, 60);
    Piece bar = piece(240, 98, 13);
    pieces.add(bar);
    pieces.add(piece(238, 116, 25));

    List<List<Piece>> lines = LineFinder.find(pieces, List.of());

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).hasSize(6).contains(bar);
  }

  @Test
  void smallDigitsBelowALineAreALineOfTheirOwn() {
    List<Piece> pieces = new ArrayList<>();
    line(pieces, 0, 100, 4, 60);
    pieces.add(piece(62, 145, 16));
    line(pieces, 0, 300, 4, 30, 16);
    pieces.add(piece(32, 319, 16));

    assertThat(LineFinder.find(pieces, List.of()))
        .extracting(List::size)
        .containsExactly(4, 1, 4, 1);
  }

  @Test
  void nothingHasNoLines() {
    assertThat(LineFinder.find(List.of(), List.of())).isEmpty();
  }

  private static void line(List<Piece> pieces, int x, int y, int count, int step) {
    line(pieces, x, y, count, step, SIZE);
  }

  private static void line(List<Piece> pieces, int x, int y, int count, int step, int size) {
    for (int i = 0; i < count; i++) {
      pieces.add(piece(x + step * i, y, size));
    }
  }

  private static Piece piece(int x, int y, int size) {
    byte[] levels = new byte[size * size];
    Arrays.fill(levels, (byte) 200);
    return new Piece(new Box(x, y, size, size), levels);
  }
}
