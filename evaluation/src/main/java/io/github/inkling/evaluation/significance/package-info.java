/**
 * Whether one recognizer is better than another, or only luckier: {@link
 * io.github.inkling.evaluation.significance.McNemarTest} for two recognizers that read the same
 * digits, {@link io.github.inkling.evaluation.significance.CorrectedResampledTTest} for two ways of
 * training in the folds of a cross-validation, {@link
 * io.github.inkling.evaluation.significance.HolmCorrection} where several are compared, and {@link
 * io.github.inkling.evaluation.significance.CohensKappa} for how far answers agree beyond chance.
 *
 * <p>All are immutable. The distributions are those of Apache Commons Statistics.
 */
package io.github.inkling.evaluation.significance;
