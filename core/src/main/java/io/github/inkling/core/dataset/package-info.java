/** Labelled digits and the formats they are read from. */
package io.github.inkling.core.dataset;
