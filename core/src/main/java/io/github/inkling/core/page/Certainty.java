package io.github.inkling.core.page;

import java.awt.Color;

/**
 * How sure of a digit the recognizer is, in a few steps that can be told apart at a glance. The
 * colours are from the palette of Okabe and Ito ("Color universal design", 2008), which those who
 * are colour-blind tell apart; they are darkened to stand out from white paper.
 */
public enum Certainty {
  /** 99 % and above. */
  SURE("from 99 %", 0.99, new Color(0x0060a8)),
  /** 90 % and above. */
  LIKELY("from 90 %", 0.9, new Color(0x00936b)),
  /** 60 % and above. */
  DOUBTFUL("from 60 %", 0.6, new Color(0xd98200)),
  /** Less than 60 %. */
  GUESSED("below", 0, new Color(0xc8440a)),
  /** The recognizer would rather not say: "?". */
  REJECTED("? rejected", 0, new Color(0xb8428c));

  private final String text;
  private final double least;
  private final Color color;

  Certainty(String text, double least, Color color) {
    this.text = text;
    this.least = least;
    this.color = color;
  }

  /**
   * How sure of a digit the recognizer is.
   *
   * @param digit the digit
   * @return by its confidence, or rejected
   */
  public static Certainty of(PageDigit digit) {
    if (!digit.prediction().isDigit()) {
      return REJECTED;
    }
    for (Certainty certainty : values()) {
      if (digit.prediction().confidence() >= certainty.least) {
        return certainty;
      }
    }
    return GUESSED;
  }

  /**
   * What it is drawn in.
   *
   * @return an opaque colour
   */
  public Color color() {
    return color;
  }

  /**
   * The step in words.
   *
   * @return such as {@code "from 90 %"}: the least confidence of the step
   */
  @Override
  public String toString() {
    return text;
  }
}
