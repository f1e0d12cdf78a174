package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.SampleDigits;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import org.junit.jupiter.api.Test;

class LineEndsTest {
  @Test
  void aStrokeHasTwoEnds() {
    assertThat(of(SampleDigits.draw(new Line2D.Double(14, 4, 14, 24))))
        .isEqualTo(new LineEnds(2, 0));
    assertThat(of(SampleDigits.draw(new Line2D.Double(6, 22, 22, 6))))
        .isEqualTo(new LineEnds(2, 0));
  }

  @Test
  void aRingHasNoEnd() {
    assertThat(of(SampleDigits.draw(new Ellipse2D.Double(6, 5, 16, 18))))
        .isEqualTo(new LineEnds(0, 0));
  }

  @Test
  void aCrossHasFourEndsAndOneJunction() {
    assertThat(
            of(
                SampleDigits.draw(
                    new Line2D.Double(14, 3, 14, 25), new Line2D.Double(3, 14, 25, 14))))
        .isEqualTo(new LineEnds(4, 1));
  }

  @Test
  void aForkHasThreeEndsAndOneJunction() {
    assertThat(
            of(SampleDigits.draw(new Line2D.Double(4, 5, 24, 5), new Line2D.Double(14, 5, 14, 25))))
        .isEqualTo(new LineEnds(3, 1));
  }

  @Test
  void aRingWithATailHasOneEndAndOneJunction() {
    assertThat(
            of(
                SampleDigits.draw(
                    new Ellipse2D.Double(8, 3, 11, 11), new Line2D.Double(19, 8, 19, 25))))
        .isEqualTo(new LineEnds(1, 1));
  }

  @Test
  void aSkeletonIsThinAndAllInOnePiece() {
    for (DigitImage digit : SampleDigits.some().subList(0, 5)) {
      BinaryDigit binary = BinaryDigit.of(digit);
      BinaryDigit skeleton = binary.skeleton();

      assertThat(outerBorders(skeleton)).isEqualTo(outerBorders(binary));
      for (int y = 0; y < 28; y++) {
        for (int x = 0; x < 28; x++) {
          assertThat(skeleton.ink(x, y) && !binary.ink(x, y)).isFalse();
          assertThat(skeleton.ink(x, y) && skeleton.neighbours(x, y) > 5).isFalse();
        }
      }
    }
  }

  private static long outerBorders(BinaryDigit digit) {
    return BorderFollowing.borders(digit).stream().filter(border -> !border.isHole()).count();
  }

  private static LineEnds of(DigitImage digit) {
    return LineEnds.of(BinaryDigit.of(digit).skeleton());
  }
}
