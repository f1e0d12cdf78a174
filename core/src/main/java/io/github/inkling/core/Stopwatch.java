package io.github.inkling.core;

/** Measures how long work takes, by a clock that is never put back. */
public final class Stopwatch {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long start = System.nanoTime();

  private Stopwatch() {}

  /**
   * Starts.
   *
   * @return a stopwatch that runs for good
   */
  public static Stopwatch start() {
    return new Stopwatch();
  }

  /**
   * The time since the start.
   *
   * @return seconds, at least 0
   */
  public double seconds() {
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }
}
