package io.github.inkling.evaluation.html;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.Neighbors;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Digits to look at because they were answered wrongly.
 *
 * @param title what they have in common, such as the cell that erred
 * @param cases at most {@value #MOST}, in the order they are shown
 */
public record ErrorGallery(String title, List<Case> cases) {
  /** The most digits of a gallery. */
  public static final int MOST = 100;

  /** The most training digits beside a digit. */
  public static final int MOST_NEAREST = 3;

  /**
   * Checks the number of digits, and copies the list.
   *
   * @param title what the digits have in common
   * @param cases at most {@value #MOST}
   * @throws IllegalArgumentException if there are more
   */
  public ErrorGallery {
    SettingRange.require("the number of digits of " + title, cases.size(), 0, MOST);
    cases = List.copyOf(cases);
  }

  /**
   * The digits that a cell got wrong: those whose neighbours are known, in their order, or if there
   * are none, all in the order of the first test set; {@value #MOST} at most.
   *
   * @param board has the cell
   * @param cell the one that erred
   * @param pictures the digit at a place of the first test set, as the cell's recognizer saw it
   * @param training the digit at a place of the training set
   * @return a gallery named after the cell; empty if it made no error
   */
  public static ErrorGallery of(
      Leaderboard board,
      Cell cell,
      IntFunction<DigitImage> pictures,
      IntFunction<Neighbor> training) {
    Answers answers = cell.report().answers();
    List<Neighbors> shown =
        cell.neighbors().isEmpty()
            ? IntStream.of(answers.wrong())
                .mapToObj(place -> new Neighbors(place, List.of()))
                .toList()
            : cell.neighbors();
    return new ErrorGallery(
        "Errors of " + cell.configuration().name(),
        shown.stream()
            .limit(MOST)
            .map(
                it ->
                    new Case(
                        pictures.apply(it.index()),
                        answers.truth(it.index()),
                        answers.prediction(it.index()),
                        it.nearest().stream()
                            .limit(MOST_NEAREST)
                            .map(place -> training.apply(place))
                            .toList(),
                        wrongCells(board, it.index())))
            .toList());
  }

  private static int wrongCells(Leaderboard board, int place) {
    return (int)
        board.cells().stream().filter(cell -> !cell.report().answers().isRight(place)).count();
  }

  /**
   * One digit.
   *
   * @param picture as the recognizer saw it
   * @param truth the true digit, 0 to 9
   * @param answer what was answered
   * @param nearest training digits that it resembles most, the nearest first; at most {@value
   *     ErrorGallery#MOST_NEAREST}
   * @param wrongCells number of cells that do not answer it rightly
   */
  public record Case(
      DigitImage picture, int truth, Prediction answer, List<Neighbor> nearest, int wrongCells) {
    /**
     * Checks the numbers, and copies the list.
     *
     * @param picture as the recognizer saw it
     * @param truth 0 to 9
     * @param answer what was answered
     * @param nearest at most {@value ErrorGallery#MOST_NEAREST}
     * @param wrongCells at least 0
     * @throws IllegalArgumentException if a number is out of range
     */
    public Case {
      SettingRange.require("truth", truth, 0, Prediction.CLASSES - 1);
      SettingRange.require("the number of nearest digits", nearest.size(), 0, MOST_NEAREST);
      SettingRange.require("wrongCells", wrongCells, 0, Integer.MAX_VALUE);
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * A training digit.
   *
   * @param picture as it was trained on
   * @param label the digit it is, 0 to 9
   */
  public record Neighbor(DigitImage picture, int label) {}
}
