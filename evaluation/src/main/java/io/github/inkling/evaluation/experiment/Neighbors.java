package io.github.inkling.evaluation.experiment;

import java.util.List;

/**
 * The training digits that a wrongly answered digit resembles most, by the Euclidean distance of
 * the features it was answered by.
 *
 * @param index the digit's place in the first test set
 * @param nearest places of training digits, the nearest first
 */
public record Neighbors(int index, List<Integer> nearest) {
  /**
   * Copies the list.
   *
   * @param index the digit's place in the first test set
   * @param nearest places of training digits
   */
  public Neighbors {
    nearest = List.copyOf(nearest);
  }
}
