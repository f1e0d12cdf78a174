package io.github.inkling.benchmark;

/**
 * What one library came to.
 *
 * @param library its name and version
 * @param how it was used
 * @param training seconds of the whole training set
 * @param answering seconds of {@code answers.size()} digits
 * @param answers labels of the first digits to answer
 */
record Outcome(String library, String how, Timing training, Timing answering, Labels answers) {
  private static final double MICROS = 1e6;

  double microsPerDigit() {
    return MICROS * answering.median() / answers.size();
  }
}
