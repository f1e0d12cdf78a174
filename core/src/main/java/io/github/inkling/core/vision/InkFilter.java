package io.github.inkling.core.vision;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Leaves the digit and drops the rest: specks with far less ink than the largest piece and, in a
 * photograph, what runs along the border, such as the edge of a table or a shadow.
 */
final class InkFilter {
  private static final int PIECES_CONNECTIVITY = 8;

  /** A piece covering this share of a side of the picture runs along it. */
  private static final double ALONG_THE_BORDER = 0.2;

  /** What could be the digit instead has at least this share of the largest piece's ink. */
  private static final double INSTEAD = 0.02;

  private final Mat labelMat;
  private int[] labels = new int[0];

  InkFilter(NativeScope scope) {
    labelMat = scope.own(new Mat(), Mat::release);
  }

  /**
   * Drops pieces in place.
   *
   * @param picture white ink on black
   * @param mat the same picture as a matrix; not changed
   * @param even whether the light was even; if not, whatever touches the border may be a shadow
   * @param speck share of the largest piece's ink below which a piece goes
   * @return whether anything was dropped
   */
  boolean apply(Raster picture, Mat mat, boolean even, double speck) {
    int count = Imgproc.connectedComponents(mat, labelMat, PIECES_CONNECTIVITY);
    if (count <= 2) {
      return false;
    }
    if (labels.length != picture.size()) {
      labels = new int[picture.size()];
    }
    labelMat.get(0, 0, labels);
    long[] ink = inkByPiece(picture, count);
    if (Lighting.isPhoto(picture)) {
      dropBorderPieces(picture, ink, even ? ALONG_THE_BORDER : Double.MIN_VALUE);
    }
    double least = speck * largest(ink);
    boolean dropped = false;
    byte[] pixels = picture.pixels();
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] != 0 && ink[labels[i]] < Math.max(1, least)) {
        pixels[i] = 0;
        dropped = true;
      }
    }
    return dropped;
  }

  private long[] inkByPiece(Raster picture, int count) {
    long[] ink = new long[count];
    byte[] pixels = picture.pixels();
    for (int i = 0; i < pixels.length; i++) {
      ink[labels[i]] += pixels[i] & 0xff;
    }
    return ink;
  }

  /** Takes the ink of pieces at the border, if there is a piece that stands free of it. */
  private void dropBorderPieces(Raster picture, long[] ink, double leastCovered) {
    int width = picture.width();
    int height = picture.height();
    double[] covered = new double[ink.length];
    for (int start : new int[] {0, (height - 1) * width}) {
      cover(covered, start, 1, width);
    }
    for (int start : new int[] {0, width - 1}) {
      cover(covered, start, width, height);
    }
    long free = 0;
    for (int piece = 1; piece < ink.length; piece++) {
      if (covered[piece] == 0) {
        free = Math.max(free, ink[piece]);
      }
    }
    if (free >= INSTEAD * largest(ink)) {
      for (int piece = 1; piece < ink.length; piece++) {
        if (covered[piece] >= leastCovered) {
          ink[piece] = 0;
        }
      }
    }
  }

  /** Notes for every piece the largest share of a side that it covers. */
  private void cover(double[] covered, int start, int step, int length) {
    int[] pixels = new int[covered.length];
    for (int i = 0; i < length; i++) {
      pixels[labels[start + i * step]]++;
    }
    for (int piece = 0; piece < covered.length; piece++) {
      covered[piece] = Math.max(covered[piece], (double) pixels[piece] / length);
    }
  }

  private static long largest(long[] ink) {
    long largest = 0;
    for (int piece = 1; piece < ink.length; piece++) {
      largest = Math.max(largest, ink[piece]);
    }
    return largest;
  }
}
