package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.vision.Strokes.Dot;
import io.github.inkling.core.vision.Strokes.Drawing;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrokesTest {
  private static final Strokes BAR = strokes(new Dot(0, 0), new Dot(0, 100));

  @Test
  void aDigitIsDrawnBlackOnWhiteWithPaperAround() {
    // A scale of 80 / 100, a pen of 10 * 0.8 = 8 pixels, a margin of 3 * 8.
    GrayImage picture = BAR.withPen(10).drawDigit();

    assertThat(picture.width()).isEqualTo(2 * 24);
    assertThat(picture.height()).isEqualTo(80 + 2 * 24);
    assertThat(picture.at(24, 64)).isZero();
    assertThat(inkInRow(picture, 64)).isCloseTo(8, within(1.5));
    assertThat(inkInColumn(picture, 24)).as("with round ends").isCloseTo(88, within(1.5));
    for (int x = 0; x < picture.width(); x++) {
      assertThat(picture.at(x, 10)).isEqualTo(255);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.1, 1, 37, 9_000})
  void theUnitDoesNotMatter(double unit) {
    Strokes same = strokes(new Dot(-unit, 5 * unit), new Dot(-unit, 105 * unit)).withPen(10 * unit);

    assertThat(same.drawDigit()).isEqualTo(BAR.withPen(10).drawDigit());
  }

  @Test
  void aPenOfUnknownWidthIsAsWideAsUsual() {
    // A tenth of the digit.
    assertThat(BAR.drawDigit()).isEqualTo(BAR.withPen(10).drawDigit());
  }

  @Test
  void aPenIsDrawnNoThinnerAndNoThickerThanCanBeRead() {
    assertThat(inkInRow(BAR.withPen(0.01).drawDigit(), BAR.drawDigit().height() / 2))
        .isBetween(2.0, 4.5);
    GrayImage thick = BAR.withPen(1000).drawDigit();
    assertThat(inkInRow(thick, thick.height() / 2)).isCloseTo(20, within(1.5));
  }

  @Test
  void whoPressesHarderDrawsThicker() {
    GrayImage soft = strokes(new Dot(0, 0, 0), new Dot(0, 100, 0)).withPen(10).drawDigit();
    GrayImage hard = strokes(new Dot(0, 0, 1), new Dot(0, 100, 1)).withPen(10).drawDigit();

    assertThat(inkInRow(soft, 64)).isCloseTo(4, within(1.5));
    assertThat(inkInRow(hard, 64)).isCloseTo(12, within(1.5));
  }

  @Test
  void aStrokeOfOneDotIsADot() {
    GrayImage dot = strokes(new Dot(3, 4)).withPen(10).drawDigit();

    assertThat(dot.at(dot.width() / 2, dot.height() / 2)).isZero();
    assertThat(inkInRow(dot, dot.height() / 2)).isCloseTo(10, within(1.5));
  }

  @Test
  void withoutStrokesThePaperIsBlank() {
    for (Strokes none : List.of(Strokes.of(List.of()), Strokes.of(List.of(List.of())))) {
      GrayImage paper = none.drawDigit();
      assertThat(paper.pixels()).containsOnly(255);
      assertThat(none.drawPage().picture().pixels()).containsOnly(255);
    }
  }

  @Test
  void placesOnThePageAreFoundAgain() {
    // Two bars 300 apart: a pen of 12 becomes 6 pixels, so the scale is a half.
    Strokes two =
        Strokes.of(
                List.of(
                    List.of(new Dot(50, 20), new Dot(50, 120)),
                    List.of(new Dot(350, 20), new Dot(350, 120))))
            .withPen(12);

    Drawing page = two.drawPage();

    assertThat(page.scale()).isCloseTo(0.5, within(1e-9));
    for (double x : new double[] {50, 350}) {
      int column = (int) Math.round((x - page.left()) * page.scale());
      int row = (int) Math.round((70 - page.top()) * page.scale());
      assertThat(page.picture().at(column, row)).isZero();
      assertThat(page.picture().at(column + 6, row)).isEqualTo(255);
    }
  }

  @Property(tries = 200)
  void aPictureIsNeverLargeWhateverIsDrawn(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> numbers,
      @ForAll @DoubleRange(min = 0.01, max = 1e9) double pen) {
    Strokes any =
        Strokes.of(
            numbers.stream().map(x -> List.of(new Dot(x, -x / 3), new Dot(x / 7, x))).toList());

    for (Strokes strokes : List.of(any, any.withPen(pen))) {
      GrayImage digit = strokes.drawDigit();
      assertThat(Math.max(digit.width(), digit.height())).isLessThanOrEqualTo(201);
      GrayImage page = strokes.drawPage().picture();
      assertThat(Math.max(page.width(), page.height())).isLessThanOrEqualTo(2000);
    }
  }

  @Test
  void aDotOfThinnestPenIsADot() {
    Strokes dot = strokes(new Dot(3, 4), new Dot(3, 4 + 1e-15)).withPen(Double.MIN_VALUE);

    assertThat(dot.drawDigit().width()).isLessThan(200);
    assertThat(dot.drawPage().picture().width()).isLessThan(200);
    assertThat(dot.drawPage().scale()).isFinite();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dot(Double.NaN, 0))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dot(0, 2e6))
        .withMessageContaining("2000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dot(0, 0, 1.5))
        .withMessageContaining("1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BAR.withPen(0))
        .withMessageContaining("pen");
  }

  private static Strokes strokes(Dot... dots) {
    return Strokes.of(List.of(List.of(dots)));
  }

  private static double inkInRow(GrayImage picture, int y) {
    double ink = 0;
    for (int x = 0; x < picture.width(); x++) {
      ink += (255 - picture.at(x, y)) / 255.0;
    }
    return ink;
  }

  private static double inkInColumn(GrayImage picture, int x) {
    double ink = 0;
    for (int y = 0; y < picture.height(); y++) {
      ink += (255 - picture.at(x, y)) / 255.0;
    }
    return ink;
  }
}
