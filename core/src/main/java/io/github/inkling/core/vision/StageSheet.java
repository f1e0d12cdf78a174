package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.opencv.NativeScope;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A sheet that shows the way to what the model saw: every stage of a normalisation, its digit, and
 * what is to be seen in that. Canny's edges are those of the edge features; gradient, contours and
 * HOG cells are drawings, whichever features a model uses: the cells have 7 pixels and directions
 * without sign. Needs neither a display nor fonts.
 */
public final class StageSheet {
  private static final int ZOOM = 7;
  private static final int PANEL = DigitImage.SIZE * ZOOM;
  private static final int HOG_CELL = 7;
  private static final int COLUMNS = 5;
  private static final int MARGIN = 56;
  private static final int GAP_X = 28;
  private static final int CAPTION = 62;
  private static final int HEADING = 46;
  private static final int SECTION_GAP = 26;

  private static final Color BACKGROUND = new Color(0xf7f6f3);
  private static final Color WELL = new Color(0xe9e7e1);
  private static final Color BORDER = new Color(0xd6d3cb);
  private static final Color TEXT = new Color(0x26282c);
  private static final Color FAINT_TEXT = new Color(0x85868a);
  private static final Color OUTER = new Color(0x5aa9e6);
  private static final Color HOLE = new Color(0xf2a65a);
  private static final Color STAR = new Color(0xffffff);
  private static final Color GRID = new Color(0x4a4c52);

  private final BufferedImage image;
  private final Graphics2D graphics;
  private int column;
  private int top;

  private StageSheet(int rows, boolean thirdSection) {
    int sections = thirdSection ? 3 : 2;
    int width = 2 * MARGIN + COLUMNS * PANEL + (COLUMNS - 1) * GAP_X;
    int height =
        2 * MARGIN
            + sections * HEADING
            + (sections - 1) * SECTION_GAP
            + rows * (PANEL + CAPTION)
            - CAPTION / 2;
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(BACKGROUND);
    graphics.fillRect(0, 0, width, height);
    top = MARGIN;
  }

  /**
   * Draws the sheet.
   *
   * @param trace what {@link Normalizer#trace} returned
   * @param copies changed copies of its digit, for a section of their own; none if empty
   * @return an RGB picture
   */
  public static BufferedImage draw(NormalizerTrace trace, List<DigitImage> copies) {
    StageSheet sheet = new StageSheet(rows(trace.stages()) + 1 + rows(copies), !copies.isEmpty());
    try {
      sheet.heading("From the picture to the digit");
      sheet.stages(trace.stages());
      sheet.nextSection("What is seen in the digit");
      sheet.sights(trace.digit().toGrayImage());
      if (!copies.isEmpty()) {
        sheet.nextSection("Changed copies to train on");
        sheet.copies(copies);
      }
    } finally {
      sheet.graphics.dispose();
    }
    return sheet.image;
  }

  /**
   * Draws the sheet as a file.
   *
   * @param trace what {@link Normalizer#trace} returned
   * @param copies changed copies of its digit, for a section of their own; none if empty
   * @return the bytes of a PNG file
   */
  public static byte[] png(NormalizerTrace trace, List<DigitImage> copies) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(draw(trace, copies), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static int rows(List<?> panels) {
    return (panels.size() + COLUMNS - 1) / COLUMNS;
  }

  private void stages(List<NormalizerTrace.Stage> stages) {
    int number = 1;
    for (NormalizerTrace.Stage stage : stages) {
      GrayImage picture = stage.image();
      panel(
          number++ + "  " + stage.name(),
          picture.width() + " x " + picture.height(),
          g -> drawFitting(g, picture));
    }
  }

  private void sights(GrayImage digit) {
    panel("Digit", "centre of mass on (14, 14)", g -> drawFitting(g, digit));
    panel(
        "Canny edges",
        String.format(Locale.ROOT, "thresholds %.0f and %.0f", Edges.CANNY_LOW, Edges.CANNY_HIGH),
        g -> drawFitting(g, Edges.canny(digit)));
    Gradient gradient = Edges.sobel(digit);
    panel("Sobel gradient", "magnitude", g -> drawFitting(g, gradient.toGrayImage()));
    List<Contour> contours = Contours.of(digit);
    long holes = contours.stream().filter(Contour::isHole).count();
    panel(
        "Contours",
        String.format(
            Locale.ROOT,
            "blue: %d outer, orange: %d %s",
            contours.size() - holes,
            holes,
            holes == 1 ? "hole" : "holes"),
        g -> {
          drawFitting(g, dimmed(digit));
          contours.forEach(contour -> drawContour(g, contour));
        });
    panel(
        "HOG cells",
        "a drawing: " + HOG_CELL + " px, unsigned",
        g -> {
          drawFitting(g, dimmed(digit));
          StarPainter.paint(OrientationStars.of(gradient, HOG_CELL), g, ZOOM, STAR, GRID);
        });
  }

  private void copies(List<DigitImage> copies) {
    int number = 1;
    for (DigitImage copy : copies) {
      panel("Copy " + number++, "", g -> drawFitting(g, copy.toGrayImage()));
    }
  }

  private void nextSection(String title) {
    nextRow();
    top += SECTION_GAP;
    heading(title);
  }

  private void heading(String text) {
    Lettering.write(image, text, MARGIN, top + 18, 14, 1.5, TEXT);
    top += HEADING;
  }

  private void panel(String title, String detail, Painter painter) {
    if (column == COLUMNS) {
      nextRow();
    }
    int left = MARGIN + column * (PANEL + GAP_X);
    Graphics2D inside = (Graphics2D) graphics.create(left, top, PANEL, PANEL);
    inside.setColor(WELL);
    inside.fillRect(0, 0, PANEL, PANEL);
    painter.paint(inside);
    inside.dispose();
    graphics.setColor(BORDER);
    graphics.setStroke(new BasicStroke(1));
    graphics.drawRect(left - 1, top - 1, PANEL + 1, PANEL + 1);
    Lettering.write(image, title, left, top + PANEL + 22, 9.5, 1.15, TEXT);
    Lettering.write(image, detail, left, top + PANEL + 39, 7.5, 0.85, FAINT_TEXT);
    column++;
  }

  private void nextRow() {
    column = 0;
    top += PANEL + CAPTION;
  }

  /** Enlarges without smoothing, so that pixels stay visible; reduces by averaging. */
  private static void drawFitting(Graphics2D graphics, GrayImage picture) {
    double zoom = (double) PANEL / Math.max(picture.width(), picture.height());
    int width = Math.max(1, (int) Math.round(picture.width() * zoom));
    int height = Math.max(1, (int) Math.round(picture.height() * zoom));
    try (NativeScope scope = new NativeScope()) {
      Mat source = Raster.copyOf(picture).copyTo(scope.own(new Mat(), Mat::release));
      Mat target = scope.own(new Mat(), Mat::release);
      int method = zoom < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_NEAREST;
      Imgproc.resize(source, target, new Size(width, height), 0, 0, method);
      byte[] levels = Raster.of(target).pixels();
      // Java takes its own gray pictures for linear light and would brighten one when drawing it.
      BufferedImage rgb = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < levels.length; i++) {
        rgb.setRGB(i % width, i / width, 0x010101 * (levels[i] & 0xff));
      }
      graphics.drawImage(rgb, (PANEL - width) / 2, (PANEL - height) / 2, null);
    }
  }

  private static GrayImage dimmed(GrayImage digit) {
    Raster raster = Raster.copyOf(digit);
    byte[] pixels = raster.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((pixels[i] & 0xff) * 2 / 5);
    }
    return raster.toGrayImage();
  }

  private static void drawContour(Graphics2D graphics, Contour contour) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < contour.size(); i++) {
      double x = (contour.x(i) + 0.5) * ZOOM;
      double y = (contour.y(i) + 0.5) * ZOOM;
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    graphics.setColor(contour.isHole() ? HOLE : OUTER);
    graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  /** Fills a panel, whose top left corner is (0, 0). */
  @FunctionalInterface
  private interface Painter {
    void paint(Graphics2D graphics);
  }
}
