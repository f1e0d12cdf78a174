package io.github.inkling.cli;

import io.github.inkling.evaluation.search.GridSearch;
import io.github.inkling.evaluation.search.RandomSearch;
import io.github.inkling.evaluation.search.SearchSpace;
import io.github.inkling.evaluation.search.SearchStrategy;
import io.github.inkling.evaluation.search.SuccessiveHalving;
import io.github.inkling.evaluation.search.Validation;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that say what is tried, and how it is judged. */
final class SearchOptions {
  private static final double HELD_OUT = 1.0 / 6;
  private static final int RANDOM_TRIALS = 20;
  private static final int HALVING_TRIALS = 27;
  private static final int ETA = 3;

  /** The strategies that can be named. */
  enum Kind {
    GRID,
    RANDOM,
    HALVING;

    static Kind of(String text) {
      for (Kind kind : values()) {
        if (kind.toString().equals(text)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "there is no search named '%s'; known are grid, random, halving".formatted(text));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--search",
      paramLabel = "HOW",
      converter = SpecConverters.SearchKind.class,
      description = {
        "grid tries all combinations of lists, random draws some, halving draws more, tries"
            + " them on few digits, and the best third on three times as many.",
        "Default: grid, or random if there is a range"
      })
  private Kind kind;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = {"How many combinations are drawn.", "Default: 20, or 27 with halving"})
  private Integer trials;

  @Option(
      names = "--least",
      paramLabel = "N",
      defaultValue = "1000",
      description = {"The fewest digits that halving begins with.", "Default: ${DEFAULT-VALUE}"})
  private int least;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = {
        "Judge by cross-validation in so many folds, which takes as many times the time.",
        "Default: on a sixth of the digits, which is held out"
      })
  private Integer folds;

  SearchStrategy strategy(SearchSpace space, long seed) {
    Kind chosen =
        kind == null ? (space.isListed() && trials == null ? Kind.GRID : Kind.RANDOM) : kind;
    if (chosen == Kind.GRID && trials != null) {
      throw new IllegalArgumentException(
          "a grid tries all combinations; leave --trials out, or use --search random");
    }
    return switch (chosen) {
      case GRID -> new GridSearch();
      case RANDOM -> new RandomSearch(trials == null ? RANDOM_TRIALS : trials, seed);
      case HALVING ->
          new SuccessiveHalving(trials == null ? HALVING_TRIALS : trials, ETA, least, seed);
    };
  }

  Validation validation(long seed) {
    return folds == null ? Validation.split(HELD_OUT, seed) : Validation.folds(folds, seed);
  }
}
