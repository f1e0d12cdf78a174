package io.github.inkling.evaluation.robustness;

import io.github.inkling.core.model.SettingRange;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What happens to a picture of a digit on its way to a recognizer, each at five strengths: 1 is
 * just to be seen, and at 5 a person still reads most digits. After the idea of MNIST-C (Mu and
 * Gilmer, "MNIST-C: A robustness benchmark for computer vision", 2019, arXiv:1906.02337) and
 * ImageNet-C (Hendrycks and Dietterich, "Benchmarking neural network robustness to common
 * corruptions and perturbations", ICLR 2019); the parameters are Inkling's own, so error rates do
 * not compare with theirs.
 *
 * <p>A unit of length is 1/28 of a picture's longer side: a pixel of MNIST. Levels are shares of
 * the way from paper (0) to the strongest ink (1). Each constant names the five values of its
 * {@link #amount}.
 */
public enum Corruption {
  /**
   * Gaussian noise on every pixel, cut off at black and white. Its standard deviation, as a level:
   * 0.1, 0.2, 0.3, 0.4, 0.5.
   */
  NOISE,
  /** Gaussian blur. Its standard deviation, in units of length: 0.6, 1, 1.4, 1.8, 2.2. */
  BLUR,
  /** The digit is turned, to the left or to the right, by 9, 18, 27, 36, 45 degrees. */
  ROTATION,
  /**
   * The digit is smaller or larger, by a share a of 0.12, 0.24, 0.36, 0.48, 0.6: 1 - a times its
   * size, or 1 + a / 2 times where the largest still fits into the picture.
   */
  SCALE,
  /**
   * The digit leans to the left or to the right. The tangent of the slant: 0.2, 0.4, 0.6, 0.8, 1.
   */
  SHEAR,
  /**
   * Strokes are thinner or thicker: outlines move inwards by a share of half the mean width of
   * strokes, 0.18, 0.36, 0.54, 0.72, 0.9, or outwards by 1.5 times as much.
   */
  THICKNESS,
  /** Ink fades towards paper. How much of the contrast is lost: 0.5, 0.7, 0.82, 0.89, 0.93. */
  CONTRAST,
  /**
   * A square patch with its middle on the ink, of the level of paper or halfway to ink. Its side,
   * in units of length: 3, 4.5, 6, 7.5, 9.
   */
  OCCLUSION,
  /**
   * Round drops of ink, of radii between 0.4 and 1.6 units of length, small ones more often. How
   * many: 2, 5, 9, 14, 20.
   */
  SPATTER;

  /** The greatest strength; the least is 1. */
  public static final int STRENGTHS = 5;

  /**
   * The parameter behind a strength.
   *
   * @param strength 1 to {@value #STRENGTHS}
   * @return the value that the constant's description names, in its unit
   * @throws IllegalArgumentException if the strength is out of range
   */
  public double amount(int strength) {
    requireStrength(strength);
    return switch (this) {
      case NOISE -> 0.1 * strength;
      case BLUR -> 0.2 + 0.4 * strength;
      case ROTATION -> 9 * strength;
      case SCALE -> 0.12 * strength;
      case SHEAR -> 0.2 * strength;
      case THICKNESS -> 0.18 * strength;
      case CONTRAST -> pick(strength, 0.5, 0.7, 0.82, 0.89, 0.93);
      case OCCLUSION -> 1.5 + 1.5 * strength;
      case SPATTER -> pick(strength, 2, 5, 9, 14, 20);
    };
  }

  /**
   * The name for people.
   *
   * @return the constant's name in lower case, such as {@code "blur"}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Draws the same numbers whatever the strength, so that the strength only scales them. */
  InkPicture damage(InkPicture clean, int strength, SplittableRandom random) {
    double amount = amount(strength);
    return switch (this) {
      case NOISE -> Tones.noise(clean, amount, random);
      case BLUR -> Blur.gaussian(clean, amount * clean.unit());
      case ROTATION -> AffineWarp.rotation(either(amount, random)).apply(clean);
      case SCALE -> AffineWarp.scale(scaleFactor(clean, amount, random)).apply(clean);
      case SHEAR -> AffineWarp.shear(either(amount, random)).apply(clean);
      case THICKNESS -> Pen.moveOutlines(clean, random.nextBoolean() ? 1.5 * amount : -amount);
      case CONTRAST -> Tones.fade(clean, amount);
      case OCCLUSION -> Spots.occlude(clean, amount * clean.unit(), random);
      case SPATTER -> Spots.spatter(clean, (int) amount, random);
    };
  }

  static void requireStrength(int strength) {
    SettingRange.require("strength", strength, 1, STRENGTHS);
  }

  private static double either(double amount, SplittableRandom random) {
    return random.nextBoolean() ? amount : -amount;
  }

  /**
   * Asks for the largest of all strengths: the same digit must not grow at one and shrink at
   * another.
   */
  private double scaleFactor(InkPicture clean, double amount, SplittableRandom random) {
    boolean grows = random.nextBoolean() && clean.hasRoomFor(1 + amount(STRENGTHS) / 2);
    return grows ? 1 + amount / 2 : 1 - amount;
  }

  private static double pick(int strength, double... amounts) {
    return amounts[strength - 1];
  }
}
