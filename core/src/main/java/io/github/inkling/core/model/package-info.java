/** The contracts: feature extractors, classifiers, trainers, predictions and progress. */
package io.github.inkling.core.model;
