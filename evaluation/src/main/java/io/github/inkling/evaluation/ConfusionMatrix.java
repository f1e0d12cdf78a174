package io.github.inkling.evaluation;

import io.github.inkling.core.model.Prediction;
import java.util.Arrays;
import java.util.List;

/**
 * How often each digit was answered with each digit. Rows are the truth, columns the answer.
 * Immutable.
 *
 * <p>A rejected picture is no answer: it stands in no cell, and is counted apart, under its true
 * digit. So {@link #samples} = {@link #correct} + {@link #errors} + {@link #rejected()}. It counts
 * against accuracy and against the recall of its digit, but against no digit's precision.
 */
public final class ConfusionMatrix {
  private static final int CLASSES = Prediction.CLASSES;

  private final int[][] counts;
  private final int[] rejected;

  private ConfusionMatrix(int[][] counts, int[] rejected) {
    this.counts = counts;
    this.rejected = rejected;
  }

  /**
   * Counts answers.
   *
   * @param truth the true digits, 0 to 9
   * @param predictions the answers, one per true digit
   * @return the matrix
   * @throws IllegalArgumentException if truth and answers differ in number, or a true digit is
   *     outside 0..9
   */
  public static ConfusionMatrix of(int[] truth, List<Prediction> predictions) {
    if (truth.length != predictions.size()) {
      throw new IllegalArgumentException(
          "there are %d true digits, but %d predictions"
              .formatted(truth.length, predictions.size()));
    }
    int[][] counts = new int[CLASSES][CLASSES];
    int[] rejected = new int[CLASSES];
    int index = 0;
    for (Prediction prediction : predictions) {
      int digit = truth[index];
      if (digit < 0 || digit >= CLASSES) {
        throw new IllegalArgumentException(
            "true digit %d of sample %d is not in 0..9".formatted(digit, index));
      }
      if (prediction.isDigit()) {
        counts[digit][prediction.label()]++;
      } else {
        rejected[digit]++;
      }
      index++;
    }
    return new ConfusionMatrix(counts, rejected);
  }

  /**
   * One cell.
   *
   * @param truth the true digit, 0 to 9
   * @param answer the answered digit, 0 to 9
   * @return how often it happened
   */
  public int count(int truth, int answer) {
    return counts[truth][answer];
  }

  /**
   * Copies the cells.
   *
   * @return 10 x 10 counts, by true digit, then by answered digit
   */
  public int[][] counts() {
    return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
  }

  /**
   * How often a digit was rejected.
   *
   * @param truth the true digit, 0 to 9
   * @return at least 0
   */
  public int rejected(int truth) {
    return rejected[truth];
  }

  /**
   * How many pictures were rejected.
   *
   * @return at least 0
   */
  public int rejected() {
    return Arrays.stream(rejected).sum();
  }

  /**
   * How often a digit occurs in the truth, rejected ones included.
   *
   * @param truth the true digit, 0 to 9
   * @return the sum of its row and its rejected pictures
   */
  public int support(int truth) {
    return Arrays.stream(counts[truth]).sum() + rejected[truth];
  }

  /**
   * How often a digit was answered, rightly or wrongly.
   *
   * @param answer the answered digit, 0 to 9
   * @return the sum of its column
   */
  public int answered(int answer) {
    return Arrays.stream(counts).mapToInt(row -> row[answer]).sum();
  }

  /**
   * How many pictures there are.
   *
   * @return the sum of all cells and of the rejected pictures
   */
  public int samples() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum() + rejected();
  }

  /**
   * How many pictures were answered rightly.
   *
   * @return the sum of the diagonal
   */
  public int correct() {
    int correct = 0;
    for (int digit = 0; digit < CLASSES; digit++) {
      correct += counts[digit][digit];
    }
    return correct;
  }

  /**
   * How many pictures were answered with another digit.
   *
   * @return the sum of the cells off the diagonal; rejected pictures are not among them
   */
  public int errors() {
    return samples() - correct() - rejected();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that
        && Arrays.deepEquals(counts, that.counts)
        && Arrays.equals(rejected, that.rejected);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(counts) + Arrays.hashCode(rejected);
  }

  @Override
  public String toString() {
    return "ConfusionMatrix[%d correct, %d errors, %d rejected]"
        .formatted(correct(), errors(), rejected());
  }
}
