package io.github.inkling.benchmark.nondigit;

import io.github.inkling.core.image.GrayImage;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Kinds of pictures to measure rejection with. */
public enum TestMaterial {
  /** Letters in the three fonts of which the detector's own letters are. */
  LETTERS_OF_KNOWN_FONTS("letters, fonts learned", true) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return HersheyLetters.draw(random, HersheyLetters.LEARNED, HersheyLetters.UNLIKE_DIGITS);
    }
  },
  /** Letters in the fonts that it has never seen. */
  LETTERS_OF_OTHER_FONTS("letters, other fonts", true) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return HersheyLetters.draw(random, HersheyLetters.OTHERS, HersheyLetters.UNLIKE_DIGITS);
    }
  },
  /** Pens that wander. */
  SCRIBBLES("scribbles", true) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return PenTracks.scribble(random);
    }
  },
  /** Signs of writing and of arithmetic. */
  SIGNS("signs", true) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return PenTracks.sign(random);
    }
  },
  /** Clouds, marble, bricks, checks. */
  TEXTURES("textures", true) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return Surfaces.texture(random);
    }
  },
  /** Paper with its grain, its light and its folds, and nothing on it. */
  EMPTY("empty crops", true) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return Surfaces.empty(random);
    }
  },
  /** Two digits in one crop. */
  PAIRS("two digits in a crop", true) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return cuts.pair(random);
    }
  },
  /** A digit with a piece of the next. */
  NEIGHBORS("digit and half of the next", true) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return cuts.neighbor(random);
    }
  },
  /** Halves of digits, whatever they look like: many look like another digit. */
  HALVES("halves of digits (some are digits)", false) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return cuts.half(random);
    }
  },
  /** Letters that are digits when written by hand. */
  DIGIT_LIKE_LETTERS("letters that are digits (O, l, S)", false) {
    @Override
    GrayImage draw(Random random, WrongCuts cuts) {
      return HersheyLetters.draw(random, HersheyLetters.ALL, HersheyLetters.LIKE_DIGITS);
    }
  };

  private final String text;
  private final boolean target;

  TestMaterial(String text, boolean target) {
    this.text = text;
    this.target = target;
  }

  abstract GrayImage draw(Random random, WrongCuts cuts);

  /**
   * Whether it should be rejected.
   *
   * @return false if much of it cannot be told from a digit
   */
  public boolean isTarget() {
    return target;
  }

  /**
   * Draws pictures.
   *
   * @param count how many
   * @param seed decides every picture
   * @param digits pieces of them are drawn
   * @return the pictures
   */
  public List<GrayImage> draw(int count, long seed, List<GrayImage> digits) {
    WrongCuts cuts = new WrongCuts(digits);
    Random random = new Random(seed * 1_000 + List.of(values()).indexOf(this));
    return IntStream.range(0, count).mapToObj(i -> draw(random, cuts)).toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
