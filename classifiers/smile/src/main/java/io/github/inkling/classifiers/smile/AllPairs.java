package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.training.ProgressCounter;
import io.github.inkling.core.training.SideBySide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Trains something for every pair of classes, several pairs at a time. */
final class AllPairs {
  private final List<Pair> pairs = new ArrayList<>();

  AllPairs(ClassOrder order) {
    for (int i = 0; i < order.classCount(); i++) {
      for (int j = i + 1; j < order.classCount(); j++) {
        pairs.add(Pair.of(order, pairs.size(), i, j));
      }
    }
  }

  /**
   * Trains.
   *
   * @param stage what to call it
   * @param training trains one pair; called by several threads
   * @return in the order of the pairs: (0, 1), (0, 2), ..., (1, 2), ...
   * @throws IllegalStateException if the thread is interrupted, which it stays
   */
  <T> List<T> train(String stage, ProgressListener progress, Function<Pair, T> training) {
    ProgressCounter counter = new ProgressCounter(progress, stage, pairs.size());
    // The largest first, so that no thread is left with a large one at the end.
    List<Pair> largestFirst = new ArrayList<>(pairs);
    largestFirst.sort(Comparator.comparingInt(Pair::size).reversed());
    List<Supplier<T>> trainings = new ArrayList<>();
    for (Pair pair : largestFirst) {
      trainings.add(
          () -> {
            T trained = training.apply(pair);
            counter.add(1);
            return trained;
          });
    }
    List<T> trained = SideBySide.train("svm-training", trainings);
    return pairs.stream().map(pair -> trained.get(largestFirst.indexOf(pair))).toList();
  }
}
