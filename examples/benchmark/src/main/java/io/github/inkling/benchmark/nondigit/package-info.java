/**
 * Pictures that show no digit, to measure rejection with. They are drawn by other code and mostly
 * of other models than those that a detector learns from ({@code core.nondigit}), so that what is
 * measured is not what was learned by heart. OpenCV is called for its letters alone.
 */
package io.github.inkling.benchmark.nondigit;
