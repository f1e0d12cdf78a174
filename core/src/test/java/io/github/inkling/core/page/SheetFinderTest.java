package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.opencv.NativeScope;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class SheetFinderTest {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 1000;
  private static final List<Point> CORNERS =
      List.of(new Point(110, 90), new Point(690, 130), new Point(740, 900), new Point(60, 860));

  @Test
  void findsTheCornersOfASheetOnATable() {
    SheetOutline sheet = find(60, 220, CORNERS, 1).orElseThrow();

    assertThat(sheet.corners()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(sheet.corners().get(i).x).isCloseTo(CORNERS.get(i).x, within(8.0));
      assertThat(sheet.corners().get(i).y).isCloseTo(CORNERS.get(i).y, within(8.0));
    }
  }

  @Test
  void findsASheetOfWhichHalfLiesInTheShade() {
    SheetOutline sheet = find(30, 220, CORNERS, 0.45).orElseThrow();

    assertThat(sheet.corners()).hasSize(4);
    assertThat(sheet.area()).isCloseTo(470_000, within(40_000.0));
  }

  @Test
  void aSheetThatLeavesThePictureHasNoCorners() {
    List<Point> beyond =
        List.of(new Point(-50, 90), new Point(690, 90), new Point(690, 1100), new Point(-50, 1100));

    SheetOutline sheet = find(60, 220, beyond, 1).orElseThrow();

    assertThat(sheet.corners()).isEmpty();
  }

  @Test
  void aSheetOfWhichOneSideIsSeenIsFoundIfItIsNotSlanted() {
    List<Point> above =
        List.of(new Point(-9, -9), new Point(810, -9), new Point(810, 580), new Point(-9, 520));

    assertThat(find(60, 220, above, 1)).isPresent();
  }

  @Test
  void aDeepShadowWithASlantedEdgeIsNoTable() {
    List<Point> above =
        List.of(new Point(-9, -9), new Point(810, -9), new Point(810, 780), new Point(-9, 280));

    assertThat(find(80, 220, above, 1)).isEmpty();
  }

  @Test
  void aShadowIsNoTable() {
    List<Point> everything =
        List.of(
            new Point(-1, -1),
            new Point(WIDTH, -1),
            new Point(WIDTH, HEIGHT),
            new Point(-1, HEIGHT));

    assertThat(find(220, 220, everything, 0.6)).isEmpty();
    assertThat(find(220, 220, everything, 1)).isEmpty();
  }

  @Test
  void findsASheetOnATableThatIsAsLightButOrange() {
    double[] orange = {250, 190, 120};

    SheetOutline sheet = find(orange, 200, CORNERS, 1).orElseThrow();

    assertThat(sheet.corners()).hasSize(4);
    assertThat(sheet.area()).isCloseTo(470_000, within(40_000.0));
  }

  private static Optional<SheetOutline> find(
      int table, int paper, List<Point> corners, double shade) {
    return find(new double[] {table, table, table}, paper, corners, shade);
  }

  /** A sheet on a table, both with a little noise; the right half has less light. */
  private static Optional<SheetOutline> find(
      double[] table, int paper, List<Point> corners, double shade) {
    try (NativeScope scope = new NativeScope()) {
      Mat rgb = scope.own(new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, new Scalar(table)), Mat::release);
      MatOfPoint polygon = scope.own(new MatOfPoint(corners.toArray(new Point[0])), Mat::release);
      Imgproc.fillConvexPoly(rgb, polygon, new Scalar(paper, paper, paper));
      byte[] levels = new byte[3 * WIDTH * HEIGHT];
      rgb.get(0, 0, levels);
      Random random = new Random(1);
      for (int i = 0; i < levels.length; i++) {
        double light = i / 3 % WIDTH > WIDTH / 2 ? shade : 1;
        double level = (levels[i] & 0xff) * light + 2 * random.nextGaussian();
        levels[i] = (byte) Math.max(0, Math.min(255, level));
      }
      rgb.put(0, 0, levels);
      return SheetFinder.find(rgb);
    }
  }
}
