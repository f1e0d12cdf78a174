package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;

/**
 * How the 28 pixels along one axis belong to zones of equal width. A pixel belongs to at most two
 * neighbouring zones. Immutable.
 *
 * <p>With hard borders it belongs to those it overlaps, by the share of the overlap. With soft ones
 * its membership falls linearly from a zone's centre to the centres of its neighbours, so that a
 * stroke that moves by a pixel moves its share smoothly; beyond the outer centres the outer zone
 * has it all.
 */
final class ZoneAxis {
  private final int[] first = new int[DigitImage.SIZE];
  private final float[] share = new float[DigitImage.SIZE];

  ZoneAxis(int zones, boolean soft) {
    for (int pixel = 0; pixel < DigitImage.SIZE; pixel++) {
      double begin = pixel * (double) zones / DigitImage.SIZE;
      double width = zones / (double) DigitImage.SIZE;
      double intoNext;
      int zone;
      if (soft) {
        double position = Math.max(0, Math.min(zones - 1, begin + width / 2 - 0.5));
        zone = (int) position;
        intoNext = position - zone;
      } else {
        zone = pixel * zones / DigitImage.SIZE;
        intoNext = Math.max(0, (begin + width - (zone + 1)) / width);
      }
      first[pixel] = zone;
      share[pixel] = (float) (1 - (zone + 1 < zones ? intoNext : 0));
    }
  }

  /** The first zone that a pixel belongs to. */
  int first(int pixel) {
    return first[pixel];
  }

  /** How much of the pixel belongs to its first zone; the rest belongs to the next. */
  float share(int pixel) {
    return share[pixel];
  }
}
