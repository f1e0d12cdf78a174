package io.github.inkling.evaluation.html;

import java.util.List;

/**
 * A drawing with what is said of it, as its template shows it.
 *
 * @param title the heading; may be empty
 * @param note what to know to read it; may be empty
 * @param wide the drawing for a screen
 * @param narrow the drawing for a phone; empty if one does for both
 * @param legend what its colours stand for; may be empty
 */
record Figure(String title, String note, String wide, String narrow, List<Item> legend) {
  /**
   * An entry of a legend.
   *
   * @param style the class of the colour
   * @param name what it stands for
   * @param dot whether it is a dot, and no line
   */
  record Item(String style, String name, boolean dot) {
    static Item line(String style, String name) {
      return new Item(style, name, false);
    }

    static Item dot(String style, String name) {
      return new Item(style, name, true);
    }
  }

  static Figure of(String title, String note, String svg) {
    return new Figure(title, note, svg, "", List.of());
  }

  Figure withLegend(List<Item> items) {
    return new Figure(title, note, wide, narrow, items);
  }

  /** Whether colours are explained. */
  boolean hasLegend() {
    return !legend.isEmpty();
  }

  /** Whether there are two drawings, and a page chooses. */
  boolean twofold() {
    return !narrow.isEmpty();
  }
}
