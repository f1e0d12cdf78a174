package io.github.inkling.classifiers.smile;

/**
 * The machine of two classes with its calibration.
 *
 * @param machine its support vectors are rows of the {@link ClassOrder}
 * @param sigmoid turns decision values into probabilities
 * @param leftOut number of digits that contradict the machine and were not trained on, as there was
 *     no room or no time for more
 */
record TrainedPair(PairMachine machine, PlattSigmoid sigmoid, int leftOut) {}
