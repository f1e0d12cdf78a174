/**
 * Trained recognizers as ONNX graphs, from 28 x 28 pixels to ten probabilities, for phones,
 * browsers and other languages. It works from names of features and from what a model file holds,
 * as {@code docs/model-file.md} describes it, and knows no classifier's code.
 */
package io.github.inkling.classifiers.onnx;
