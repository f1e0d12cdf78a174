package io.github.inkling.benchmark.latency;

/**
 * What one call cost, in microseconds.
 *
 * @param part what was called, such as {@code normalise}
 * @param classifier whose model, or empty if it does not matter
 * @param median half of the calls took no longer
 * @param p99 99 of 100 calls took no longer
 * @param mean of all calls
 * @param samples calls that were measured
 */
public record Latency(
    String part, String classifier, double median, double p99, double mean, long samples) {}
