package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A data set as a table names it: enough to know whether it is the same.
 *
 * @param name such as {@code "mnist:test"}
 * @param hash {@link LabeledDigits#contentHash()}, 64 hexadecimal digits; empty for {@link
 *     #several}
 * @param classCounts number of digits of each class, by digit
 */
public record DataSet(String name, String hash, List<Integer> classCounts) {
  /**
   * Several data sets of which a table speaks as one, without a content of its own.
   *
   * @param name says so, such as {@code "mnist:train, mnist:fit"}
   * @return a data set whose hash is empty and of which no digits are known
   */
  public static DataSet several(String name) {
    return new DataSet(name, "", List.of());
  }

  /**
   * Copies the counts.
   *
   * @param name such as {@code "mnist:test"}
   * @param hash 64 hexadecimal digits
   * @param classCounts ten counts, by digit
   */
  public DataSet {
    classCounts = List.copyOf(classCounts);
  }

  /**
   * Names the digits at hand.
   *
   * @param digits pictures with their labels
   * @return what a table says of them
   */
  public static DataSet of(LabeledDigits digits) {
    return new DataSet(
        digits.name(), digits.contentHash(), IntStream.of(digits.classCounts()).boxed().toList());
  }

  /**
   * Number of digits.
   *
   * @return at least 0
   */
  public int samples() {
    return classCounts.stream().mapToInt(Integer::intValue).sum();
  }
}
