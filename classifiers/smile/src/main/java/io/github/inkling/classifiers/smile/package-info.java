/**
 * SVM, k-NN and MLP, with Smile as the solver of the SVM and OpenBLAS for the matrix products; and
 * the model of {@link io.github.inkling.core.recognizer.DigitRecognizer#pretrained()}.
 *
 * <p>Smile logs every training at INFO through SLF4J; a program quietens it by setting the logger
 * {@code smile} to WARN.
 */
package io.github.inkling.classifiers.smile;
