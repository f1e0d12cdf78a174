/** The recognizer, from picture to prediction, and its file. */
package io.github.inkling.core.recognizer;
