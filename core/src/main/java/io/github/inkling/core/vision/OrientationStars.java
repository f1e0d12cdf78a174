package io.github.inkling.core.vision;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/**
 * Draws the cells of a histogram of oriented gradients as stars: a ray per direction of stroke, the
 * longer and brighter, the more gradient there is across it (Dalal and Triggs, "Histograms of
 * oriented gradients for human detection", CVPR 2005). A drawing, not a feature: unsigned
 * directions, neither interpolated nor normalised over blocks.
 */
final class OrientationStars {
  private static final int BINS = 12;

  private final int cell;
  private final double[][] histograms;
  private final int columns;

  /**
   * Sums up the gradient of each cell.
   *
   * @param gradient of a picture whose size is a multiple of the cell's
   * @param cell side of a cell in pixels
   */
  OrientationStars(Gradient gradient, int cell) {
    this.cell = cell;
    this.columns = gradient.width() / cell;
    this.histograms = new double[columns * (gradient.height() / cell)][BINS];
    for (int y = 0; y < gradient.height(); y++) {
      for (int x = 0; x < gradient.width(); x++) {
        double turn = gradient.direction(x, y) / Math.PI + 1;
        int bin = (int) Math.floor(turn * BINS + 0.5) % BINS;
        histograms[y / cell * columns + x / cell][bin] += gradient.magnitude(x, y);
      }
    }
  }

  /** Draws the stars, with {@code zoom} pixels of the drawing per pixel of the picture. */
  void draw(Graphics2D graphics, double zoom, Color color, Color grid) {
    double strongest = 0;
    for (double[] histogram : histograms) {
      for (double weight : histogram) {
        strongest = Math.max(strongest, weight);
      }
    }
    double side = cell * zoom;
    int rows = histograms.length / columns;
    graphics.setColor(grid);
    graphics.setStroke(new BasicStroke(1));
    for (int line = 1; line < columns; line++) {
      graphics.draw(new Line2D.Double(line * side, 0, line * side, rows * side));
    }
    for (int line = 1; line < rows; line++) {
      graphics.draw(new Line2D.Double(0, line * side, columns * side, line * side));
    }
    graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int star = 0; star < histograms.length && strongest > 0; star++) {
      int row = star / columns;
      double x = (star % columns + 0.5) * side;
      double y = (row + 0.5) * side;
      for (int bin = 0; bin < BINS; bin++) {
        // The square root shows weak directions as well, which the blocks would raise.
        double strength = Math.sqrt(histograms[star][bin] / strongest);
        // A stroke lies across its gradient.
        double angle = Math.PI * bin / BINS + Math.PI / 2;
        double reachX = Math.cos(angle) * strength * side * 0.44;
        double reachY = Math.sin(angle) * strength * side * 0.44;
        int alpha = (int) Math.round(255 * strength);
        graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
        graphics.draw(new Line2D.Double(x - reachX, y - reachY, x + reachX, y + reachY));
      }
    }
  }
}
