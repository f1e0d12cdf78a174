package io.github.inkling.evaluation.html;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.experiment.PairwiseTests;
import io.github.inkling.evaluation.html.Standings.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Two cells compared, as the template shows it.
 *
 * @param first one cell, with its rank
 * @param second the other one
 * @param verdict whether they differ by more than chance, in words
 * @param sides the digits that only one of them answers rightly
 */
record ComparisonView(String first, String second, String verdict, List<Side> sides) {
  /** The most digits that are shown of a side. */
  private static final int MOST = 24;

  /**
   * Digits that one answers rightly and the other does not.
   *
   * @param title which, and how many
   * @param note what is shown of them; may be empty
   * @param digits some of them
   */
  record Side(String title, String note, List<Digit> digits) {}

  /**
   * One of them.
   *
   * @param picture the name of its picture
   * @param truth the true digit, which the one answers
   * @param answer what the other one answers
   */
  record Digit(String picture, int truth, String answer) {}

  static ComparisonView of(
      Standings standings,
      Standing first,
      Standing second,
      Optional<IntFunction<DigitImage>> pictures,
      Sprites sprites) {
    PairwiseTests tests = standings.tests();
    double pValue = tests.adjustedP(first.place(), second.place());
    return new ComparisonView(
        first.name(),
        second.name(),
        tests.differ(first.place(), second.place())
            ? "They differ by more than chance would do: p %s.".formatted(named(pValue))
            : "Chance alone may do this: p %s.".formatted(named(pValue)),
        List.of(
            side(standings, first, second, pictures, sprites),
            side(standings, second, first, pictures, sprites)));
  }

  private static String named(double pValue) {
    String text = Figures.pValue(pValue);
    return text.startsWith("<") ? text : "= " + text;
  }

  private static Side side(
      Standings standings,
      Standing right,
      Standing wrong,
      Optional<IntFunction<DigitImage>> pictures,
      Sprites sprites) {
    List<Integer> places = standings.tests().placesOnlyRight(right.place(), wrong.place());
    Answers answers = wrong.cell().report().answers();
    List<Digit> digits =
        pictures.isEmpty()
            ? List.of()
            : places.stream()
                .limit(MOST)
                .map(
                    place ->
                        new Digit(
                            sprites.digit(pictures.get().apply(place)),
                            answers.truth(place),
                            GalleryView.answer(answers.prediction(place))))
                .toList();
    return new Side(
        "%s right, %s wrong: %s"
            .formatted(right.rank(), wrong.rank(), Figures.count(places.size(), "digit")),
        !digits.isEmpty() && places.size() > MOST
            ? "The first %s of them in the order of the data.".formatted(MOST)
            : "",
        digits);
  }
}
