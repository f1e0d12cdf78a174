package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;

/**
 * What the pixels of a digit say to histograms of oriented gradients: each pixel with a gradient
 * votes with its magnitude for the two orientations nearest to its direction, for each the more the
 * nearer it is. The gradient is that of the square root of the ink by the mask (-1, 0, 1); the
 * digit has paper all around it.
 *
 * <p>Votes are in the order of rows, and within a row from the left. One instance serves many
 * digits, one after the other.
 */
final class GradientVotes {
  private static final int TILE = DigitImage.SIZE + 2;
  private static final float[] ROOTS = roots();

  private final int bins;
  private final double binsPerRadian;
  private final byte[] pixels = new byte[DigitImage.PIXELS];
  private final float[] inkRoots = new float[TILE * TILE];
  private final int[] rowStarts = new int[DigitImage.SIZE + 1];
  private final int[] columns = new int[DigitImage.PIXELS];
  private final int[] firstBins = new int[DigitImage.PIXELS];
  private final float[] firstVotes = new float[DigitImage.PIXELS];
  private final float[] nextVotes = new float[DigitImage.PIXELS];

  /**
   * Makes room for the votes of a digit.
   *
   * @param bins orientations
   * @param signed whether they cover 360 degrees, or 180
   */
  GradientVotes(int bins, boolean signed) {
    this.bins = bins;
    this.binsPerRadian = bins / (signed ? 2 * Math.PI : Math.PI);
  }

  /** Replaces the votes by those of another digit. */
  void read(DigitImage digit) {
    digit.copyTo(pixels, 0);
    for (int y = 0, i = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++, i++) {
        inkRoots[(y + 1) * TILE + x + 1] = ROOTS[pixels[i] & 0xff];
      }
    }
    int votes = 0;
    for (int y = 0; y < DigitImage.SIZE; y++) {
      rowStarts[y] = votes;
      for (int x = 0; x < DigitImage.SIZE; x++) {
        int centre = (y + 1) * TILE + x + 1;
        float dx = inkRoots[centre + 1] - inkRoots[centre - 1];
        float dy = inkRoots[centre + TILE] - inkRoots[centre - TILE];
        if (dx != 0 || dy != 0) {
          vote(votes++, x, dx, dy);
        }
      }
    }
    rowStarts[DigitImage.SIZE] = votes;
  }

  private void vote(int i, int x, float dx, float dy) {
    double position = ArcTangent.of(dy, dx) * binsPerRadian - 0.5;
    int bin = (int) Math.floor(position);
    float magnitude = (float) Math.sqrt(dx * dx + dy * dy);
    float next = (float) (position - bin);
    columns[i] = x;
    firstBins[i] = Math.floorMod(bin, bins);
    firstVotes[i] = magnitude * (1 - next);
    nextVotes[i] = magnitude * next;
  }

  /** Where the votes of a row begin; those of row 28 would begin behind the last vote. */
  int rowStart(int y) {
    return rowStarts[y];
  }

  /** The column of the pixel that votes. */
  int column(int vote) {
    return columns[vote];
  }

  /** The lower of the two orientations voted for. */
  int firstBin(int vote) {
    return firstBins[vote];
  }

  /** The other orientation; it follows upon the first, and orientation 0 upon the last. */
  int nextBin(int vote) {
    int next = firstBins[vote] + 1;
    return next == bins ? 0 : next;
  }

  float firstVote(int vote) {
    return firstVotes[vote];
  }

  float nextVote(int vote) {
    return nextVotes[vote];
  }

  private static float[] roots() {
    float[] roots = new float[256];
    for (int ink = 0; ink < roots.length; ink++) {
      roots[ink] = (float) Math.sqrt(ink);
    }
    return roots;
  }
}
