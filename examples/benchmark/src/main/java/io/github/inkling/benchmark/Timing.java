package io.github.inkling.benchmark;

import io.github.inkling.core.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Seconds of some repetitions.
 *
 * @param seconds at least one
 */
record Timing(List<Double> seconds) {
  Timing {
    seconds = List.copyOf(seconds);
    if (seconds.isEmpty()) {
      throw new IllegalArgumentException("a timing needs at least one repetition");
    }
  }

  /**
   * A result and what it took.
   *
   * @param result of the last repetition
   * @param timing of all
   */
  record Timed<T>(T result, Timing timing) {}

  static <T> Timed<T> once(Supplier<T> work) {
    return repeat(1, 0, work);
  }

  /** Repeats until there are enough repetitions or no time is left, but does it once at least. */
  static <T> Timed<T> repeat(int repetitions, double budgetSeconds, Supplier<T> work) {
    List<Double> seconds = new ArrayList<>();
    double spent = 0;
    T result;
    do {
      Stopwatch stopwatch = Stopwatch.start();
      result = work.get();
      double taken = stopwatch.seconds();
      seconds.add(taken);
      spent += taken;
    } while (seconds.size() < repetitions && spent < budgetSeconds);
    return new Timed<>(result, new Timing(seconds));
  }

  double median() {
    double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
