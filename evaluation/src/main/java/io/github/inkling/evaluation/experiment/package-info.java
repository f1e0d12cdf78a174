/**
 * Comparing: a grid of preprocessing, features and classifiers, trained and measured cell by cell,
 * and what came of it as plain data. Renderers are apart.
 */
package io.github.inkling.evaluation.experiment;
