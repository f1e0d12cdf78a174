package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.Arrays;
import java.util.List;

/**
 * How long one picture takes from its pixels to the answer, when nothing else is asked.
 *
 * @param p50Micros median, in microseconds
 * @param p99Micros 99 of 100 pictures take no longer, in microseconds
 */
record Latency(double p50Micros, double p99Micros) {
  private static final double NANOS_PER_MICRO = 1000;

  /** Time for Java to compile what is timed. */
  private static final long WARM_UP_NANOS = 400_000_000;

  private static final int WARM_UP_ROUNDS = 5;

  /** A slow recognizer is asked for fewer, but for as many as a percentile needs. */
  private static final long MOST_NANOS = 4_000_000_000L;

  private static final int LEAST = 100;

  /** Asks for each of some pictures, after a warm-up by the same pictures. */
  static Latency of(DigitRecognizer recognizer, List<GrayImage> pictures) {
    long start = System.nanoTime();
    int most = WARM_UP_ROUNDS * pictures.size();
    for (int i = 0; i < most && System.nanoTime() - start < WARM_UP_NANOS; i++) {
      recognizer.recognize(pictures.get(i % pictures.size()));
    }
    long[] nanos = new long[pictures.size()];
    int count = 0;
    long begin = System.nanoTime();
    while (count < nanos.length && (count < LEAST || System.nanoTime() - begin < MOST_NANOS)) {
      long before = System.nanoTime();
      recognizer.recognize(pictures.get(count));
      nanos[count++] = System.nanoTime() - before;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return new Latency(percentile(sorted, 0.5), percentile(sorted, 0.99));
  }

  /** By nearest rank: the smallest that at least this share does not exceed. */
  static double percentile(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)] / NANOS_PER_MICRO;
  }
}
