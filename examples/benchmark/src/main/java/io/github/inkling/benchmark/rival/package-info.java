/**
 * The libraries that Inkling is measured against, each used plainly, as its own documentation
 * shows. Smile, LIBSVM and OpenCV's {@code ml} are called here and nowhere else in the benchmark.
 */
package io.github.inkling.benchmark.rival;
