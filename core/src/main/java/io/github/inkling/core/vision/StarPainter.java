package io.github.inkling.core.vision;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Draws stars into a picture: the stronger a ray, the brighter, on a grid of the cells. */
final class StarPainter {
  private StarPainter() {}

  /** Draws the stars, with {@code zoom} pixels of the drawing per pixel of the picture. */
  static void paint(
      OrientationStars stars, Graphics2D graphics, double zoom, Color color, Color grid) {
    double side = stars.cell() * zoom;
    double width = stars.columns() * side;
    double height = stars.rows() * side;
    graphics.setColor(grid);
    graphics.setStroke(new BasicStroke(1));
    for (int line = 1; line < stars.columns(); line++) {
      graphics.draw(new Line2D.Double(line * side, 0, line * side, height));
    }
    for (int line = 1; line < stars.rows(); line++) {
      graphics.draw(new Line2D.Double(0, line * side, width, line * side));
    }
    graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (OrientationStars.Ray ray : stars.rays()) {
      int alpha = (int) Math.round(255 * ray.strength());
      graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
      graphics.draw(
          new Line2D.Double(ray.x1() * zoom, ray.y1() * zoom, ray.x2() * zoom, ray.y2() * zoom));
    }
  }
}
