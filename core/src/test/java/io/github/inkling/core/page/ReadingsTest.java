package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  private static final DigitRecognizer RECOGNIZER = BarsAndRings.recognizer();

  private final Readings readings = new Readings(RECOGNIZER);

  @Test
  void aPieceHasOneReadingWhereverItIsAskedAbout() {
    Piece bar = bar(4, 30);
    Piece block = bar(20, 30);
    List<Reading> first = readings.of(List.of(bar, block));

    List<Reading> second = readings.of(List.of(block, bar(5, 40), bar));

    assertThat(second.get(0)).isSameAs(first.get(1));
    assertThat(second.get(2)).isSameAs(first.get(0));
  }

  @Test
  void readingsAreInTheOrderOfThePieces() {
    Piece bar = bar(4, 30);
    Piece block = bar(20, 30);

    List<Reading> read = readings.of(List.of(block, bar, block));

    assertThat(read).extracting(Reading::piece).containsExactly(block, bar, block);
    assertThat(read.get(1).prediction()).isEqualTo(RECOGNIZER.recognize(bar.toImage()));
  }

  private static Piece bar(int width, int height) {
    byte[] levels = new byte[width * height];
    Arrays.fill(levels, (byte) 200);
    return new Piece(new Box(0, 0, width, height), levels);
  }
}
