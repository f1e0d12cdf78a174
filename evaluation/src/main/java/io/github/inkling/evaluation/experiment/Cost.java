package io.github.inkling.evaluation.experiment;

import java.util.OptionalLong;

/**
 * What a configuration costs, by the wall clock of the machine it ran on.
 *
 * @param featureSeconds preprocessing and features of all training digits, which cells of the same
 *     features share
 * @param trainSeconds training of the classifier alone
 * @param p50Micros median time from one picture to its answer, in microseconds, when nothing else
 *     is asked
 * @param p99Micros the time that 99 of 100 single answers keep to, in microseconds
 * @param digitsPerSecond pictures answered per second in a batch, preprocessing and features
 *     included
 * @param modelBytes size of the model file
 * @param peakMegabytes the most memory that the process held while this cell was trained and asked,
 *     training digits and features included, in units of 1024 x 1024 bytes; empty where the system
 *     does not tell
 */
public record Cost(
    double featureSeconds,
    double trainSeconds,
    double p50Micros,
    double p99Micros,
    double digitsPerSecond,
    OptionalLong modelBytes,
    OptionalLong peakMegabytes) {}
