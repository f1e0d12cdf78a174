package io.github.inkling.evaluation.search;

import io.github.inkling.core.model.SettingRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tries many combinations on few digits, and ever fewer of them, the best, on ever more: successive
 * halving of K. Jamieson and A. Talwalkar (2016), "Non-stochastic best arm identification and
 * hyperparameter optimization", AISTATS, PMLR 51, 240-248. The resource is the number of digits
 * that are learned from; the digits of a step are among those of the next.
 *
 * <p>The first step has all combinations, and each step one in {@code eta} of those before it, the
 * best, rounded down. The last step learns from all digits, and each step from one in {@code eta}
 * of those after it, rounded down. There are as many steps as leave the last one two combinations
 * and the first one the least number of digits. So 27 combinations with {@code eta} 3 and 9,000
 * digits are 27 on 1,000 digits, 9 on 3,000 and 3 on 9,000: where training takes time in proportion
 * to its digits, every step takes the same.
 *
 * @param trials number of combinations, drawn as {@link RandomSearch} does, 1 to {@value
 *     SearchSpace#MOST}
 * @param eta of how many the best one goes on, at least 2
 * @param leastDigits the fewest digits to learn from, at least 2
 * @param seed decides which combinations are drawn
 */
public record SuccessiveHalving(int trials, int eta, int leastDigits, long seed)
    implements SearchStrategy {
  private static final int LEAST = 2;

  /**
   * Checks the numbers.
   *
   * @param trials 1 to {@value SearchSpace#MOST}
   * @param eta at least 2
   * @param leastDigits at least 2
   * @param seed any number
   * @throws IllegalArgumentException if a number is out of range, naming it
   */
  public SuccessiveHalving {
    SettingRange.require("trials", trials, 1, SearchSpace.MOST);
    SettingRange.require("eta", eta, LEAST, Integer.MAX_VALUE);
    SettingRange.require("leastDigits", leastDigits, LEAST, Integer.MAX_VALUE);
  }

  @Override
  public List<Map<String, String>> candidates(SearchSpace space) {
    return space.draw(trials, seed);
  }

  @Override
  public List<Rung> schedule(int candidates, int digits) {
    int last = 0;
    for (long power = eta;
        candidates / power >= LEAST && digits / power >= leastDigits;
        power *= eta) {
      last++;
    }
    List<Rung> rungs = new ArrayList<>();
    for (int step = 0; step <= last; step++) {
      rungs.add(new Rung((int) (candidates / power(step)), (int) (digits / power(last - step))));
    }
    return rungs;
  }

  private long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= eta;
    }
    return power;
  }
}
