package io.github.inkling.evaluation.html;

import java.util.List;
import java.util.stream.Stream;

/**
 * A chart as inline SVG: a plot between two axes, into which marks are drawn one by one. Colours
 * and widths are the page's, by class; whatever has a title shows it when hovered.
 */
final class Chart {
  private static final double TOP = 22;
  private static final double BOTTOM = 40;

  /** What a character of a tick's number takes at most, at the size that the style sheet sets. */
  private static final double CHARACTER = 6.4;

  /** The height of a line of text. */
  private static final double LINE = 13;

  private final int width;
  private final int height;
  private final double left;
  private final double right;
  private final Axis x;
  private final Axis y;
  private final String label;

  /** Lines, which end at the sides of the plot. */
  private final StringBuilder inside = new StringBuilder();

  /** Dots and text, which may stand on a side. */
  private final StringBuilder above = new StringBuilder();

  /** A place in the units of the axes. */
  record Point(double x, double y) {}

  /**
   * An empty chart.
   *
   * @param width in units of the drawing, about a pixel
   * @param height in the same units
   * @param x the axis at the bottom
   * @param y the axis at the left
   * @param label says what is shown, for who does not see it
   */
  Chart(int width, int height, Axis x, Axis y, String label) {
    this.width = width;
    this.height = height;
    this.x = x;
    this.y = y;
    this.label = label;
    int longest = ticks(y).mapToInt(String::length).max().orElse(1);
    this.left = 10 + longest * CHARACTER;
    // The last tick's number is centred below the end of the axis.
    int last = ticks(x).mapToInt(String::length).reduce((first, next) -> next).orElse(1);
    this.right = 2 + last * CHARACTER / 2;
  }

  /** A line from point to point. */
  Chart line(String style, String title, List<Point> points) {
    if (points.isEmpty()) {
      return this;
    }
    mark(inside, "path", style, "d=\"" + path(points) + '"', title);
    return this;
  }

  /** A dot of so many units of the drawing. */
  Chart dot(String style, String title, Point place, double radius) {
    String circle =
        "cx=\"%s\" cy=\"%s\" r=\"%s\"".formatted(px(place.x()), py(place.y()), number(radius));
    mark(above, "circle", style, circle, title);
    return this;
  }

  /** A word beside a place, so many units of the drawing to the right of it and below. */
  Chart text(String style, String text, Point place, double right, double below) {
    label(above, style, number(plotX(place.x()) + right), number(plotY(place.y()) + below), text);
    return this;
  }

  /** Where a value of the horizontal axis is, in units of the drawing, from the plot's left. */
  double plotX(double value) {
    return x.scale().at(value) * plotWidth();
  }

  /** Where a value of the vertical axis is, in units of the drawing, from the plot's top. */
  double plotY(double value) {
    return (1 - y.scale().at(value)) * plotHeight();
  }

  double plotWidth() {
    return width - left - right;
  }

  double plotHeight() {
    return height - TOP - BOTTOM;
  }

  /** The chart as an element. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"chart\" viewBox=\"0 0 %s %s\" role=\"img\"".formatted(width, height))
        .append(" aria-label=\"")
        .append(Markup.escape(label))
        .append("\">");
    label(svg, "title", "0", "11", y.title());
    label(svg, "title end", number(width), number(height - 4), x.title());
    svg.append("<g transform=\"translate(%s %s)\">".formatted(number(left), number(TOP)));
    axes(svg);
    svg.append(
        "<svg width=\"%s\" height=\"%s\">".formatted(number(plotWidth()), number(plotHeight())));
    return svg.append(inside).append("</svg>").append(above).append("</g></svg>").toString();
  }

  private static Stream<String> ticks(Axis axis) {
    return axis.scale().ticks().stream().map(axis.label()::apply);
  }

  private void axes(StringBuilder svg) {
    StringBuilder grid = new StringBuilder();
    double free = Double.NEGATIVE_INFINITY;
    for (double tick : x.scale().ticks()) {
      grid.append("M%s 0V%s".formatted(px(tick), number(plotHeight())));
      String text = x.label().apply(tick);
      double half = text.length() * CHARACTER / 2;
      if (plotX(tick) - half >= free) {
        label(svg, "middle", px(tick), number(plotHeight() + 17), text);
        free = plotX(tick) + half + CHARACTER / 2;
      }
    }
    free = Double.POSITIVE_INFINITY;
    for (double tick : y.scale().ticks()) {
      grid.append("M0 %sH%s".formatted(py(tick), number(plotWidth())));
      if (plotY(tick) <= free) {
        label(svg, "end", "-6", number(plotY(tick) + 3.8), y.label().apply(tick));
        free = plotY(tick) - LINE;
      }
    }
    svg.append("<path class=\"grid\" d=\"").append(grid).append("\"/>");
    svg.append(
        "<path class=\"axis\" d=\"M0 0V%1$sH%2$s\"/>"
            .formatted(number(plotHeight()), number(plotWidth())));
  }

  private static void label(StringBuilder svg, String style, String x, String y, String text) {
    svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\">".formatted(style, x, y))
        .append(Markup.escape(text))
        .append("</text>");
  }

  private String path(List<Point> points) {
    StringBuilder path = new StringBuilder();
    String last = "";
    for (Point point : points) {
      String place = px(point.x()) + ' ' + py(point.y());
      // Points that fall together once rounded are one.
      if (!place.equals(last)) {
        path.append(path.isEmpty() ? 'M' : 'L').append(place);
        last = place;
      }
    }
    return path.toString();
  }

  private static void mark(
      StringBuilder target, String element, String style, String geometry, String title) {
    target.append("<%s class=\"%s\" %s".formatted(element, style, geometry));
    if (title.isEmpty()) {
      target.append("/>");
    } else {
      target
          .append("><title>")
          .append(Markup.escape(title))
          .append("</title></")
          .append(element)
          .append('>');
    }
  }

  private String px(double value) {
    return number(plotX(value));
  }

  private String py(double value) {
    return number(plotY(value));
  }

  private static String number(double value) {
    return Markup.coordinate(value);
  }
}
