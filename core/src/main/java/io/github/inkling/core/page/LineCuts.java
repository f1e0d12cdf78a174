package io.github.inkling.core.page;

import java.util.List;

/**
 * How a line of ink was cut into digits.
 *
 * @param unused seams that were tried, but along which nothing is cut
 * @param used seams between the groups of the best path
 * @param path the best path: digits from left to right, and among them, rejected, what is left out
 */
record LineCuts(List<Seam> unused, List<Seam> used, List<Reading> path) {}
