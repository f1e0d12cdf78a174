package io.github.inkling.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds the name that was meant by a word with a mistake or two. picocli has suggestions, too, but
 * counts pairs of letters, of which a short word with a mistake keeps few: what it makes of {@code
 * reed} is {@code predict}, and of {@code --verbos} {@code --version}.
 */
final class Spelling {
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
  private static final double LEAST = 0.8;

  private Spelling() {}

  /**
   * The name that is most like a word by its letters, their order, and its beginning.
   *
   * @return empty if none is near
   */
  static Optional<String> nearest(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> similarity(word, name) >= LEAST)
        .max(Comparator.comparingDouble(name -> similarity(word, name)));
  }

  /** Dashes aside, which all options have in common. */
  private static double similarity(String word, String name) {
    return SIMILARITY.apply(withoutDashes(word), withoutDashes(name));
  }

  private static String withoutDashes(String name) {
    return name.replaceFirst("^-+", "");
  }
}
