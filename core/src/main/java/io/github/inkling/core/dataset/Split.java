package io.github.inkling.core.dataset;

import io.github.inkling.core.model.Prediction;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A data set in two parts that share no digit and together are the whole.
 *
 * <p>Stratified: the first part has of each class as near its share as whole digits allow, by the
 * method of largest remainders. Of {@code count} digits out of {@code n}, a class of {@code m}
 * digits gets {@code count * m / n} rounded down; the digits still to give go one each to the
 * classes of the largest fractional parts, of equal ones to the smaller digit. Which digits of a
 * class are taken, the seed decides. Both parts keep the order of the whole.
 *
 * <p>A class of a single digit cannot be in both parts: it is in the first if its remainder is
 * among the largest, as with a share above one half it mostly is.
 *
 * @param train the first part
 * @param rest all others
 */
public record Split(LabeledDigits train, LabeledDigits rest) {
  /**
   * Splits by a share.
   *
   * @param digits the whole, at least two digits
   * @param share share of the first part, above 0 and below 1, such as 0.9; rounded to the nearest
   *     number of digits
   * @param seed decides which digits of a class are taken
   * @return both parts
   * @throws IllegalArgumentException if the share is out of range or leaves a part empty
   */
  public static Split stratified(LabeledDigits digits, double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be above 0 and below 1, not " + share);
    }
    return stratified(digits, Math.toIntExact(Math.round(share * digits.size())), seed);
  }

  /**
   * Splits by a number of digits.
   *
   * @param digits the whole, at least two digits
   * @param count digits of the first part, at least 1 and less than all
   * @param seed decides which digits of a class are taken
   * @return both parts
   * @throws IllegalArgumentException if a part would be empty
   */
  public static Split stratified(LabeledDigits digits, int count, long seed) {
    int[] first = indices(digits.labels(), count, seed);
    boolean[] taken = new boolean[digits.size()];
    for (int index : first) {
      taken[index] = true;
    }
    int[] others = IntStream.range(0, taken.length).filter(i -> !taken[i]).toArray();
    return new Split(digits.select(first), digits.select(others));
  }

  /**
   * The split alone, for what is not {@link LabeledDigits}, such as rows of a matrix.
   *
   * @param labels the labels of the whole, 0 to 9
   * @param count size of the first part, at least 1 and less than all
   * @param seed decides which members of a class are taken
   * @return the indices of the first part, ascending
   * @throws IllegalArgumentException if a part would be empty
   */
  public static int[] indices(int[] labels, int count, long seed) {
    if (count < 1 || count >= labels.length) {
      throw new IllegalArgumentException(
          "of %d digits, a split must take at least 1 and leave at least 1, not take %d"
              .formatted(labels.length, count));
    }
    int[] quotas = quotas(labels, count);
    int[] indices = new int[count];
    int taken = 0;
    for (int candidate : Permutation.of(labels.length, new Random(seed))) {
      if (quotas[labels[candidate]] > 0) {
        quotas[labels[candidate]]--;
        indices[taken++] = candidate;
      }
    }
    Arrays.sort(indices);
    return indices;
  }

  private static int[] quotas(int[] labels, int count) {
    long[] sizes = new long[Prediction.CLASSES];
    for (int label : labels) {
      sizes[label]++;
    }
    int[] quotas = new int[Prediction.CLASSES];
    long[] remainders = new long[Prediction.CLASSES];
    int given = 0;
    for (int digit = 0; digit < Prediction.CLASSES; digit++) {
      quotas[digit] = (int) (count * sizes[digit] / labels.length);
      remainders[digit] = count * sizes[digit] % labels.length;
      given += quotas[digit];
    }
    for (; given < count; given++) {
      int largest = 0;
      for (int digit = 1; digit < Prediction.CLASSES; digit++) {
        if (remainders[digit] > remainders[largest]) {
          largest = digit;
        }
      }
      quotas[largest]++;
      remainders[largest] = -1;
    }
    return quotas;
  }
}
