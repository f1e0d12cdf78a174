/** Answers to a newcomer's questions: one short main each. */
package io.github.inkling.examples;
