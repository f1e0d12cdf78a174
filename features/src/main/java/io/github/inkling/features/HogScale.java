package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import java.util.Arrays;

/** The histograms of one scale of HOG. Immutable. */
final class HogScale {
  private static final float CLIP = 0.2f;

  private final HogAxis axis;
  private final int block;
  private final int bins;
  private final boolean root;
  private final float weight;

  /**
   * Prepares a scale.
   *
   * @param settings how histograms are made
   * @param scale which of its scales
   */
  HogScale(HogSettings settings, int scale) {
    this.axis = new HogAxis(settings.cells().get(scale), settings.block(), settings.stride());
    this.block = settings.block();
    this.bins = settings.bins();
    this.root = settings.root();
    this.weight = settings.weights().get(scale).floatValue();
  }

  /** Features of the scale. */
  int length() {
    return axis.cells() * axis.cells() * bins;
  }

  /**
   * Describes a digit.
   *
   * @param votes the digit's
   * @param features are written from {@code offset} on
   */
  void describe(GradientVotes votes, float[] features, int offset) {
    float[] histograms = histograms(votes);
    int blocks = axis.cells() / block;
    float[] values = new float[block * block * bins];
    for (int column = 0; column < blocks; column++) {
      for (int row = 0; row < blocks; row++) {
        gather(histograms, column * block, row * block, values);
        normalize(values);
        System.arraycopy(
            values, 0, features, offset + (column * blocks + row) * values.length, values.length);
      }
    }
  }

  /** Sums the votes: cell row after cell row, in each cell after cell from the left. */
  private float[] histograms(GradientVotes votes) {
    float[] cellRow = new float[axis.cells() * bins];
    float[] histograms = new float[axis.cells() * cellRow.length];
    for (int y = 0; y < DigitImage.SIZE; y++) {
      int from = votes.rowStart(y);
      int to = votes.rowStart(y + 1);
      if (from < to) {
        Arrays.fill(cellRow, 0);
        for (int vote = from; vote < to; vote++) {
          vote(votes, vote, cellRow);
        }
        for (int entry = axis.start(y); entry < axis.start(y + 1); entry++) {
          add(cellRow, axis.weight(entry), histograms, axis.cell(entry) * cellRow.length);
        }
      }
    }
    return histograms;
  }

  private void vote(GradientVotes votes, int vote, float[] cellRow) {
    int x = votes.column(vote);
    for (int entry = axis.start(x); entry < axis.start(x + 1); entry++) {
      int cell = axis.cell(entry) * bins;
      float share = axis.weight(entry);
      cellRow[cell + votes.firstBin(vote)] += share * votes.firstVote(vote);
      cellRow[cell + votes.nextBin(vote)] += share * votes.nextVote(vote);
    }
  }

  private static void add(float[] values, float factor, float[] sums, int offset) {
    for (int i = 0; i < values.length; i++) {
      sums[offset + i] += factor * values[i];
    }
  }

  private void gather(float[] histograms, int firstColumn, int firstRow, float[] values) {
    for (int column = 0; column < block; column++) {
      for (int row = 0; row < block; row++) {
        int cell = (firstRow + row) * axis.cells() + firstColumn + column;
        System.arraycopy(histograms, cell * bins, values, (column * block + row) * bins, bins);
      }
    }
  }

  /** L2-Hys, with OpenCV's small constants against a division by zero. */
  private void normalize(float[] values) {
    float toUnit = 1 / (norm(values) + 0.1f * values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(CLIP, values[i] * toUnit);
    }
    toUnit = 1 / (norm(values) + 1e-3f);
    for (int i = 0; i < values.length; i++) {
      float value = values[i] * toUnit;
      values[i] = weight * (root ? (float) Math.sqrt(value) : value);
    }
  }

  private static float norm(float[] values) {
    float squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    return (float) Math.sqrt(squares);
  }
}
