package io.github.inkling.evaluation.html;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * A table as its template shows it.
 *
 * @param label says what it is, for who does not see it
 * @param sortable whether a click on a heading sorts
 * @param columns the headings
 * @param rows as many entries each as there are columns
 */
record Table(String label, boolean sortable, List<Column> columns, List<List<Entry>> rows) {
  /**
   * A heading.
   *
   * @param title a few words
   * @param note a second line; may be empty
   * @param hint what it means; may be empty
   * @param style {@code "num"} for numbers, {@code "text"} for text
   */
  record Column(String title, String note, String hint, String style) {
    static Column text(String title) {
      return new Column(title, "", "", "text");
    }

    static Column number(String title, String note, String hint) {
      return new Column(title, note, hint, "num");
    }
  }

  /**
   * One entry of a row.
   *
   * @param text what it says
   * @param sort what it is sorted by, if it is not its text; may be empty
   * @param style {@code "num"} for numbers, {@code "text"} for text
   * @param note small text behind it; may be empty
   * @param link where it leads; may be empty
   * @param svg a picture behind it; may be empty
   * @param marks words in boxes behind it
   */
  record Entry(
      String text,
      String sort,
      String style,
      String note,
      String link,
      String svg,
      List<Mark> marks) {
    static Entry text(String text) {
      return new Entry(text, "", "text", "", "", "", List.of());
    }

    static Entry link(String text, String target) {
      return new Entry(text, "", "text", "", target, "", List.of());
    }

    static Entry marks(List<Mark> marks) {
      return new Entry("", "", "text", "", "", "", marks);
    }

    static Entry number(String text, double value) {
      return new Entry(text, Double.toString(value), "num", "", "", "", List.of());
    }

    /** A number, or a stroke if there is none. */
    static Entry number(OptionalDouble value, DoubleFunction<String> format) {
      return value.isPresent()
          ? number(format.apply(value.getAsDouble()), value.getAsDouble())
          : new Entry(Figures.NONE, "", "num none", "", "", "", List.of());
    }

    Entry withNote(String newNote) {
      return new Entry(text, sort, style, newNote, link, svg, marks);
    }

    Entry withBar(String bar) {
      return new Entry(text, sort, style + " with-bar", note, link, bar, marks);
    }

    Entry withStyle(String newStyle) {
      return new Entry(text, sort, newStyle, note, link, svg, marks);
    }
  }

  /**
   * A word in a box.
   *
   * @param text the word
   * @param hint what it means
   * @param style its class
   */
  record Mark(String text, String hint, String style) {}
}
