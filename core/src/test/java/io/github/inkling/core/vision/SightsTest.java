package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightsTest {
  private static final Normalizer NORMALIZER = new Normalizer(NormalizerSettings.defaults());

  /** White 10 x 8 from (4, 5), with a hole of 4 x 2 from (7, 8). */
  private static GrayImage frame() {
    return Drawing.map(
        Drawing.uniform(28, 28, 0),
        i -> {
          int x = i % 28;
          int y = i / 28;
          boolean inside = x >= 4 && x < 14 && y >= 5 && y < 13;
          boolean hole = x >= 7 && x < 11 && y >= 8 && y < 10;
          return inside && !hole ? 255 : 0;
        });
  }

  @Test
  void aFrameHasAnOuterContourAndAHole() {
    List<Contour> contours = Contours.of(frame());

    assertThat(contours).hasSize(2);
    Contour outer = contours.get(0);
    assertThat(outer.isHole()).isFalse();
    assertThat(outer.parent()).isEqualTo(-1);
    assertThat(outer.size()).isEqualTo(2 * (10 + 8) - 4);
    assertThat(outer.area()).isEqualTo(9 * 7);
    Contour hole = contours.get(1);
    assertThat(hole.isHole()).isTrue();
    assertThat(hole.parent()).isZero();
    assertThat(hole).hasToString("hole of %d points".formatted(hole.size()));
  }

  @Test
  void everyPointOfAContourIsInkAndTheNeighbourOfTheNext() {
    GrayImage digit = NORMALIZER.normalize(Drawing.four(80, 60)).toGrayImage();

    for (Contour contour : Contours.of(digit)) {
      for (int i = 0; i < contour.size(); i++) {
        int next = (i + 1) % contour.size();
        assertThat(digit.at(contour.x(i), contour.y(i))).isGreaterThan(127);
        assertThat(Math.abs(contour.x(i) - contour.x(next))).isLessThanOrEqualTo(1);
        assertThat(Math.abs(contour.y(i) - contour.y(next))).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void holesFollowTheirOwnPiece() {
    byte[] one = frame().pixels();
    GrayImage two =
        Drawing.map(
            Drawing.uniform(60, 28, 0),
            i -> {
              int x = i % 60 < 30 ? i % 60 : i % 60 - 30;
              return x < 28 ? one[i / 60 * 28 + x] & 0xff : 0;
            });

    List<Contour> contours = Contours.of(two);

    assertThat(contours).extracting(Contour::parent).containsExactly(-1, 0, -1, 2);
    assertThat(Math.abs(contours.get(3).x(0) - contours.get(2).x(0))).isLessThan(14);
  }

  @Test
  void paperHasNoContours() {
    assertThat(Contours.of(Drawing.uniform(28, 28, 0))).isEmpty();
    assertThatThrownBy(() -> Contours.of(frame(), 255))
        .hasMessage("threshold must be in 0..254, not 255");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 90, 135, 200, 315})
  void theGradientPointsToWhereItGrowsBrighter(int degrees) {
    double angle = Math.toRadians(degrees);
    GrayImage ramp =
        Drawing.map(
            Drawing.uniform(21, 21, 0),
            i ->
                (int)
                    Math.round(
                        128
                            + 10 * Math.cos(angle) * (i % 21 - 10)
                            + 10 * Math.sin(angle) * (i / 21 - 10)));

    Gradient gradient = Edges.sobel(ramp);

    assertThat(Math.cos(gradient.direction(10, 10) - angle)).isCloseTo(1, within(0.002));
    assertThat(gradient.magnitude(10, 10)).isCloseTo(80, within(4.0));
  }

  @Test
  void starsPointAlongTheStrokesOfTheirCell() {
    // A vertical stroke in the first of four cells, and paper in the others.
    GrayImage stroke =
        Drawing.map(
            Drawing.uniform(28, 28, 0),
            i -> i % 28 >= 5 && i % 28 < 9 && i / 28 >= 2 && i / 28 < 12 ? 255 : 0);

    OrientationStars stars = OrientationStars.of(stroke, 14);

    assertThat(stars.columns()).isEqualTo(2);
    assertThat(stars.rows()).isEqualTo(2);
    OrientationStars.Ray strongest =
        stars.rays().stream()
            .max(Comparator.comparingDouble(OrientationStars.Ray::strength))
            .orElseThrow();
    assertThat(strongest.strength()).isEqualTo(1);
    assertThat(strongest.x1()).isCloseTo(7, within(1e-9));
    assertThat(strongest.x2()).isCloseTo(7, within(1e-9));
    assertThat(Math.abs(strongest.y2() - strongest.y1())).isCloseTo(2 * 0.44 * 14, within(1e-9));
    assertThat(stars.rays())
        .allSatisfy(
            ray -> {
              assertThat(ray.strength()).isGreaterThan(0).isLessThanOrEqualTo(1);
              assertThat(Math.max(ray.x1(), ray.x2())).isLessThan(14);
              assertThat(Math.max(ray.y1(), ray.y2())).isLessThan(14);
            });
  }

  @Test
  void whatIsFlatHasNoRaysAndWhatIsLeftBesideTheCellsIsInNoStar() {
    assertThat(OrientationStars.of(Drawing.uniform(28, 28, 90), 7).rays()).isEmpty();
    assertThat(OrientationStars.of(Drawing.uniform(20, 6, 0), 7))
        .isEqualTo(new OrientationStars(7, 2, 0, List.of()));
    assertThatThrownBy(() -> OrientationStars.of(Drawing.uniform(28, 28, 0), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cell must be in 1..");
  }

  @Test
  void cannyFindsAStepWhereItIs() {
    GrayImage step = Drawing.map(Drawing.uniform(20, 20, 0), i -> i % 20 < 10 ? 0 : 255);

    GrayImage edges = Edges.canny(step);

    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 20; x++) {
        assertThat(edges.at(x, y) == 0 || x == 9 || x == 10).isTrue();
      }
      assertThat(edges.at(9, y) + edges.at(10, y)).isEqualTo(255);
    }
    assertThatThrownBy(() -> Edges.canny(step, 30, 20))
        .hasMessage("Canny's thresholds must be 0 <= low <= high, not low 30.0 and high 20.0");
  }

  @Test
  void cannysThresholdsAreThoseOfTheFeatures() {
    GrayImage digit = NORMALIZER.normalize(Drawing.four(80, 60)).toGrayImage();

    assertThat(Edges.canny(digit)).isEqualTo(Edges.canny(digit, 50, 150));
  }

  @Test
  void flatPicturesHaveNoEdges() {
    GrayImage flat = Drawing.uniform(9, 7, 200);

    assertThat(Edges.canny(flat)).isEqualTo(Drawing.uniform(9, 7, 0));
    assertThat(Edges.sobel(flat).toGrayImage()).isEqualTo(Drawing.uniform(9, 7, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 28, 120, 900})
  void theSheetShowsEveryStageOfAnyPicture(int side) throws IOException {
    NormalizerTrace trace = NORMALIZER.trace(Drawing.four(side, side * 0.6));

    BufferedImage sheet = StageSheet.draw(trace, List.of());

    assertThat(sheet.getWidth()).isGreaterThan(5 * 196);
    GrayImage decoded = GrayImage.decode(StageSheet.png(trace, List.of()));
    assertThat(decoded).isEqualTo(GrayImage.of(sheet));
  }

  @Test
  void theSheetGrowsByTheCopiesThatAreShown() {
    NormalizerTrace trace = NORMALIZER.trace(Drawing.four(60, 40));
    Augmenter augmenter = new Augmenter(AugmentationSettings.defaults(), 1);

    int without = StageSheet.draw(trace, List.of()).getHeight();
    int five = StageSheet.draw(trace, copies(augmenter, trace, 5)).getHeight();
    int six = StageSheet.draw(trace, copies(augmenter, trace, 6)).getHeight();

    assertThat(five).isGreaterThan(without + 196);
    assertThat(six).isGreaterThan(five + 196);
  }

  private static List<DigitImage> copies(Augmenter augmenter, NormalizerTrace trace, int number) {
    return augmenter.augmentAll(List.of(trace.digit()), number, ProgressListener.NONE);
  }

  /** Its letters are ASCII: digits of another script would be question marks. */
  @Test
  void theSheetIsTheSameInEveryLocale() {
    NormalizerTrace trace = NORMALIZER.trace(Drawing.four(60, 40));
    byte[] sheet = StageSheet.png(trace, List.of());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      assertThat(StageSheet.png(trace, List.of())).isEqualTo(sheet);
    } finally {
      Locale.setDefault(before);
    }
  }
}
