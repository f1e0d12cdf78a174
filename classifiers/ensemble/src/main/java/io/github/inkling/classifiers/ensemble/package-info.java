/** Several recognizers in one: ensembles, whose members vote, and cascades, cheap ones first. */
package io.github.inkling.classifiers.ensemble;
