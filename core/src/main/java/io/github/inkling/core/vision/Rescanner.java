package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes pictures of digits as another writer, pen and scanner would have given them: ones, fours,
 * sevens and nines in other countries' forms, with other proportions, thinner or thicker strokes or
 * gaps in them, leaning, stretched to fill their box, at 10 x 10 to 32 x 32 pixels (with gaps, 16 x
 * 16 to 64 x 64) in grey or in black and white, and blurred. A model of the defects of documents in
 * the sense of Baird, "Document image defect models", in Structured Document Image Analysis,
 * Springer 1992. Immutable and safe for concurrent use; plain Java.
 *
 * <p>A picture is to be normalised as any other: what the {@link Normalizer} cannot undo is what is
 * to be learned from it.
 */
public final class Rescanner {
  private static final int LEAST_PIXELS = 10;
  private static final int MOST_PIXELS = 32;

  /** Paper around the ink, so that nobody takes a fat digit for the paper. */
  private static final int MARGIN = 2;

  /** Stroke widths as shares of the digit's height: a ball-pen's, and a felt-tip's. */
  private static final double THINNEST = 1.0 / 28;

  private static final double THICKEST = 1.0 / 3.6;

  private static final double MOST_BLUR = 1.1;

  /** Logarithm of the ratio of a row's height at the top to that of one at the bottom. */
  private static final double MOST_DRAWN_OUT = 2;

  /** A stroke of so many pixels is seen at any threshold. */
  private static final double FULL_STROKE = 1.3;

  /** A digit becomes at most so many times as wide: even a bare stroke does not fill a box. */
  private static final double LEAST_STRETCH = 3;

  private static final double MOST_STRETCH = 8;

  /** Boxes that digits are stretched to fill: a square, or as narrow as NIST's of 20 x 32. */
  private static final double SQUARES = 0.6;

  private static final double NARROWEST_BOX = 0.55;

  /** Rows or columns of the picture in black and white that is scanned again. */
  private static final int LEAST_FIRST = 14;

  private static final int MOST_FIRST = 56;

  /** Keeps a copy's rescan from being decided by the same numbers as its augmentation. */
  private static final long OTHER_DRAWS = 0x5ca9;

  private final RescanSettings settings;
  private final NormalizerSettings normalizer;
  private final long seed;

  /**
   * A rescanner.
   *
   * @param settings how many copies are rescanned, and how often each change is made
   * @param normalizer how the pictures are normalised again
   * @param seed decides every change
   */
  public Rescanner(RescanSettings settings, NormalizerSettings normalizer, long seed) {
    this.settings = settings;
    this.normalizer = normalizer;
    this.seed = seed + OTHER_DRAWS;
  }

  /**
   * How often each change is made.
   *
   * @return the settings it was made with
   */
  public RescanSettings settings() {
    return settings;
  }

  /**
   * Rescans some of a block of copies and normalises them again, on the calling thread.
   *
   * @param copies the copies as they are
   * @return the copies in their order: those that are rescanned with other digits, the others, and
   *     those whose ink was lost, as they were
   */
  public List<DigitCopy> rescan(List<DigitCopy> copies) {
    if (settings.share() == 0) {
      return copies;
    }
    List<DigitCopy> rescanned = new ArrayList<>(copies.size());
    try (Workbench workbench = new Workbench(normalizer)) {
      for (DigitCopy copy : copies) {
        SplittableRandom random =
            new SplittableRandom(Augmenter.seedOf(seed, copy.number(), copy.copy()));
        DigitImage digit = copy.digit();
        if (random.nextDouble() < settings.share() && !digit.isBlank()) {
          GrayImage picture = picture(digit, copy.label(), random);
          digit = workbench.normalize(picture, StageObserver.NONE);
        }
        rescanned.add(digit.isBlank() ? copy : copy.with(digit));
      }
    }
    return rescanned;
  }

  /**
   * Rescans one digit, whatever the share.
   *
   * @param copy a copy of a digit, not blank
   * @return the picture, white ink on black
   * @throws IllegalArgumentException if the digit is blank
   */
  public GrayImage picture(DigitCopy copy) {
    if (copy.digit().isBlank()) {
      throw new IllegalArgumentException("a blank picture has no digit to be rescanned");
    }
    SplittableRandom random =
        new SplittableRandom(Augmenter.seedOf(seed, copy.number(), copy.copy()));
    return picture(copy.digit(), copy.label(), random);
  }

  private GrayImage picture(DigitImage digit, int label, SplittableRandom random) {
    double slant = settings.slant() * (2 * random.nextDouble() - 1);
    double drawnOut = MOST_DRAWN_OUT * settings.balance() * (2 * random.nextDouble() - 1);
    InkField field = InkField.of(digit, slant, 0).balanced(drawnOut);
    boolean isOtherForm = random.nextDouble() < settings.forms();
    SplittableRandom ofForm = random.split();
    List<PenStroke> strokes = List.of();
    if (isOtherForm) {
      field = Letterforms.reshape(field, label, ofForm);
      strokes = Letterforms.draw(field, label, ofForm);
    }
    double from = field.strokeWidth();
    double to = from;
    if (random.nextDouble() < settings.pen()) {
      double share = THINNEST * Math.pow(THICKEST / THINNEST, random.nextDouble());
      to = share * field.height();
    }
    boolean hasGaps = random.nextDouble() < settings.gaps();
    SplittableRandom ofGaps = random.split();
    InkField written = field.written(from, to, strokes).cropped(0);
    // Small pictures would not show them.
    return hasGaps
        ? scan(Wear.wear(written, ofGaps).cropped(0), MOST_PIXELS / 2, 2 * MOST_PIXELS, random)
        : scan(written, LEAST_PIXELS, MOST_PIXELS, random);
  }

  private GrayImage scan(InkField ink, int least, int most, SplittableRandom random) {
    int longest = least + random.nextInt(most - least + 1);
    double aspect = aspect((double) ink.width() / ink.height(), random);
    InkField first = random.nextDouble() < settings.twice() ? bitmap(ink, random) : ink;
    // Small pictures are coarse enough.
    double sigma = MOST_BLUR * random.nextDouble() * longest / MOST_PIXELS;
    boolean isBinary = random.nextDouble() < settings.binary();
    double threshold = isBinary ? threshold(ink, longest, random) : 0;
    int width = width(longest, aspect);
    int height = height(longest, aspect);
    return ScanGrid.scan(first, width, height, MARGIN, sigma, threshold);
  }

  private double aspect(double aspect, SplittableRandom random) {
    if (random.nextDouble() < settings.stretch()) {
      boolean isSquare = random.nextDouble() < SQUARES;
      double box = isSquare ? 1 : NARROWEST_BOX + (1 - NARROWEST_BOX) * random.nextDouble();
      double most = LEAST_STRETCH + (MOST_STRETCH - LEAST_STRETCH) * random.nextDouble();
      return Math.min(box, aspect * most);
    }
    return aspect * Math.exp(Math.log1p(settings.aspect()) * (2 * random.nextDouble() - 1));
  }

  /** The digit as a first scanner gives it, in its own proportions: edges become staircases. */
  private static InkField bitmap(InkField ink, SplittableRandom random) {
    int longest = LEAST_FIRST + random.nextInt(MOST_FIRST - LEAST_FIRST + 1);
    double aspect = (double) ink.width() / ink.height();
    int width = width(longest, aspect);
    int height = height(longest, aspect);
    double threshold = threshold(ink, longest, random);
    byte[] pixels = ScanGrid.scan(ink, width, height, 0, 0, threshold).pixels();
    float[] levels = new float[pixels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = pixels[i] & 1;
    }
    return new InkField(width, height, levels).cropped(0);
  }

  /**
   * A scanner's threshold is set so that strokes are seen: a stroke that is thinner than a pixel
   * covers none of them by half, and a fixed one would leave dots that nobody can read.
   */
  private static double threshold(InkField ink, int longest, SplittableRandom random) {
    double stroke = ink.strokeWidth() * longest / Math.max(ink.width(), ink.height());
    return (0.25 + 0.35 * random.nextDouble()) * Math.min(1, stroke / FULL_STROKE);
  }

  private static int width(int longest, double aspect) {
    return (int) Math.max(1, Math.round(longest * Math.min(1, aspect)));
  }

  private static int height(int longest, double aspect) {
    return (int) Math.max(1, Math.round(longest / Math.max(1, aspect)));
  }
}
