package io.github.inkling.core.page;

import io.github.inkling.core.page.Dropped.Reason;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows the connected pieces of ink, each in another colour than its neighbours and in its box, and
 * what was dropped in colours and dashed boxes that say why. The colours are Okabe and Ito's, which
 * the colour-blind tell apart.
 */
final class ComponentsPicture {
  private static final List<Color> COLORS =
      List.of(new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0xcc79a7));

  private static final Map<Reason, Color> DROPPED =
      new EnumMap<>(
          Map.of(
              Reason.SPECK, new Color(0x8a8a8a),
              Reason.TOO_FAINT, new Color(0xc98a00),
              Reason.TOO_LARGE, new Color(0x3a9fd8),
              Reason.UNLIKE_ANY_DIGIT, Color.BLACK));

  /** Between a piece's ink and its box, in pixels. */
  private static final int MARGIN = 2;

  private final Canvas canvas;
  private final int zoom;
  private final float line;

  private ComponentsPicture(Canvas canvas, int zoom, float line) {
    this.canvas = canvas;
    this.zoom = zoom;
    this.line = line;
  }

  /** Draws them, each pixel of the ink as a square of so many. */
  static BufferedImage draw(Contents contents, int zoom) {
    int width = zoom * contents.ink().width();
    int height = zoom * contents.ink().height();
    Map<Piece, Reason> fates = fates(contents);
    List<Piece> kept = new ArrayList<>(contents.dissection().pieces());
    kept.removeIf(fates::containsKey);
    Legend legend = new Legend(legend(kept.size(), fates), width, height);
    float line = (float) (Legend.letters(width, height) / 10);
    try (Canvas canvas = new Canvas(width, height + legend.height())) {
      ComponentsPicture picture = new ComponentsPicture(canvas, zoom, Math.max(1, line));
      picture.draw(kept);
      fates.forEach(picture::draw);
      // Parts of pieces that are kept otherwise.
      contents.dropped().forEach((part, reason) -> canvas.ink(part, DROPPED.get(reason), zoom));
      legend.draw(canvas, height);
      return canvas.image();
    }
  }

  /** The pieces of whose ink nothing is left, and why: often they were cut, and no part is. */
  private static Map<Piece, Reason> fates(Contents contents) {
    int width = contents.ink().width();
    Reason[] reasons = new Reason[width * contents.ink().height()];
    contents
        .dropped()
        .forEach((part, reason) -> part.forEachPixel((x, y) -> reasons[y * width + x] = reason));
    Map<Piece, Reason> fates = new LinkedHashMap<>();
    for (Piece piece : contents.dissection().pieces()) {
      List<Reason> seen = new ArrayList<>();
      piece.forEachPixel((x, y) -> seen.add(reasons[y * width + x]));
      if (!seen.contains(null)) {
        fates.put(piece, seen.get(0));
      }
    }
    return fates;
  }

  private void draw(List<Piece> kept) {
    List<Integer> colors = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      int color = farthest(kept, colors, i);
      colors.add(color);
      Piece piece = kept.get(i);
      canvas.ink(piece, COLORS.get(color), zoom);
      canvas.frame(piece.box().times(zoom).grown(MARGIN), COLORS.get(color), line);
    }
  }

  private void draw(Piece piece, Reason reason) {
    canvas.ink(piece, DROPPED.get(reason), zoom);
    canvas.dashedFrame(piece.box().times(zoom).grown(MARGIN), DROPPED.get(reason), line);
  }

  /** The colour whose next piece is farthest away. */
  private static int farthest(List<Piece> pieces, List<Integer> colors, int index) {
    double[] nearest = new double[COLORS.size()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int i = 0; i < index; i++) {
      int color = colors.get(i);
      nearest[color] = Math.min(nearest[color], pieces.get(i).gapTo(pieces.get(index)));
    }
    int best = 0;
    for (int color = 1; color < nearest.length; color++) {
      if (nearest[color] > nearest[best]) {
        best = color;
      }
    }
    return best;
  }

  private static List<Legend.Item> legend(int kept, Map<Piece, Reason> fates) {
    List<Legend.Item> items = new ArrayList<>();
    List<Legend.Swatch> swatches = new ArrayList<>();
    COLORS.forEach(color -> swatches.add((canvas, square) -> canvas.fill(square, color)));
    items.add(new Legend.Item("pieces of ink (" + kept + ")", swatches));
    for (Reason reason : Reason.values()) {
      long count = fates.values().stream().filter(reason::equals).count();
      if (count > 0) {
        items.add(
            new Legend.Item(
                "dropped: " + reason + " (" + count + ")",
                (canvas, square) -> {
                  Box inner = square.grown(-square.width() / 4);
                  canvas.fill(inner, DROPPED.get(reason));
                  canvas.dashedFrame(square, DROPPED.get(reason), square.width() / 10f);
                }));
      }
    }
    return items;
  }
}
