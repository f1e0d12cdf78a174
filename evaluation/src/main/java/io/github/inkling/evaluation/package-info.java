/**
 * How well digits are recognised: the evaluation of any {@link
 * io.github.inkling.core.model.Classifier} as plain data ({@link
 * io.github.inkling.evaluation.EvaluationReport}), with the renderers apart.
 */
package io.github.inkling.evaluation;
