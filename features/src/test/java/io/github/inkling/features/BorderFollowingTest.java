package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.SampleDigits;
import io.github.inkling.core.opencv.NativeScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.imgproc.Imgproc;

class BorderFollowingTest {
  @Test
  void aRectangleIsFollowedAnticlockwiseFromItsUpperLeftCorner() {
    List<Border> borders = borders(Drawing.at(5, 6, "###", "###"));

    assertThat(borders).hasSize(1);
    Border border = borders.get(0);
    assertThat(border.isHole()).isFalse();
    assertThat(points(border)).containsExactly("5,6", "5,7", "6,7", "7,7", "7,6", "6,6");
    assertThat(codes(border)).containsExactly(6, 0, 0, 2, 4, 4);
    assertThat(border.area()).isEqualTo(2);
  }

  @Test
  void aSinglePixelIsABorderWithoutSteps() {
    Border border = borders(SampleDigits.pixel(27, 27)).get(0);

    assertThat(points(border)).containsExactly("27,27");
    assertThat(border.steps()).isZero();
    assertThat(border.area()).isZero();
  }

  @Test
  void aLineIsFollowedThereAndBack() {
    Border border = borders(Drawing.at(3, 3, "###")).get(0);

    assertThat(points(border)).containsExactly("3,3", "4,3", "5,3", "4,3");
    assertThat(codes(border)).containsExactly(0, 0, 4, 4);
  }

  @Test
  void aRingHasAnOuterBorderAndAHole() {
    List<Border> borders = borders(Drawing.of("###", "#.#", "###"));

    assertThat(borders).extracting(Border::isHole).containsExactly(false, true);
    // The hole's border does not enter the corners, which it passes obliquely.
    assertThat(borders.get(0).length()).isEqualTo(8);
    assertThat(borders.get(1).length()).isEqualTo(4);
  }

  @Test
  void inkThatTouchesByCornersIsOnePiece() {
    assertThat(borders(Drawing.of("#.", ".#"))).hasSize(1);
    assertThat(borders(Drawing.of("#..", "..#"))).hasSize(2);
  }

  @Test
  void paperHasNoBorder() {
    assertThat(borders(SampleDigits.blank())).isEmpty();
  }

  @Test
  void drawnDigitsHaveTheBordersThatOpenCvFinds() {
    SampleDigits.some().forEach(BorderFollowingTest::assertAsOpenCv);
    SampleDigits.odd().forEach(BorderFollowingTest::assertAsOpenCv);
  }

  @Property(tries = 200)
  void anyPictureHasTheBordersThatOpenCvFinds(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 0.9) double density) {
    Random random = new Random(seed);
    assertAsOpenCv(Drawing.byFormula((x, y) -> random.nextDouble() < density ? 1 : 0));
  }

  private static void assertAsOpenCv(DigitImage digit) {
    List<String> own =
        borders(digit).stream()
            .map(border -> (border.isHole() ? "hole " : "ink ") + points(border))
            .toList();
    assertThat(own).containsExactlyInAnyOrderElementsOf(bordersOfOpenCv(digit));
  }

  private static List<String> bordersOfOpenCv(DigitImage digit) {
    try (NativeScope scope = new NativeScope()) {
      Mat picture = scope.own(new Mat(28, 28, CvType.CV_8UC1), Mat::release);
      picture.put(0, 0, digit.pixels());
      Imgproc.threshold(picture, picture, 127, 255, Imgproc.THRESH_BINARY);
      Mat hierarchy = scope.own(new Mat(), Mat::release);
      List<MatOfPoint> contours = new ArrayList<>();
      Imgproc.findContours(
          picture, contours, hierarchy, Imgproc.RETR_CCOMP, Imgproc.CHAIN_APPROX_NONE);
      contours.forEach(contour -> scope.own(contour, Mat::release));
      List<String> borders = new ArrayList<>();
      for (int i = 0; i < contours.size(); i++) {
        int parent = (int) hierarchy.get(0, i)[3];
        List<String> points =
            contours.get(i).toList().stream().map(p -> (int) p.x + "," + (int) p.y).toList();
        borders.add((parent >= 0 ? "hole " : "ink ") + points);
      }
      return borders;
    }
  }

  private static List<Border> borders(DigitImage digit) {
    return BorderFollowing.borders(BinaryDigit.of(digit));
  }

  private static List<String> points(Border border) {
    return IntStream.range(0, border.length())
        .mapToObj(i -> border.x(i) + "," + border.y(i))
        .toList();
  }

  private static List<Integer> codes(Border border) {
    return IntStream.range(0, border.steps()).mapToObj(border::code).toList();
  }
}
