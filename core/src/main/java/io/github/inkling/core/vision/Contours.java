package io.github.inkling.core.vision;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.opencv.NativeScope;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the lines around ink and around its holes by border following (Suzuki and Abe, "Topological
 * structural analysis of digitized binary images by border following", CVGIP 30(1), 1985).
 */
public final class Contours {
  private static final int NEXT = 0;
  private static final int FIRST_CHILD = 2;
  private static final int MIDDLE = 127;

  private Contours() {}

  /**
   * Contours of white ink on black; ink is what is above 127.
   *
   * @param image such as {@code digit.toGrayImage()}
   * @return outer contours and holes, each hole after its outer contour; empty if there is no ink
   */
  public static List<Contour> of(GrayImage image) {
    return of(image, MIDDLE);
  }

  /**
   * Contours of white ink on black.
   *
   * @param image white ink on black
   * @param threshold what is above it is ink, 0 to 254
   * @return outer contours and holes, each hole after its outer contour; empty if there is no ink
   * @throws IllegalArgumentException if the threshold is out of range
   */
  public static List<Contour> of(GrayImage image, int threshold) {
    if (threshold < 0 || threshold > 254) {
      throw new IllegalArgumentException("threshold must be in 0..254, not " + threshold);
    }
    try (NativeScope scope = new NativeScope()) {
      Mat ink = Raster.copyOf(image).copyTo(scope.own(new Mat(), Mat::release));
      Imgproc.threshold(ink, ink, threshold, 255, Imgproc.THRESH_BINARY);
      Mat hierarchy = scope.own(new Mat(), Mat::release);
      List<MatOfPoint> lines = new ArrayList<>();
      Imgproc.findContours(ink, lines, hierarchy, Imgproc.RETR_CCOMP, Imgproc.CHAIN_APPROX_NONE);
      lines.forEach(line -> scope.own(line, Mat::release));
      return ordered(lines, hierarchy);
    }
  }

  /** Follows the hierarchy, whose first contour is an outer one, so that holes follow theirs. */
  private static List<Contour> ordered(List<MatOfPoint> lines, Mat hierarchy) {
    if (lines.isEmpty()) {
      return List.of();
    }
    int[] relations = new int[4 * lines.size()];
    hierarchy.get(0, 0, relations);
    List<Contour> contours = new ArrayList<>(lines.size());
    for (int outer = 0; outer >= 0; outer = relations[4 * outer + NEXT]) {
      int parent = contours.size();
      contours.add(new Contour(coordinates(lines.get(outer)), -1));
      int firstHole = relations[4 * outer + FIRST_CHILD];
      for (int hole = firstHole; hole >= 0; hole = relations[4 * hole + NEXT]) {
        contours.add(new Contour(coordinates(lines.get(hole)), parent));
      }
    }
    return List.copyOf(contours);
  }

  private static int[] coordinates(MatOfPoint line) {
    int[] coordinates = new int[2 * line.rows()];
    line.get(0, 0, coordinates);
    return coordinates;
  }
}
