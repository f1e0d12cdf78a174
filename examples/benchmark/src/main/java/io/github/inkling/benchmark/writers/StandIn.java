package io.github.inkling.benchmark.writers;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ParallelBlocks;
import io.github.inkling.core.model.ProgressListener;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes digits look like those of other collections. All of it is drawn anew, enlarged, with Java's
 * 2D graphics; the same seed gives the same digits.
 */
public enum StandIn {
  /** MNIST's digits as they are. */
  AS_THEY_ARE("MNIST's digits as they are") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      return digit;
    }
  },

  /** Like postal digits. */
  GREY_16("16 x 16 in grey, upright by their moments, touching their box") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      return upright(digit)
          .box()
          .fitted(16, random.nextDouble(0.8, 1.25))
          .centered(16)
          .toGrayImage();
    }
  },

  /** Like optical digits. */
  BINARY_32("32 x 32 in black and white, touching their box") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      int threshold = random.nextInt(90, 160);
      Sheet box = written(digit, label, random).box();
      Sheet scan = box.fitted(32, random.nextDouble(0.85, 1.3)).binary(threshold);
      return scan.centered(32).toGrayImage();
    }
  },

  /** Like the digits of a fax. */
  THICK_16("16 x 16 in black and white, thick, stretched to fill their box") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      double radius = random.nextDouble(1, 6);
      Sheet thick = written(digit, label, random).swept(radius, radius, 0, 1);
      return thick.box().scaled(16, 16).binary(random.nextInt(90, 160)).toGrayImage();
    }
  },

  /** Stretched grey digits. */
  STRETCHED_16("16 x 16 in grey, stretched to fill their box") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      return Sheet.of(digit).box().scaled(16, 16).toGrayImage();
    }
  },

  /** Wide digits. */
  WIDE("1.4 to 1.8 times as wide") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      return Sheet.of(digit).box().fitted(28, random.nextDouble(1.4, 1.8)).framed(4).toGrayImage();
    }
  },

  /** Narrow digits. */
  NARROW("0.5 to 0.7 times as wide") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      return Sheet.of(digit).box().fitted(28, random.nextDouble(0.5, 0.7)).framed(4).toGrayImage();
    }
  },

  /** Ball-pens in a large picture. */
  THIN_PEN("100 pixels high, strokes of about 1/25 of that") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      Sheet pared = Sheet.of(digit).box().framed(8).pared(random.nextDouble(0.5, 0.75));
      return ink(pared.box().fitted(100, 1).framed(14), random).toGrayImage();
    }
  },

  /** Felt-tips in a large picture. */
  FELT_TIP("100 pixels high, strokes of about 1/4 of that") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      double radius = random.nextDouble(3, 6.5);
      Sheet thick = Sheet.of(digit).swept(radius, radius, 0, 1);
      return ink(thick.box().fitted(100, 1).framed(14), random).toGrayImage();
    }
  },

  /** Out of focus. */
  BLURRED("60 pixels high, out of focus, dark on light, with noise") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      Sheet sharp = Sheet.of(digit).box().fitted(60, 1).framed(12);
      return ink(sharp.blurred(random.nextInt(2, 4)), random).toGrayImage();
    }
  },

  /** European forms. */
  EUROPEAN("28 x 28 in grey, ones and sevens drawn from lines as in Europe") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      return written(digit, label, random).scaled(28, 28).toGrayImage();
    }
  },

  /** A nib that is broad in one direction: in no recipe of training. */
  BROAD_NIB("28 x 28 in grey, with a broad slanted nib") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      Sheet written = Sheet.of(digit).pared(0.4).swept(random.nextDouble(6, 10), 1.5, -0.7, 1);
      return written.scaled(28, 28).toGrayImage();
    }
  },

  /** Ragged edges: in no recipe of training. */
  RAGGED("20 x 20 in black and white, edges ragged by noise") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      Sheet grey = Sheet.of(digit).box().fitted(20, 1).framed(2);
      return grey.mapped(level -> level + random.nextInt(-90, 91)).binary(128).toGrayImage();
    }
  },

  /** A camera that looks from the side: in no recipe of training. */
  KEYSTONE("28 x 28 in grey, higher at one side, as seen from the side") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      double slope = random.nextDouble(0.25, 0.45) * (random.nextBoolean() ? 1 : -1);
      return Sheet.of(digit).keystone(slope).box().fitted(28, 1).framed(4).toGrayImage();
    }
  },

  /**
   * As NIST's programs normalise what they read: upright, scaled to 20 x 32 exactly, and with
   * strokes eroded or dilated where there is much or little ink (Garris et al., "NIST Form-Based
   * Handprint Recognition System", NISTIR 5469, 1994).
   */
  NIST_32("32 x 32 in black and white, upright, scaled to 20 x 32, strokes brought to a width") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      GrayImage page = written(digit, label, random).scaled(28, 28).toGrayImage();
      Sheet scan = upright(page).binary(random.nextInt(90, 160)).box().scaled(20, 32).binary(128);
      double ink = scan.inkShare();
      int change = ink > 0.5 ? -1 : ink < 0.25 ? 1 : 0;
      Sheet even = change == 0 ? scan : scan.swept(1, 1, 0, change);
      return even.centered(32).toGrayImage();
    }
  },

  /** A soft pencil, which does not reach the hollows of the paper. */
  PENCIL("60 pixels high, dark on light, with dots of bare paper in the strokes") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      Sheet written = Sheet.of(digit).pared(random.nextDouble(0.3)).dotted(random);
      return ink(written.box().fitted(60, 1).framed(12), random).toGrayImage();
    }
  },

  /** Strokes that a bad threshold, or the removal of a form's lines, has cut to pieces. */
  BROKEN("60 pixels high, dark on light, thin, strokes cut by lines of bare paper") {
    @Override
    GrayImage make(GrayImage digit, int label, SplittableRandom random) {
      Sheet written = Sheet.of(digit).pared(random.nextDouble(0.3, 0.6)).crossed(random);
      return ink(written.box().fitted(60, 1).framed(12), random).toGrayImage();
    }
  };

  private final String description;

  StandIn(String description) {
    this.description = description;
  }

  abstract GrayImage make(GrayImage digit, int label, SplittableRandom random);

  /**
   * What the digits look like.
   *
   * @return a line
   */
  public String description() {
    return description;
  }

  /**
   * Makes stand-ins of digits, on all cores.
   *
   * @param digits pictures of 28 x 28 pixels, white ink on black
   * @param seed decides what is random
   * @return one picture per digit
   */
  public LabeledDigits of(LabeledDigits digits, long seed) {
    GrayImage[] made = new GrayImage[digits.size()];
    ParallelBlocks.forEach(
        made.length,
        64,
        "Drawing " + this,
        ProgressListener.NONE,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            long mixed =
                new SplittableRandom(seed * 31 + List.of(values()).indexOf(this)).nextLong() + i;
            SplittableRandom random = new SplittableRandom(new SplittableRandom(mixed).nextLong());
            made[i] = make(digits.image(i), digits.label(i), random);
          }
        });
    return new LabeledDigits(digits.name() + ", " + this, List.of(made), digits.labels());
  }

  /** The digit, or if it is a one or a seven, mostly one as in Europe. */
  private static Sheet written(GrayImage digit, int label, SplittableRandom random) {
    if ((label != 1 && label != 7) || random.nextInt(4) == 0) {
      return Sheet.of(digit);
    }
    return label == 1 ? Writing.one(random) : Writing.seven(random);
  }

  private static Sheet upright(GrayImage digit) {
    double mass = 0;
    double meanX = 0;
    double meanY = 0;
    double xy = 0;
    double yy = 0;
    for (int y = 0; y < digit.height(); y++) {
      for (int x = 0; x < digit.width(); x++) {
        int level = digit.at(x, y);
        mass += level;
        meanX += (double) level * x;
        meanY += (double) level * y;
        xy += (double) level * x * y;
        yy += (double) level * y * y;
      }
    }
    meanX /= mass;
    meanY /= mass;
    double slant = (xy / mass - meanX * meanY) / (yy / mass - meanY * meanY);
    return Sheet.of(digit).moved(AffineTransform.getShearInstance(-slant, 0));
  }

  /** Dark ink on light paper, both uneven by noise. */
  private static Sheet ink(Sheet sheet, SplittableRandom random) {
    int paper = random.nextInt(170, 240);
    int ink = random.nextInt(30, 90);
    return sheet.mapped(level -> paper - (paper - ink) * level / 255 + random.nextInt(-4, 5));
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
