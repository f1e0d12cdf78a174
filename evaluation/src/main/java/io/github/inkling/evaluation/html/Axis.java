package io.github.inkling.evaluation.html;

import java.util.function.DoubleFunction;

/**
 * A side of a chart.
 *
 * @param title what is shown, with its unit
 * @param scale where values are
 * @param label how a tick is written
 */
record Axis(String title, Scale scale, DoubleFunction<String> label) {
  static Axis of(String title, Scale scale) {
    return new Axis(title, scale, Figures::tick);
  }
}
