package io.github.inkling.core.model;

import java.util.Arrays;

/**
 * Features of a batch of digits: one row per digit, row-major {@code float}s, so that a whole batch
 * is one matrix product. Every value is finite.
 */
public final class FeatureMatrix {
  /** The most values of a matrix: as many as one array can hold. */
  public static final int MAX_VALUES = Integer.MAX_VALUE - 8;

  private final int rows;
  private final int columns;
  private final float[] values;

  private FeatureMatrix(int rows, int columns, float[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /**
   * Wraps values without copying them: the caller gives the array away.
   *
   * @param rows number of digits, at least 0
   * @param columns number of features, at least 1
   * @param values {@code rows * columns} finite values, row by row
   * @return the matrix
   * @throws IllegalArgumentException if the sizes do not fit or a value is NaN or infinite, naming
   *     its row and column
   */
  public static FeatureMatrix wrap(int rows, int columns, float[] values) {
    if (values.length != size(rows, columns)) {
      throw new IllegalArgumentException(
          "a matrix of %d x %d has %d values, not %d"
              .formatted(rows, columns, rows * columns, values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "feature %d of digit %d is %s; features must be finite"
                .formatted(i % columns, i / columns, values[i]));
      }
    }
    return new FeatureMatrix(rows, columns, values);
  }

  /**
   * Copies rows given as arrays.
   *
   * @param rows at least one row, all of one length, finite values
   * @return the matrix
   * @throws IllegalArgumentException if there is no row, a row has another length than the first,
   *     or a value is NaN or infinite
   */
  public static FeatureMatrix ofRows(float[]... rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("a matrix made of rows needs at least one row");
    }
    int columns = rows[0].length;
    float[] values = new float[size(rows.length, columns)];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != columns) {
        throw new IllegalArgumentException(
            "row %d has %d features, the first has %d".formatted(row, rows[row].length, columns));
      }
      System.arraycopy(rows[row], 0, values, row * columns, columns);
    }
    return wrap(rows.length, columns, values);
  }

  /**
   * The number of values of a matrix, checked before memory is asked for.
   *
   * @param rows number of digits, at least 0
   * @param columns number of features, at least 1
   * @return {@code rows * columns}
   * @throws IllegalArgumentException if a size is out of range or one array cannot hold the matrix
   */
  public static int size(int rows, int columns) {
    if (rows < 0 || columns < 1 || (long) rows * columns > MAX_VALUES) {
      throw new IllegalArgumentException(
          "a matrix has at least 0 x 1 and at most %d values, not %d x %d"
              .formatted(MAX_VALUES, rows, columns));
    }
    return rows * columns;
  }

  /**
   * Number of digits.
   *
   * @return at least 0
   */
  public int rows() {
    return rows;
  }

  /**
   * Number of features of a digit.
   *
   * @return at least 1
   */
  public int columns() {
    return columns;
  }

  /**
   * Refuses this matrix where another number of features is needed.
   *
   * @param expected number of features that a classifier was trained on
   * @throws IllegalArgumentException if there are more or fewer, naming both numbers
   */
  public void requireColumns(int expected) {
    if (columns != expected) {
      throw new IllegalArgumentException(
          "the classifier was trained on %d features, but the digits have %d"
              .formatted(expected, columns));
    }
  }

  /**
   * One value.
   *
   * @param row the digit, from 0
   * @param column the feature, from 0
   * @return a finite value
   */
  public float at(int row, int column) {
    return values[row * columns + column];
  }

  /**
   * Copies one row.
   *
   * @param row the digit, from 0
   * @return its features
   */
  public float[] row(int row) {
    return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  /**
   * Copies some rows.
   *
   * @param indices the digits wanted, in the order wanted; a digit may come more than once
   * @return a matrix of {@code indices.length} rows
   */
  public FeatureMatrix select(int... indices) {
    float[] selected = new float[size(indices.length, columns)];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(values, indices[i] * columns, selected, i * columns, columns);
    }
    return new FeatureMatrix(indices.length, columns, selected);
  }

  /**
   * Some neighbouring columns.
   *
   * @param from the first feature wanted
   * @param to the feature behind the last one wanted
   * @return a matrix of {@code to - from} columns; this one if all are wanted
   * @throws IllegalArgumentException if that is none, or one that is not there
   */
  public FeatureMatrix columns(int from, int to) {
    if (from < 0 || to <= from || to > columns) {
      throw new IllegalArgumentException(
          "there are no features %d to %d among %d".formatted(from, to - 1, columns));
    }
    if (to - from == columns) {
      return this;
    }
    int width = to - from;
    float[] some = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * columns + from, some, row * width, width);
    }
    return new FeatureMatrix(rows, width, some);
  }

  /**
   * The values themselves, for matrix products over the whole batch.
   *
   * @return the array behind this matrix, row by row; not a copy, never to be written
   */
  public float[] values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * rows + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "FeatureMatrix[" + rows + " x " + columns + "]";
  }
}
