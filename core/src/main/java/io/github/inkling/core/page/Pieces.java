package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Finds the connected pieces of ink. */
final class Pieces {
  /** Share of a digit's height by which its strokes may be broken and still be one piece. */
  private static final double BROKEN = 0.08;

  /** Below this many pixels it is dust. */
  private static final int LEAST_AREA = 6;

  private Pieces() {}

  /** How tall digits are, roughly: the size of the pieces in which half of the ink is. */
  static double roughHeight(InkMap map) {
    Components ink = Binarizer.components(map);
    int[] sorted =
        ink.numbers()
            .filter(component -> ink.area(component) >= LEAST_AREA)
            .boxed()
            .sorted(Comparator.comparingInt(component -> roughSize(ink.box(component))))
            .mapToInt(component -> component)
            .toArray();
    long total = Arrays.stream(sorted).mapToLong(ink::area).sum();
    long seen = 0;
    for (int component : sorted) {
      seen += ink.area(component);
      if (2 * seen >= total) {
        return roughSize(ink.box(component));
      }
    }
    return 0;
  }

  /** A whole line whose digits touch is no tall digit. */
  private static int roughSize(Box box) {
    return Math.min(box.longerSide(), 2 * Math.min(box.width(), box.height()));
  }

  /**
   * The pieces of more than dust, from the largest to the smallest.
   *
   * @param height the height of digits, roughly
   */
  static List<Piece> of(InkMap map, double height) {
    try (NativeScope scope = new NativeScope()) {
      byte[] binary = Binarizer.binarize(map);
      Mat mask = scope.own(new Mat(map.height(), map.width(), CvType.CV_8UC1), Mat::release);
      mask.put(0, 0, binary);
      int gap = (int) Math.round(BROKEN * height);
      if (gap > 0) {
        Imgproc.dilate(mask, mask, StructuringElements.disc(gap + 1, scope));
      }
      Components components = Components.of(mask);
      List<Piece> pieces = new ArrayList<>();
      components
          .numbers()
          .filter(component -> components.area(component) >= LEAST_AREA)
          .forEach(component -> pieces.add(piece(map, binary, components, component)));
      pieces.sort(Comparator.comparingInt(piece -> -piece.area()));
      return pieces;
    }
  }

  private static Piece piece(InkMap map, byte[] binary, Components components, int component) {
    Box box = components.box(component);
    int[] labels = components.labels();
    byte[] levels = new byte[box.width() * box.height()];
    for (int row = 0; row < box.height(); row++) {
      int from = (box.y() + row) * map.width() + box.x();
      for (int column = 0; column < box.width(); column++) {
        if (labels[from + column] == component && binary[from + column] != 0) {
          levels[row * box.width() + column] = map.levels()[from + column];
        }
      }
    }
    return new Piece(box, levels).trimmed();
  }
}
