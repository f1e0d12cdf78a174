package io.github.inkling.core.page;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.vision.Normalizer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Draws what a sheet was taken apart into. */
final class ContentsPicture {
  /** Lower digits, in pixels, are shown twice as large, as cuts through them are hard to see. */
  private static final double SMALL = 60;

  private static final int LONGEST_ENLARGED = 4000;
  private static final int GAP = 4;
  private static final int ZOOM = 2;

  private ContentsPicture() {}

  /** Sees ink, components, cuts and normalised digits. */
  static void see(Contents contents, Normalizer normalizer, Stages stages) {
    if (!stages.isKept()) {
      return;
    }
    InkMap map = contents.ink().map();
    int zoom = zoom(contents);
    stages.see("binary", new InkMap(map.width(), map.height(), Binarizer.binarize(map), 0));
    stages.see("components", ComponentsPicture.draw(contents, zoom));
    stages.see("cuts", CutsPicture.draw(contents, zoom));
    if (!contents.lines().isEmpty()) {
      stages.see("normalised digits", normalized(contents, normalizer));
    }
  }

  private static int zoom(Contents contents) {
    InkMap map = contents.ink().map();
    double digit =
        Median.of(
            contents.lines().stream()
                .flatMap(List::stream)
                .mapToDouble(reading -> reading.piece().height()));
    boolean isSmall = !contents.lines().isEmpty() && digit < SMALL;
    return isSmall && 2 * Math.max(map.width(), map.height()) <= LONGEST_ENLARGED ? 2 : 1;
  }

  /** What the features see: a row for each line. */
  private static BufferedImage normalized(Contents contents, Normalizer normalizer) {
    List<List<DigitImage>> lines = new ArrayList<>();
    int longest = 0;
    for (List<Reading> line : contents.lines()) {
      lines.add(
          line.stream().map(reading -> normalizer.normalize(reading.piece().toImage())).toList());
      longest = Math.max(longest, line.size());
    }
    int step = ZOOM * DigitImage.SIZE + GAP;
    try (Canvas canvas = new Canvas(longest * step + GAP, lines.size() * step + GAP)) {
      for (int row = 0; row < lines.size(); row++) {
        for (int column = 0; column < lines.get(row).size(); column++) {
          draw(canvas, lines.get(row).get(column), GAP + column * step, GAP + row * step);
        }
      }
      return canvas.image();
    }
  }

  private static void draw(Canvas canvas, DigitImage digit, int left, int top) {
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        int level = digit.at(x, y);
        Box pixel = new Box(left + ZOOM * x, top + ZOOM * y, ZOOM, ZOOM);
        canvas.fill(pixel, new Color(level, level, level));
      }
    }
  }
}
