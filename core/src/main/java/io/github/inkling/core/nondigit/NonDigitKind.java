package io.github.inkling.core.nondigit;

import java.util.List;
import java.util.SplittableRandom;

/** Kinds of pictures that show no digit. */
public enum NonDigitKind {
  /** One to three letters that are no digits when written by hand. */
  LETTERS(22),
  /** Signs: plus, minus, equals, ticks, arrows, brackets, dots. */
  SYMBOLS(10),
  /** What a pen leaves that writes nothing: curves, zigzags, spirals. */
  SCRIBBLES(10),
  /** Drawn things: triangles, squares, stars, filled discs. */
  SHAPES(8),
  /** Paper without writing: noise, grain, stripes, ruled lines. */
  TEXTURES(9),
  /** Smudges and blots without any stroke. */
  SMUDGES(4),
  /** A part of a digit that is no digit any more. */
  FRAGMENTS(13),
  /** Two digits in one picture, apart, touching or overlapping. */
  PAIRS(11),
  /** A digit and a large piece of its neighbour. */
  NEIGHBORS(9),
  /** A digit that was struck out. */
  CROSSED_OUT(4);

  private static final List<NonDigitKind> KINDS = List.of(values());
  private static final int TOTAL = KINDS.stream().mapToInt(kind -> kind.weight).sum();

  private final int weight;

  NonDigitKind(int weight) {
    this.weight = weight;
  }

  /** Draws a kind, each as often as its weight says. */
  static NonDigitKind draw(SplittableRandom random) {
    int place = random.nextInt(TOTAL);
    for (NonDigitKind kind : KINDS) {
      place -= kind.weight;
      if (place < 0) {
        return kind;
      }
    }
    throw new AssertionError(place);
  }
}
