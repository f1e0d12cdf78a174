package io.github.inkling.core.page;

import io.github.inkling.core.image.ColorImage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows what was read where: a box around each digit and its label beside it, in a colour that says
 * how sure the recognizer is, and what was dropped in dashed grey with the reason. Everything has a
 * white rim, so that it stands out from dark tables, too; the legend is a strip below the picture,
 * so that it hides nothing. Needs neither a display nor fonts.
 */
public final class PagePicture {
  private static final Color DROPPED = new Color(0x5c5f63);

  /** Height of a label's capitals, as a share of the digits' height. */
  private static final double LABEL = 0.4;

  private static final double LEAST_LETTERS = 8;
  private static final double MOST_LETTERS = 60;

  /** Shorter things, as a share of the picture's shorter side, are too many to tell reasons of. */
  private static final double LEAST_EXPLAINED = 0.025;

  /** Digits that are lower, in pixels, are shown enlarged, as a label beside them would not fit. */
  private static final double LEAST_DIGIT = 36;

  private static final int MOST_ZOOM = 4;
  private static final int LONGEST_ENLARGED = 4000;

  private final Canvas canvas;
  private final Page page;
  private final int zoom;
  private final LabelPlaces places;

  private PagePicture(Canvas canvas, Page page, int zoom) {
    this.canvas = canvas;
    this.page = page;
    this.zoom = zoom;
    places = new LabelPlaces(zoom * page.width(), zoom * page.height(), framesOf(page, zoom));
  }

  /**
   * Draws what was read over the picture.
   *
   * @param picture the picture that was read, in its full size
   * @param page what was read on it
   * @return an RGB picture, higher by the legend below it, and enlarged up to 4 times if the digits
   *     are so small that their labels would not be legible
   * @throws IllegalArgumentException if the page is not of this picture: its size is another
   */
  public static BufferedImage annotate(ColorImage picture, Page page) {
    if (page.width() != picture.width() || page.height() != picture.height()) {
      throw new IllegalArgumentException(
          "the page is of a picture of %d x %d, not of this one of %d x %d"
              .formatted(page.width(), page.height(), picture.width(), picture.height()));
    }
    int zoom = zoom(page);
    Legend legend = new Legend(legend(page), zoom * page.width(), zoom * page.height());
    try (Canvas canvas = new Canvas(copy(picture, zoom, legend.height()))) {
      PagePicture drawing = new PagePicture(canvas, page, zoom);
      page.dropped().forEach(drawing::outline);
      page.lines().forEach(drawing::outline);
      page.lines().forEach(drawing::label);
      drawing.explain(page.dropped());
      legend.draw(canvas, zoom * page.height());
      return canvas.image();
    }
  }

  private static int zoom(Page page) {
    if (page.lines().isEmpty()) {
      return 1;
    }
    double digit =
        Median.of(
            page.lines().stream()
                .flatMap(line -> line.digits().stream())
                .mapToDouble(one -> one.box().height()));
    int room = LONGEST_ENLARGED / Math.max(page.width(), page.height());
    int wanted = (int) Math.ceil(LEAST_DIGIT / digit);
    return Math.max(1, Math.min(Math.min(wanted, room), MOST_ZOOM));
  }

  /** Row by row, as a photograph is large. */
  private static BufferedImage copy(ColorImage picture, int zoom, int below) {
    int width = zoom * picture.width();
    BufferedImage image =
        new BufferedImage(width, zoom * picture.height() + below, BufferedImage.TYPE_INT_RGB);
    int[] colours = new int[width];
    for (int y = 0; y < picture.height(); y++) {
      byte[] row = picture.rows(y, 1);
      for (int x = 0; x < width; x++) {
        int at = 3 * (x / zoom);
        colours[x] = (row[at] & 0xff) << 16 | (row[at + 1] & 0xff) << 8 | (row[at + 2] & 0xff);
      }
      image.setRGB(0, zoom * y, width, zoom, colours, 0, 0);
    }
    return image;
  }

  private void outline(Line line) {
    for (PageDigit digit : line.digits()) {
      Color color = Certainty.of(digit).color();
      canvas.frame(frame(digit, zoom), color, thickness(digit, zoom));
    }
  }

  private void label(Line line) {
    List<Box> boxes = line.digits().stream().map(digit -> frame(digit, zoom)).toList();
    List<String> texts = line.digits().stream().map(PageDigit::text).toList();
    double digits = Median.of(boxes.stream().mapToDouble(Box::height));
    List<LabelPlaces.Place> found = places.line(boxes, texts, clamp(LABEL * digits));
    for (int i = 0; i < found.size(); i++) {
      LabelPlaces.Place place = found.get(i);
      Color color = Certainty.of(line.digits().get(i)).color();
      canvas.label(texts.get(i), place.left(), place.baseline(), place.capitals(), color);
    }
  }

  private void outline(Dropped dropped) {
    float line = (float) Math.max(1, letters() / 10);
    canvas.dashedFrame(dropped.box().times(zoom), DROPPED, line);
  }

  /**
   * Says why things were dropped: once for what lies together, such as a word's letters. Not if
   * they are too small for that, or there is no room.
   */
  private void explain(List<Dropped> all) {
    List<Dropped> together = new ArrayList<>();
    for (Dropped one : all) {
      Box box = one.box().times(zoom);
      if (box.longerSide() >= LEAST_EXPLAINED * shorterSide()) {
        join(together, new Dropped(box, one.reason()));
      }
    }
    together.forEach(one -> places.avoid(one.box()));
    for (Dropped one : together) {
      String reason = one.reason().toString();
      places
          .single(one.box(), reason, Math.max(LEAST_LETTERS, 0.8 * letters()))
          .ifPresent(
              place ->
                  canvas.label(reason, place.left(), place.baseline(), place.capitals(), DROPPED));
    }
  }

  /** Adds a thing, to one of the same reason that is near if there is one. */
  private void join(List<Dropped> things, Dropped added) {
    Box near = added.box().grown((int) Math.ceil(1.5 * letters()));
    for (int i = 0; i < things.size(); i++) {
      Dropped other = things.get(i);
      if (other.reason() == added.reason() && near.overlap(other.box()) > 0) {
        things.set(i, new Dropped(added.box().union(other.box()), added.reason()));
        return;
      }
    }
    things.add(added);
  }

  private int shorterSide() {
    return zoom * Math.min(page.width(), page.height());
  }

  private double letters() {
    return Legend.letters(zoom * page.width(), zoom * page.height());
  }

  private static List<Box> framesOf(Page page, int zoom) {
    List<Box> frames = new ArrayList<>();
    for (Line line : page.lines()) {
      line.digits().forEach(digit -> frames.add(frame(digit, zoom)));
    }
    return frames;
  }

  /** A little outside of the digit, of which nothing is to be covered. */
  private static Box frame(PageDigit digit, int zoom) {
    return digit.box().times(zoom).grown((int) Math.ceil(thickness(digit, zoom)));
  }

  private static float thickness(PageDigit digit, int zoom) {
    return (float) Math.max(1.2, clamp(LABEL * zoom * digit.box().height()) / 9);
  }

  private static double clamp(double letters) {
    return Math.max(LEAST_LETTERS, Math.min(MOST_LETTERS, letters));
  }

  private static List<Legend.Item> legend(Page page) {
    List<Legend.Item> items = new ArrayList<>();
    if (page.rotation() != 0) {
      // Or a 6 on its head would look like a 9 that was misread.
      items.add(new Legend.Item("read turned by " + page.rotation() + " degrees:", List.of()));
    }
    for (Certainty step : Certainty.values()) {
      items.add(
          new Legend.Item(
              step.toString(),
              (canvas, square) -> canvas.frame(square, step.color(), square.width() / 6f)));
    }
    items.add(
        new Legend.Item(
            "dropped",
            (canvas, square) -> canvas.dashedFrame(square, DROPPED, square.width() / 10f)));
    return items;
  }
}
