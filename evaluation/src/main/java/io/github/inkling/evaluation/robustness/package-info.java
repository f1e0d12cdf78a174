/**
 * How well digits are still recognised when their pictures are corrupted: noise, blur, other
 * strokes and the like ({@link io.github.inkling.evaluation.robustness.Corruption}), at five
 * strengths each, counted in a {@link io.github.inkling.evaluation.robustness.RobustnessReport}. In
 * plain Java.
 */
package io.github.inkling.evaluation.robustness;
