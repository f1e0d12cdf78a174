/**
 * Stand-ins for the digits of other collections: MNIST's, made to look like theirs by code that has
 * nothing in common with the changes that recognizers learn from.
 */
package io.github.inkling.benchmark.writers;
