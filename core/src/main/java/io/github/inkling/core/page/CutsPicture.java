package io.github.inkling.core.page;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows where pieces of ink were cut, as lines: thin where it was only tried, thick where the best
 * path through the line makes use of it; and the groups of ink that the path chose, in boxes with
 * their labels. The colours are Okabe and Ito's, which the colour-blind tell apart.
 */
final class CutsPicture {
  private static final Color INK = new Color(0xa9adb2);
  private static final Color TRIED = new Color(0xb8428c);
  private static final Color USED = new Color(0xd55e00);
  private static final Color DIGIT = new Color(0x004f86);
  private static final Color LEFT_OUT = new Color(0x5c5f63);

  /** Height of a label's capitals, as a share of the digits' height. */
  private static final double LABEL = 0.35;

  private static final double LEAST_LETTERS = 8;
  private static final double MOST_LETTERS = 40;

  /** How far a cut stands out of its piece, in pixels, so that it is seen in dense ink. */
  private static final int BEYOND = 4;

  private static final int MARGIN = 3;

  private final Canvas canvas;
  private final Contents contents;
  private final int zoom;
  private final float line;

  private CutsPicture(Canvas canvas, Contents contents, int zoom, float line) {
    this.canvas = canvas;
    this.contents = contents;
    this.zoom = zoom;
    this.line = line;
  }

  /** Draws them, each pixel of the ink as a square of so many. */
  static BufferedImage draw(Contents contents, int zoom) {
    int width = zoom * contents.ink().width();
    int height = zoom * contents.ink().height();
    Legend legend = new Legend(legend(contents), width, height);
    float line = (float) Math.max(1, Legend.letters(width, height) / 12);
    try (Canvas canvas = new Canvas(width, height + legend.height())) {
      new CutsPicture(canvas, contents, zoom, line).draw(width, height);
      legend.draw(canvas, height);
      return canvas.image();
    }
  }

  private void draw(int width, int height) {
    List<Box> boxes = new ArrayList<>();
    for (LineCuts cuts : contents.dissection().lines()) {
      for (Reading reading : cuts.path()) {
        canvas.ink(reading.piece(), INK, zoom);
        boxes.add(box(reading));
      }
    }
    for (LineCuts cuts : contents.dissection().lines()) {
      cuts.path().forEach(this::outline);
      cuts.unused().forEach(seam -> cut(seam, 0, TRIED, line));
      cuts.used().forEach(seam -> cut(seam, BEYOND, USED, 2.2f * line));
    }
    LabelPlaces places = new LabelPlaces(width, height, boxes);
    contents.lines().forEach(digits -> label(digits, places));
  }

  private void cut(Seam seam, int beyond, Color color, float thickness) {
    int rows = seam.box().height();
    int[] x = new int[rows + 2];
    int[] y = new int[rows + 2];
    for (int row = 0; row < rows; row++) {
      x[row + 1] = zoom * (seam.box().x() + seam.column(row));
      y[row + 1] = zoom * (seam.box().y() + row) + zoom / 2;
    }
    x[0] = x[1];
    y[0] = y[1] - beyond;
    x[rows + 1] = x[rows];
    y[rows + 1] = y[rows] + beyond;
    canvas.line(x, y, color, thickness);
  }

  private void outline(Reading reading) {
    if (isDigit(reading)) {
      canvas.frame(box(reading), DIGIT, line);
    } else {
      canvas.dashedFrame(box(reading), LEFT_OUT, line);
    }
  }

  private boolean isDigit(Reading reading) {
    return contents.lines().stream().anyMatch(digits -> digits.contains(reading));
  }

  private void label(List<Reading> digits, LabelPlaces places) {
    List<Box> boxes = digits.stream().map(this::box).toList();
    List<String> texts =
        digits.stream().map(digit -> Integer.toString(digit.prediction().label())).toList();
    double height = Median.of(boxes.stream().mapToDouble(Box::height));
    double capitals = Math.max(LEAST_LETTERS, Math.min(MOST_LETTERS, LABEL * height));
    List<LabelPlaces.Place> found = places.line(boxes, texts, capitals);
    for (int i = 0; i < found.size(); i++) {
      LabelPlaces.Place place = found.get(i);
      canvas.label(texts.get(i), place.left(), place.baseline(), place.capitals(), DIGIT);
    }
  }

  private Box box(Reading reading) {
    return reading.piece().box().times(zoom).grown(MARGIN);
  }

  private static List<Legend.Item> legend(Contents contents) {
    int tried = 0;
    int used = 0;
    for (LineCuts cuts : contents.dissection().lines()) {
      tried += cuts.unused().size();
      used += cuts.used().size();
    }
    return List.of(
        new Legend.Item(
            "cut here (" + used + ")", (canvas, square) -> cross(canvas, square, USED, 6)),
        new Legend.Item(
            "cut tried (" + tried + ")", (canvas, square) -> cross(canvas, square, TRIED, 12)),
        new Legend.Item(
            "a digit", (canvas, square) -> canvas.frame(square, DIGIT, square.width() / 10f)),
        new Legend.Item(
            "left out",
            (canvas, square) -> canvas.dashedFrame(square, LEFT_OUT, square.width() / 10f)));
  }

  private static void cross(Canvas canvas, Box square, Color color, float share) {
    int middle = square.x() + square.width() / 2;
    int[] x = {middle, middle};
    int[] y = {square.y(), square.y() + square.height()};
    canvas.line(x, y, color, Math.max(1, square.width() / share));
  }
}
