/**
 * Inkling's core: pictures, data sets, preprocessing, the contracts that features and classifiers
 * fulfil, and the recognizer that puts them together.
 */
package io.github.inkling.core;
