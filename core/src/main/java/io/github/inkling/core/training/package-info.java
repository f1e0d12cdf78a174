/**
 * How a network learns, whatever computes it: the digits to learn from and those held out, epochs
 * of mini-batches at a falling rate, early stopping, calibration and checkpoints.
 */
package io.github.inkling.core.training;
