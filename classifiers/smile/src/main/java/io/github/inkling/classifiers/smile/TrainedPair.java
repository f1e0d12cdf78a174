package io.github.inkling.classifiers.smile;

/**
 * The machine of two classes with its calibration.
 *
 * @param machine its support vectors are rows of the {@link ClassOrder}
 * @param sigmoid turns decision values into probabilities
 */
record TrainedPair(PairMachine machine, PlattSigmoid sigmoid) {}
