package io.github.inkling.evaluation.html;

import io.github.inkling.core.model.Prediction;
import java.util.List;

/**
 * A gallery as its template shows it.
 *
 * @param title what the digits have in common
 * @param count how many there are, in words
 * @param empty whether there are none
 * @param first whether it is the first one, which is open
 * @param cases the digits
 */
record GalleryView(String title, String count, boolean empty, boolean first, List<Item> cases) {
  /**
   * One digit.
   *
   * @param picture the name of its picture
   * @param stars the name of its HOG cells
   * @param truth the true digit
   * @param answer the answer, or why there is none
   * @param confidence how sure it is, in words
   * @param nearest training digits beside it
   * @param others how many cells err on it, in words
   */
  record Item(
      String picture,
      String stars,
      int truth,
      String answer,
      String confidence,
      List<Nearest> nearest,
      String others) {
    boolean hasNearest() {
      return !nearest.isEmpty();
    }
  }

  /**
   * A training digit.
   *
   * @param picture the name of its picture
   * @param label the digit it is
   */
  record Nearest(String picture, int label) {}

  static GalleryView of(ErrorGallery gallery, boolean first, int cells, Sprites sprites) {
    return new GalleryView(
        gallery.title(),
        Figures.count(gallery.cases().size(), "digit"),
        gallery.cases().isEmpty(),
        first,
        gallery.cases().stream().map(it -> item(it, cells, sprites)).toList());
  }

  /** The answer in a word: a digit, or the reason for a rejection. */
  static String answer(Prediction answer) {
    return answer.isDigit()
        ? Integer.toString(answer.label())
        : answer.rejection().orElseThrow().toString();
  }

  private static Item item(ErrorGallery.Case shown, int cells, Sprites sprites) {
    Prediction answer = shown.answer();
    return new Item(
        sprites.digit(shown.picture()),
        sprites.stars(shown.picture()),
        shown.truth(),
        answer(answer),
        answer.isDigit() ? Figures.percent(answer.confidence()) + " % sure" : "rejected",
        shown.nearest().stream()
            .map(it -> new Nearest(sprites.digit(it.picture()), it.label()))
            .toList(),
        "%s of %s wrong".formatted(shown.wrongCells(), Figures.count(cells, "cell")));
  }
}
