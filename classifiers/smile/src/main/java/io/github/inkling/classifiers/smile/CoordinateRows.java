package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.stream.IntStream;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;

/**
 * The coordinates of all training digits along {@link PrincipalAxes}, digit by digit, and how near
 * by them a digit is to others: a tenth of the work that all features would make.
 */
final class CoordinateRows implements RandomVectorScorerSupplier {
  private final PrincipalAxes axes;
  private final int rows;
  private final int width;
  private final float[] values;

  CoordinateRows(PrincipalAxes axes, FeatureMatrix training) {
    this.axes = axes;
    this.rows = training.rows();
    this.width = axes.coordinates();
    this.values = new float[FeatureMatrix.size(rows, width)];
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> axes.project(training.values(), row * training.columns(), values, row * width));
  }

  /** How near training digits are to a digit given by its features. */
  RandomVectorScorer scorer(float[] features, int offset) {
    float[] coordinates = new float[width];
    axes.project(features, offset, coordinates, 0);
    return new Scorer(coordinates, 0);
  }

  @Override
  public RandomVectorScorer scorer(int row) {
    return new Scorer(values, row * width);
  }

  @Override
  public RandomVectorScorerSupplier copy() {
    return this;
  }

  private float squaredDistance(float[] from, int at, int row) {
    int start = row * width;
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i + 3 < width; i += 4) {
      float d0 = from[at + i] - values[start + i];
      float d1 = from[at + i + 1] - values[start + i + 1];
      float d2 = from[at + i + 2] - values[start + i + 2];
      float d3 = from[at + i + 3] - values[start + i + 3];
      sum0 += d0 * d0;
      sum1 += d1 * d1;
      sum2 += d2 * d2;
      sum3 += d3 * d3;
    }
    for (; i < width; i++) {
      float d = from[at + i] - values[start + i];
      sum0 += d * d;
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  private final class Scorer implements RandomVectorScorer {
    private final float[] from;
    private final int at;

    Scorer(float[] from, int at) {
      this.from = from;
      this.at = at;
    }

    /** Larger for nearer ones, and never infinite, which would say that there is nobody. */
    @Override
    public float score(int row) {
      return Math.max(-Float.MAX_VALUE, -squaredDistance(from, at, row));
    }

    @Override
    public int maxOrd() {
      return rows;
    }
  }
}
