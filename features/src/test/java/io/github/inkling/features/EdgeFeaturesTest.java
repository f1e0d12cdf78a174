package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeFeaturesTest {
  private static final DigitImage SQUARE =
      Drawing.byFormula((x, y) -> x >= 8 && x < 20 && y >= 8 && y < 20 ? 1 : 0);

  @Test
  void theDefaultIsSobelInSixBySixZones() {
    FeatureExtractor edges = FeatureExtractors.of("edges");

    assertThat(edges.spec()).isEqualTo("edges:operator=sobel,grid=6x6,bins=8");
    assertThat(edges.length()).isEqualTo(6 * 6 * 8);
    assertThat(FeatureExtractors.of("edges:operator=canny,grid=3x2,bins=5").length()).isEqualTo(30);
    assertThat(FeatureExtractors.of("edges:bins=8").spec()).isEqualTo(edges.spec());
  }

  @Test
  void sobelOfAnUprightEdgeIsWorkedOutByHand() {
    // Ink from column 14 on: in rows 1 to 26 the two columns along the edge have the gradient
    // 4 * 255 to the right, which is 1. The outer edges lie in the first and the last column and
    // row, where the middle one of 7 x 7 soft zones does not reach.
    DigitImage rightHalf = Drawing.byFormula((x, y) -> x >= 14 ? 1 : 0);

    float[] edges = describe("edges:grid=7x7,bins=4", rightHalf);

    // The middle zone's centre is at 14; columns 13 and 14 are half a pixel away from it, so 7/8
    // of theirs is its own, over four rows: 2 * 7/8 * 4 of 16 pixels.
    int middle = (3 * 7 + 3) * 4;
    assertThat((double) edges[middle]).isCloseTo(Math.sqrt(2 * 7 / 8.0 * 4 / 16), within(1e-6));
    assertThat(edges[middle + 1]).isZero();
    assertThat(edges[middle + 2]).isZero();
    assertThat(edges[middle + 3]).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sobel", "canny"})
  void theFourSidesOfASquareAreTheFourDirections(String operator) {
    // Seen from the middle: the upper, left, right and lower zones of a grid of three by three.
    float[] edges = describe("edges:grid=3x3,bins=4,operator=" + operator, SQUARE);

    assertThat(dominating(edges, 3)).as("left side: ink increases to the right").isZero();
    assertThat(dominating(edges, 1)).as("upper side: ink increases downwards").isEqualTo(1);
    assertThat(dominating(edges, 5)).as("right side: ink increases to the left").isEqualTo(2);
    assertThat(dominating(edges, 7)).as("lower side: ink increases upwards").isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sobel", "canny"})
  void aSquareHasAsMuchOfEachSide(String operator) {
    float[] edges = describe("edges:grid=1x1,bins=4,operator=" + operator, SQUARE);

    assertThat(edges[0]).isPositive();
    for (int side = 1; side < 4; side++) {
      assertThat(edges[side]).isCloseTo(edges[0], within(0.06f));
    }
  }

  @Test
  void cannyCountsThinEdges() {
    float[] edges = describe("edges:grid=1x1,bins=4,operator=canny", SQUARE);
    double pixels = 0;
    for (float direction : edges) {
      pixels += direction * direction * DigitImage.PIXELS;
    }
    // Around a square of 12 pixels: between the 44 pixels of its border and the 52 around it.
    assertThat(pixels).isBetween(40.0, 52.0);
  }

  @Test
  void aTurningEdgeTurnsItsDirection() {
    FeatureExtractor edges = FeatureExtractors.of("edges:grid=3x3,bins=12");
    for (int degrees = 0; degrees < 360; degrees += 30) {
      double right = Math.cos(Math.toRadians(degrees));
      double down = Math.sin(Math.toRadians(degrees));
      DigitImage ramp =
          Drawing.byFormula((x, y) -> 0.5 + ((x - 13.5) * right + (y - 13.5) * down) / 40);

      float[] features = edges.extractAll(List.of(ramp)).row(0);

      int best = 0;
      for (int bin = 1; bin < 12; bin++) {
        best = features[4 * 12 + bin] > features[4 * 12 + best] ? bin : best;
      }
      assertThat(best).as("bin of %d degrees", degrees).isEqualTo(degrees / 30);
    }
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertRefused("edges:bins=65", "edges' bins must be in 2..64, not 65");
    assertRefused(
        "edges:operator=prewitt",
        "'edges:operator=prewitt': operator must be one of sobel, canny, not 'prewitt'");
    assertRefused(
        "edges:grid=4",
        "'edges:grid=4': grid must be columns x rows, each in 1..28, such as 4x4, not '4'");
  }

  private static void assertRefused(String spec, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtractors.of(spec))
        .withMessage(message);
  }

  private static int dominating(float[] edges, int zone) {
    int best = 0;
    for (int bin = 1; bin < 4; bin++) {
      best = edges[4 * zone + bin] > edges[4 * zone + best] ? bin : best;
    }
    return best;
  }

  private static float[] describe(String spec, DigitImage digit) {
    return FeatureExtractors.of(spec).extractAll(List.of(digit)).row(0);
  }
}
