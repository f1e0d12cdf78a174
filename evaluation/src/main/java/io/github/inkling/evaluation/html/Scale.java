package io.github.inkling.evaluation.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Places values along an axis.
 *
 * @param logarithmic whether equal lengths are equal ratios
 * @param from value at the axis' beginning; above 0 if logarithmic
 * @param to value at its end, above {@code from}
 * @param ticks values that are written beside the axis, ascending
 */
record Scale(boolean logarithmic, double from, double to, List<Double> ticks) {
  private static final double[] STEPS = {1, 2, 5, 10};

  /** Ticks of decades alone where there are as many of these. */
  private static final int DECADES = 3;

  private static final double SLACK = 1e-9;

  Scale {
    requireOrder(logarithmic, from, to);
    ticks = List.copyOf(ticks);
  }

  /** From the tick below the least value to the tick above the greatest. */
  static Scale linear(double least, double greatest, int intervals) {
    double high = greatest > least ? greatest : least + (least == 0 ? 1 : Math.abs(least));
    double step = step((high - least) / intervals);
    double from = Math.floor(least / step + SLACK) * step;
    double to = Math.ceil(high / step - SLACK) * step;
    return exact(from, to, intervals);
  }

  /** From one value to the other, with ticks in between. */
  static Scale exact(double from, double to, int intervals) {
    requireOrder(false, from, to);
    double step = step((to - from) / intervals);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step - SLACK); i * step <= to + SLACK * step; i++) {
      ticks.add(i * step);
    }
    return new Scale(false, from, to, ticks);
  }

  /** From the least value, or a bit below, to the greatest, or a bit above; both are above 0. */
  static Scale logarithmic(double least, double greatest) {
    requireOrder(true, least, Math.max(greatest, least * 1.5));
    double from = stepBelow(least);
    double to = stepAbove(greatest > least ? greatest : least * 1.5);
    boolean decades = Math.log10(to / from) >= DECADES;
    List<Double> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(from) - 1); power <= Math.log10(to) + 1; power++) {
      for (double digit : decades ? new double[] {1} : new double[] {1, 2, 5}) {
        double tick = power < 0 ? digit / Math.pow(10, -power) : digit * Math.pow(10, power);
        if (tick >= from * (1 - SLACK) && tick <= to * (1 + SLACK)) {
          ticks.add(tick);
        }
      }
    }
    return new Scale(true, from, to, ticks);
  }

  /** The place of a value: 0 at the beginning of the axis, 1 at its end, others beyond. */
  double at(double value) {
    if (!logarithmic) {
      return (value - from) / (to - from);
    }
    // What a logarithm has no place for, such as no error at all, lies at the beginning.
    return value <= 0 ? 0 : Math.log(value / from) / Math.log(to / from);
  }

  private static void requireOrder(boolean logarithmic, double from, double to) {
    if (!(from < to) || (logarithmic && !(from > 0)) || !Double.isFinite(to - from)) {
      throw new IllegalArgumentException(
          "a%s scale cannot go from %s to %s".formatted(logarithmic ? " log" : "", from, to));
    }
  }

  private static double step(double length) {
    return stepAbove(length * (1 - SLACK));
  }

  private static double stepAbove(double length) {
    double power = Math.pow(10, Math.floor(Math.log10(length)));
    for (double step : STEPS) {
      if (step * power >= length * (1 - SLACK)) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private static double stepBelow(double length) {
    double power = Math.pow(10, Math.floor(Math.log10(length)));
    for (int i = STEPS.length - 1; i > 0; i--) {
      if (STEPS[i] * power <= length * (1 + SLACK)) {
        return STEPS[i] * power;
      }
    }
    return power;
  }
}
