package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.List;

/**
 * An ensemble whose weights were fitted, and how well it does on the digits that they were fitted
 * on. Measured on the same digits, {@code together} is a little too good; the members are not, as
 * they have not seen them.
 *
 * @param recognizer the ensemble
 * @param members how well each member does alone, in their order
 * @param together how well they do together
 */
public record FittedEnsemble(DigitRecognizer recognizer, List<Score> members, Score together) {
  /**
   * Keeps an unmodifiable copy of the scores.
   *
   * @param recognizer the ensemble
   * @param members one score a member
   * @param together the ensemble's
   */
  public FittedEnsemble {
    members = List.copyOf(members);
  }
}
