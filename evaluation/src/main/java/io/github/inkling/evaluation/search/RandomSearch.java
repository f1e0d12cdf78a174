package io.github.inkling.evaluation.search;

import io.github.inkling.core.model.SettingRange;
import java.util.List;
import java.util.Map;

/**
 * Tries combinations that are drawn at random: of J. Bergstra and Y. Bengio (2012), "Random search
 * for hyper-parameter optimization", Journal of Machine Learning Research 13, 281-305. Where few of
 * the settings matter, it finds as good ones as a grid in fewer trials.
 *
 * @param trials how many, 1 to {@value SearchSpace#MOST}; of a space that has no more, all are
 *     tried
 * @param seed decides which
 */
public record RandomSearch(int trials, long seed) implements SearchStrategy {
  /**
   * Checks the number.
   *
   * @param trials 1 to {@value SearchSpace#MOST}
   * @param seed any number
   * @throws IllegalArgumentException if the number is out of range
   */
  public RandomSearch {
    SettingRange.require("trials", trials, 1, SearchSpace.MOST);
  }

  @Override
  public List<Map<String, String>> candidates(SearchSpace space) {
    return space.draw(trials, seed);
  }
}
