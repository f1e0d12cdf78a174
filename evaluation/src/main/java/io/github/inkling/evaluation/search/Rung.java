package io.github.inkling.evaluation.search;

/**
 * A step of a search.
 *
 * @param trials how many settings are tried: the best of the step before, or at first all
 * @param digits how many digits each learns from
 */
public record Rung(int trials, int digits) {}
