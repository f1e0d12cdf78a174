package io.github.inkling.evaluation.experiment;

/**
 * A cell that came to nothing.
 *
 * @param configuration what was tried
 * @param reason what went wrong, in one line
 */
public record Failure(Configuration configuration, String reason) {}
