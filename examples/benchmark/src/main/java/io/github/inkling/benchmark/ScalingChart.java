package io.github.inkling.benchmark;

import io.github.inkling.core.AtomicFile;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws training times against numbers of digits, both axes logarithmic: a power law is a straight
 * line. Drawn twice, for light and for dark pages.
 */
final class ScalingChart {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 460;

  /** Pixels per unit, so that it is sharp on fine screens. */
  private static final int SCALE = 2;

  private static final int FONT_SIZE = 13;
  private static final float MARGIN = 1.5f;
  private static final String DARK = "-dark";

  private final List<ScalingReport.Curve> curves;

  ScalingChart(List<ScalingReport.Curve> curves) {
    this.curves = List.copyOf(curves);
  }

  /** Colours; those of the series are told apart by colour-blind readers, too (Okabe and Ito). */
  private record Theme(Color background, Color ink, Color grid, List<Color> series) {
    static final Theme LIGHT =
        new Theme(
            Color.WHITE,
            new Color(0x24292f),
            new Color(0xd8dee4),
            List.of(new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73)));
    static final Theme DARK =
        new Theme(
            new Color(0x0d1117),
            new Color(0xe6edf3),
            new Color(0x30363d),
            List.of(new Color(0x56b4e9), new Color(0xe69f00), new Color(0x2fbf94)));
  }

  /** The file for dark pages: {@code scaling.png} has {@code scaling-dark.png} beside it. */
  static Path darkFile(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling(
        dot < 0 ? name + DARK : name.substring(0, dot) + DARK + name.substring(dot));
  }

  /** Writes two PNG files, see {@link #darkFile}. */
  void write(Path file) throws IOException {
    save(file, Theme.LIGHT);
    save(darkFile(file), Theme.DARK);
  }

  private void save(Path file, Theme theme) throws IOException {
    BufferedImage picture =
        new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(SCALE, SCALE);
    chart(theme).paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    AtomicFile.write(file, out -> ImageIO.write(picture, "png", out));
  }

  private XYChart chart(Theme theme) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("training digits")
            .yAxisTitle("training, seconds")
            .build();
    style(chart.getStyler(), theme);
    for (int i = 0; i < curves.size(); i++) {
      add(chart, curves.get(i), theme.series.get(i % theme.series.size()));
    }
    return chart;
  }

  /** The measured points, and the fitted line through them. */
  private static void add(XYChart chart, ScalingReport.Curve curve, Color colour) {
    double[] digits = curve.points().stream().mapToDouble(ScalingPoint::digits).toArray();
    double[] seconds = curve.points().stream().mapToDouble(ScalingPoint::trainSeconds).toArray();
    PowerLaw law = curve.law(ScalingPoint::trainSeconds);
    String name = String.format(Locale.ROOT, "%s: digits^%.2f", curve.classifier(), law.exponent());
    XYSeries line = chart.addSeries(name, digits, DoubleStream.of(digits).map(law::cost).toArray());
    line.setLineColor(colour);
    line.setLineStyle(new BasicStroke(2));
    line.setMarker(SeriesMarkers.NONE);
    XYSeries points = chart.addSeries(curve.classifier() + " measured", digits, seconds);
    points.setLineStyle(SeriesLines.NONE);
    points.setMarker(SeriesMarkers.CIRCLE);
    points.setMarkerColor(colour);
    points.setShowInLegend(false);
  }

  private void style(XYStyler styler, Theme theme) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE);
    styler.setBaseFont(font);
    styler.setAxisTitleFont(font);
    styler.setAxisTickLabelsFont(font);
    styler.setLegendFont(font);
    styler.setChartBackgroundColor(theme.background);
    styler.setPlotBackgroundColor(theme.background);
    styler.setLegendBackgroundColor(theme.background);
    styler.setLegendBorderColor(theme.grid);
    styler.setPlotBorderColor(theme.grid);
    styler.setPlotGridLinesColor(theme.grid);
    styler.setChartFontColor(theme.ink);
    styler.setXAxisTitleColor(theme.ink);
    styler.setYAxisTitleColor(theme.ink);
    styler.setAxisTickLabelsColor(theme.ink);
    styler.setAxisTickMarksColor(theme.grid);
    styler.setLegendPosition(LegendPosition.InsideNW);
    styler.setXAxisLogarithmic(true);
    styler.setYAxisLogarithmic(true);
    styler.setLocale(Locale.ROOT);
    styler.setMarkerSize(9);
    double[] digits =
        curves.stream()
            .flatMap(c -> c.points().stream())
            .mapToDouble(ScalingPoint::digits)
            .toArray();
    styler.setXAxisMin(DoubleStream.of(digits).min().orElseThrow() / MARGIN);
    styler.setXAxisMax(DoubleStream.of(digits).max().orElseThrow() * MARGIN);
    styler.setXAxisDecimalPattern("#,##0");
    styler.setYAxisDecimalPattern("#,##0.####");
  }
}
