package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Prediction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How sure the cheap member must be for its answer to stand, chosen on digits that neither member
 * has seen.
 *
 * <p>The digits are put in order of the cheap one's confidence, the surest first. Walking down, the
 * excess is kept count of: digits so far that the cheap one gets wrong and the strong one right,
 * less those that the cheap one gets right and the strong one wrong. It is by how much the
 * cascade's errors exceed the strong one's if the threshold lies there. The walk ends before the
 * first place where the excess is above what is allowed. It does not look on for a place where the
 * excess has come back by luck: the excess wanders like a random walk, and the last of many places
 * where it happens to be low would promise too much. So the rule holds for this threshold and for
 * every higher one.
 *
 * <p>Digits of equal confidence cannot be told apart by a threshold, and are taken together or not
 * at all. The threshold lies half way between the confidence of the last digit taken and that of
 * the first one passed on, so that rounding puts none on the other side.
 *
 * @param value the least confidence with which the cheap one's answer stands; 0 if all stand, above
 *     1 if none does
 * @param kept number of digits that the cheap one answers
 * @param excess by how many the cascade's errors exceed the strong one's, negative if there are
 *     fewer
 */
record ConfidenceThreshold(double value, int kept, int excess) {
  /** No confidence reaches it. */
  static final double NONE = Math.nextUp(1.0);

  /**
   * Chooses.
   *
   * @param allowed by how many the cascade's errors may exceed the strong one's, at least 0
   */
  static ConfidenceThreshold choose(
      List<Prediction> cheap, List<Prediction> strong, int[] labels, int allowed) {
    int[] order =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -cheap.get(i).confidence()))
            .mapToInt(Integer::intValue)
            .toArray();
    int kept = 0;
    int excessKept = 0;
    int excess = 0;
    for (int i = 0; i < order.length; i++) {
      excess += excess(cheap.get(order[i]), strong.get(order[i]), labels[order[i]]);
      boolean isLastOfEquals =
          i + 1 == order.length
              || cheap.get(order[i + 1]).confidence() < cheap.get(order[i]).confidence();
      if (isLastOfEquals) {
        if (excess > allowed) {
          break;
        }
        kept = i + 1;
        excessKept = excess;
      }
    }
    return new ConfidenceThreshold(value(cheap, order, kept), kept, excessKept);
  }

  /** A threshold for people, to whom 1 and the next larger number would look the same. */
  static String describe(double threshold) {
    return threshold > 1
        ? "above 1: every digit is passed on"
        : String.format(Locale.ROOT, "%.6f", threshold);
  }

  private static int excess(Prediction cheap, Prediction strong, int label) {
    return (Score.isWrong(cheap, label) ? 1 : 0) - (Score.isWrong(strong, label) ? 1 : 0);
  }

  private static double value(List<Prediction> cheap, int[] order, int kept) {
    if (kept == 0) {
      return NONE;
    }
    if (kept == order.length) {
      return 0;
    }
    double last = cheap.get(order[kept - 1]).confidence();
    double next = cheap.get(order[kept]).confidence();
    double middle = next + (last - next) / 2;
    return middle > next ? middle : last;
  }
}
