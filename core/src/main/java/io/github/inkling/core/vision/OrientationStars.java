package io.github.inkling.core.vision;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.SettingRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a histogram of oriented gradients as stars: a ray per direction of stroke, the
 * longer, the more gradient there is across it (Dalal and Triggs, "Histograms of oriented gradients
 * for human detection", CVPR 2005). A picture for people, not a feature: twelve directions without
 * sign, neither interpolated nor normalised over blocks.
 *
 * @param cell side of a cell in pixels
 * @param columns number of cells from left to right; what is left of the picture beside them is in
 *     no star
 * @param rows number of cells from top to bottom
 * @param rays all rays that have a length, cell by cell, row by row
 */
public record OrientationStars(int cell, int columns, int rows, List<Ray> rays) {
  private static final int BINS = 12;

  /** Half a cell, less a gap to the neighbours. */
  private static final double REACH = 0.44;

  /**
   * Copies the rays.
   *
   * @param cell side of a cell in pixels
   * @param columns number of cells from left to right
   * @param rows number of cells from top to bottom
   * @param rays cell by cell
   */
  public OrientationStars {
    rays = List.copyOf(rays);
  }

  /**
   * One ray of a star, as a line through the middle of its cell.
   *
   * @param x1 one end, in pixels of the picture from its left side
   * @param y1 one end, in pixels of the picture from its top
   * @param x2 the other end
   * @param y2 the other end
   * @param strength above 0, and 1 for the strongest ray of the picture; the square root of its
   *     share of that one's gradient, so that weak directions show as well
   */
  public record Ray(double x1, double y1, double x2, double y2, double strength) {}

  /**
   * Sums up the gradient of each cell.
   *
   * @param picture of any size
   * @param cell side of a cell in pixels, at least 1
   * @return the stars; without rays where the picture is flat
   * @throws IllegalArgumentException if the side is out of range
   */
  public static OrientationStars of(GrayImage picture, int cell) {
    return of(Edges.sobel(picture), cell);
  }

  static OrientationStars of(Gradient gradient, int cell) {
    SettingRange.require("cell", cell, 1, Integer.MAX_VALUE);
    int columns = gradient.width() / cell;
    int rows = gradient.height() / cell;
    double[][] histograms = new double[columns * rows][BINS];
    double strongest = 0;
    for (int y = 0; y < rows * cell; y++) {
      for (int x = 0; x < columns * cell; x++) {
        double turn = gradient.direction(x, y) / Math.PI + 1;
        int bin = (int) Math.floor(turn * BINS + 0.5) % BINS;
        double[] histogram = histograms[y / cell * columns + x / cell];
        histogram[bin] += gradient.magnitude(x, y);
        strongest = Math.max(strongest, histogram[bin]);
      }
    }
    List<Ray> rays = new ArrayList<>();
    for (int star = 0; star < histograms.length; star++) {
      int row = star / columns;
      double x = (star % columns + 0.5) * cell;
      double y = (row + 0.5) * cell;
      for (int bin = 0; bin < BINS; bin++) {
        if (histograms[star][bin] > 0) {
          double strength = Math.sqrt(histograms[star][bin] / strongest);
          // A stroke lies across its gradient.
          double angle = Math.PI * bin / BINS + Math.PI / 2;
          double reachX = Math.cos(angle) * strength * cell * REACH;
          double reachY = Math.sin(angle) * strength * cell * REACH;
          rays.add(new Ray(x - reachX, y - reachY, x + reachX, y + reachY, strength));
        }
      }
    }
    return new OrientationStars(cell, columns, rows, rays);
  }
}
