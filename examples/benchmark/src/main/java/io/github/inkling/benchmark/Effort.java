package io.github.inkling.benchmark;

import io.github.inkling.core.model.SettingRange;

/**
 * How much is done for a figure.
 *
 * @param repetitions of which the median is taken, 1 to 100
 * @param budget seconds after which neither a training nor an answering is begun again, above 0
 * @param warmUp seconds of trainings and answers of a few digits beforehand, and of answers before
 *     they are timed, at least 0
 */
record Effort(int repetitions, double budget, double warmUp) {
  Effort {
    SettingRange.require("repetitions", repetitions, 1, 100);
    SettingRange.requirePositive("budget", budget);
    SettingRange.requireNonNegative("warm-up", warmUp);
  }
}
