/**
 * How well digits are recognised: the evaluation of any {@link
 * io.github.inkling.core.model.Classifier} as plain data ({@link
 * io.github.inkling.evaluation.EvaluationReport}), with the renderers apart. What is left of it
 * when pictures are corrupted, {@link io.github.inkling.evaluation.robustness} measures.
 */
package io.github.inkling.evaluation;
