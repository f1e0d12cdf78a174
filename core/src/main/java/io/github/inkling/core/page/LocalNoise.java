package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Makes paper equally quiet everywhere: where less light fell on it, dividing the light out made
 * its noise stronger, and what is more than the rest of the page has is taken off the ink. Noise is
 * measured by a second difference across and down, which is blind to gradients and nearly so to
 * edges (Immerkær, "Fast noise variance estimation", CVIU 64(2), 1996), in blocks.
 */
final class LocalNoise {
  /** Side of a block in pixels. */
  private static final int BLOCK = 32;

  /** A block with less of the sheet than this share says nothing. */
  private static final double LEAST_SHARE = 0.5;

  /** So many standard deviations are taken off: paper seldom has more. */
  private static final double SIGMAS = 4.5;

  /** Compression may leave no noise at all. */
  private static final float LEAST_NOISE = 0.5f;

  /** Blocks around that calm a block's figure. */
  private static final int SMOOTHING = 5;

  private static final double[] SECOND_DIFFERENCE = {1, -2, 1, -2, 4, -2, 1, -2, 1};

  private LocalNoise() {}

  /**
   * Takes the surplus of noise off.
   *
   * @param ink the ink, with the noise of the page as a whole
   * @param light how much light came from each of its pixels, as a share of the paper's
   * @param sheet 255 where the sheet is
   */
  static InkMap remove(InkMap ink, byte[] light, byte[] sheet) {
    int columns = (ink.width() + BLOCK - 1) / BLOCK;
    int rows = (ink.height() + BLOCK - 1) / BLOCK;
    try (NativeScope scope = new NativeScope()) {
      float[] blocks = blocks(ink, differences(ink, light, scope), sheet, columns, rows);
      float usual = usual(blocks);
      for (int i = 0; i < blocks.length; i++) {
        blocks[i] = blocks[i] < 0 ? usual : blocks[i];
      }
      Mat field = scope.own(new Mat(rows, columns, CvType.CV_32FC1), Mat::release);
      field.put(0, 0, blocks);
      Imgproc.medianBlur(field, field, SMOOTHING);
      Imgproc.resize(
          field,
          field,
          new Size(columns * (double) BLOCK, rows * (double) BLOCK),
          0,
          0,
          Imgproc.INTER_LINEAR);
      return without(ink, field, usual);
    }
  }

  private static byte[] differences(InkMap ink, byte[] light, NativeScope scope) {
    Mat kernel = scope.own(new Mat(3, 3, CvType.CV_64FC1), Mat::release);
    kernel.put(0, 0, SECOND_DIFFERENCE);
    Mat mat = scope.own(new Mat(ink.height(), ink.width(), CvType.CV_8UC1), Mat::release);
    mat.put(0, 0, light);
    Mat difference = scope.own(new Mat(), Mat::release);
    Imgproc.filter2D(mat, difference, CvType.CV_16S, kernel);
    Core.convertScaleAbs(difference, mat);
    byte[] differences = new byte[light.length];
    mat.get(0, 0, differences);
    return differences;
  }

  private static InkMap without(InkMap ink, Mat field, float usual) {
    float[] row = new float[field.cols()];
    byte[] levels = ink.levels().clone();
    for (int y = 0; y < ink.height(); y++) {
      field.get(y, 0, row);
      for (int x = 0; x < ink.width(); x++) {
        double surplus = SIGMAS * ink.noise() * (row[x] / usual - 1);
        if (surplus > 0) {
          int at = y * ink.width() + x;
          levels[at] = (byte) Math.max(0, (levels[at] & 0xff) - surplus);
        }
      }
    }
    return new InkMap(ink.width(), ink.height(), levels, ink.noise());
  }

  /** The median of each block on the sheet; -1 of one beside it. */
  private static float[] blocks(InkMap ink, byte[] second, byte[] sheet, int columns, int rows) {
    float[] medians = new float[columns * rows];
    int[] histogram = new int[256];
    for (int block = 0; block < medians.length; block++) {
      Arrays.fill(histogram, 0);
      int left = block % columns * BLOCK;
      int top = block / columns * BLOCK;
      int count = 0;
      for (int y = top; y < Math.min(top + BLOCK, ink.height()); y++) {
        for (int x = left; x < Math.min(left + BLOCK, ink.width()); x++) {
          int at = y * ink.width() + x;
          if (sheet[at] != 0) {
            histogram[second[at] & 0xff]++;
            count++;
          }
        }
      }
      medians[block] = count < LEAST_SHARE * BLOCK * BLOCK ? -1 : median(histogram, count);
    }
    return medians;
  }

  /** The median to parts of a level: levels are too coarse for quiet paper. */
  private static float median(int[] histogram, int count) {
    float below = 0;
    for (int level = 0; ; level++) {
      if (below + histogram[level] >= count / 2f) {
        return level + (count / 2f - below) / histogram[level];
      }
      below += histogram[level];
    }
  }

  /** The median of the blocks on the sheet. */
  private static float usual(float[] blocks) {
    double median =
        Median.of(
            IntStream.range(0, blocks.length)
                .mapToDouble(block -> blocks[block])
                .filter(noise -> noise >= 0));
    return Math.max(LEAST_NOISE, (float) median);
  }
}
