/**
 * Tuning: settings of the classifier, the features and the preprocessing are tried and judged on
 * training digits alone, by cross-validation or on a part that is held out. A {@link
 * io.github.inkling.evaluation.search.SearchSpace} says what may be tried, a {@link
 * io.github.inkling.evaluation.search.SearchStrategy} what of it, and {@link
 * io.github.inkling.evaluation.search.Tuning} tries it.
 */
package io.github.inkling.evaluation.search;
