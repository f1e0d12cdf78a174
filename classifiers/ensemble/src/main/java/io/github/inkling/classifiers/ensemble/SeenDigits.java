package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.recognizer.Provenance;

/**
 * What a recognizer knows of digits, told by the hash of their contents. A recognizer that is made
 * of others has theirs in its report, however deep they lie.
 */
final class SeenDigits {
  /** The report's names of data begin with the names of the members that they are of. */
  static final String TRAINED_ON = "trained on";

  static final String VALIDATION_DATA = "validation data";

  private SeenDigits() {}

  /** Whether it, or a recognizer that it is made of, was trained on these digits. */
  static boolean areTrainedOn(Provenance provenance, String hash) {
    return provenance.dataHash().equals(hash) || isNamed(provenance, TRAINED_ON, hash);
  }

  /** Whether its weights or its threshold, or those of a member, were fitted on these digits. */
  static boolean areFittedOn(Provenance provenance, String hash) {
    return isNamed(provenance, VALIDATION_DATA, hash);
  }

  private static boolean isNamed(Provenance provenance, String name, String hash) {
    return provenance.report().entrySet().stream()
        .anyMatch(figure -> figure.getKey().endsWith(name) && figure.getValue().contains(hash));
  }
}
