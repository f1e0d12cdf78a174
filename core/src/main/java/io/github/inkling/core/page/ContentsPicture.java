package io.github.inkling.core.page;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.vision.Normalizer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Draws what a sheet was taken apart into. */
final class ContentsPicture {
  /** Neighbours differ; all are legible on white (Okabe and Ito's colours for the colour-blind). */
  private static final int[] COLORS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7};

  private static final int DROPPED = 0xb8b8b8;
  private static final int WHITE = 0xffffff;
  private static final int GAP = 4;
  private static final int ZOOM = 2;

  private ContentsPicture() {}

  /** Sees ink, pieces, cuts and normalised digits. */
  static void see(Contents contents, Normalizer normalizer, Stages stages) {
    if (!stages.isKept()) {
      return;
    }
    InkMap map = contents.ink().map();
    stages.see("binary", new InkMap(map.width(), map.height(), Binarizer.binarize(map), 0));
    stages.see("digits and what was dropped", pieces(contents));
    if (!contents.lines().isEmpty()) {
      stages.see("normalised digits", normalized(contents, normalizer));
    }
  }

  /** Every digit in another colour than its neighbours; what was dropped in grey. */
  private static BufferedImage pieces(Contents contents) {
    InkMap map = contents.ink().map();
    BufferedImage image = blank(map.width(), map.height());
    contents.dropped().keySet().forEach(piece -> paint(image, piece, DROPPED));
    for (List<Reading> line : contents.lines()) {
      for (int i = 0; i < line.size(); i++) {
        paint(image, line.get(i).piece(), COLORS[i % COLORS.length]);
      }
    }
    return image;
  }

  private static void paint(BufferedImage image, Piece piece, int color) {
    for (int y = 0; y < piece.height(); y++) {
      for (int x = 0; x < piece.width(); x++) {
        if (piece.at(x, y) != 0) {
          image.setRGB(piece.x() + x, piece.y() + y, color);
        }
      }
    }
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
    BufferedImage image = blank(longest * step + GAP, lines.size() * step + GAP);
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).size(); column++) {
        DigitImage digit = lines.get(row).get(column);
        for (int y = 0; y < ZOOM * DigitImage.SIZE; y++) {
          for (int x = 0; x < ZOOM * DigitImage.SIZE; x++) {
            int level = digit.at(x / ZOOM, y / ZOOM);
            image.setRGB(GAP + column * step + x, GAP + row * step + y, 0x010101 * level);
          }
        }
      }
    }
    return image;
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(new Color(WHITE));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }
}
