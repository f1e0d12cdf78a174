package io.github.inkling.evaluation.search;

import java.util.Random;

/** The values that a setting may take. */
sealed interface SettingValues permits ListedValues, NumberRange {
  /**
   * Draws one of the values.
   *
   * @param random of this class, because its documentation fixes the sequence of a seed for every
   *     JDK to come
   */
  String draw(Random random);
}
