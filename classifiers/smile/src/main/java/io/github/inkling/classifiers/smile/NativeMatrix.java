package io.github.inkling.classifiers.smile;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads;

import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A row-major matrix of floats in native memory, and OpenBLAS's products of such matrices. The only
 * place that touches OpenBLAS.
 *
 * <p>Native, because JavaCPP copies every array on the heap to native memory and back at every
 * call: for 10,000 support vectors of 480 values that took eight times as long as the product of
 * one digit.
 *
 * <p>Loading this class sets OpenBLAS's number of threads to 1 for the whole process. A program
 * that uses OpenBLAS itself may set it again: a value does not depend on the number of threads,
 * which share out rows and columns and never split a sum. Nor does it depend on the number of rows,
 * if that is {@link #evenRows}, but with some of OpenBLAS's kernels, as that for AVX2, it does on a
 * row's place among {@link #TILE}; {@code NativeMatrixTest} holds it to that. Products may be
 * formed from several Java threads at once.
 */
final class NativeMatrix implements AutoCloseable {
  /** Rows that OpenBLAS's kernels take at a time: four, six or twelve. */
  static final int TILE = 12;

  /** OpenBLAS takes up to 100 x 100 x 100 multiplications for a small product. */
  private static final long SMALL_PRODUCT = 1_000_000;

  /** Rows of a product that one thread computes at a time. */
  private static final int SHARE = 64;

  static {
    // Inkling forms a product per Java thread. Threads of OpenBLAS's own would wait for each other:
    // they made the training of the SVM take half as long again.
    blas_set_num_threads(1);
  }

  private final int rows;
  private final int columns;
  private final FloatPointer values;

  /** Takes memory for a matrix of unspecified values. */
  NativeMatrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.values = new FloatPointer(Math.max(1, (long) rows * columns));
  }

  /** A matrix of zeros. */
  static NativeMatrix zeros(int rows, int columns) {
    NativeMatrix matrix = new NativeMatrix(rows, columns);
    Pointer.memset(matrix.values, 0, (long) rows * columns * Float.BYTES);
    return matrix;
  }

  /** Copies whole rows of a row-major array. */
  static NativeMatrix copyOf(float[] source, int rows, int columns) {
    NativeMatrix matrix = new NativeMatrix(rows, columns);
    matrix.write(source, 0, rows * columns);
    return matrix;
  }

  /**
   * How many rows at least to multiply with {@code others} rows of a width. Small products, and the
   * last rows of others, take other paths through OpenBLAS, which sum in another order: whoever
   * wants the same bits for one digit as for a thousand adds rows up to this number.
   *
   * @return {@code rows} or a few more: whole tiles
   */
  static int evenRows(int rows, int others, int width) {
    long least = Math.max(rows, SMALL_PRODUCT / ((long) others * width) + 1);
    return Math.toIntExact((least + TILE - 1) / TILE * TILE);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Overwrites the first values. */
  void write(float[] source, int offset, int count) {
    requireRoom(count);
    values.put(source, offset, count);
  }

  /** Overwrites one row. */
  void writeRow(int row, float[] source, int offset) {
    requireRows(row, 1);
    row(row).put(source, offset, columns);
  }

  /** Copies the first values out. */
  void read(float[] target, int offset, int count) {
    requireRoom(count);
    values.get(target, offset, count);
  }

  /**
   * Products of rows with rows: {@code product[i][j] = a[aFrom + i] · b[bFrom + j]}, packed into
   * the beginning of {@code product} as {@code aCount} rows of {@code bCount} values.
   */
  static void rowsByRows(
      NativeMatrix a,
      int aFrom,
      int aCount,
      NativeMatrix b,
      int bFrom,
      int bCount,
      NativeMatrix product) {
    requireEqual(a.columns, b.columns);
    a.requireRows(aFrom, aCount);
    b.requireRows(bFrom, bCount);
    product.requireRoom((long) aCount * bCount);
    rowsByRows(aCount, bCount, a.columns, a.row(aFrom), b.row(bFrom), product.values);
  }

  /**
   * Products of the first {@code aCount} rows with {@code bCount} packed rows: {@code b} begins
   * with the first feature of all of these, then comes the second, and so on. {@code product}
   * begins with {@code aCount} rows of {@code bCount} values.
   */
  static void rowsByPackedRows(
      NativeMatrix a, int aCount, NativeMatrix b, int bCount, NativeMatrix product) {
    a.requireRows(0, aCount);
    b.requireRoom((long) a.columns * bCount);
    product.requireRoom((long) aCount * bCount);
    rowsByColumns(aCount, bCount, a.columns, a.values, b.values, product.values);
  }

  /** The usual product of the first {@code aCount} rows: {@code product = a b}. */
  static void rowsByColumns(NativeMatrix a, int aCount, NativeMatrix b, NativeMatrix product) {
    requireEqual(a.columns, b.rows);
    a.requireRows(0, aCount);
    product.requireRoom((long) aCount * b.columns);
    rowsByColumns(aCount, b.columns, a.columns, a.values, b.values, product.values);
  }

  /**
   * Products of the first {@code aCount} rows of {@code a} with all rows of {@code b}, shared out
   * among threads: {@code product[i][j] = a[i] · b[j]}.
   */
  static void rowsByRowsInParallel(
      NativeMatrix a, int aCount, NativeMatrix b, NativeMatrix product) {
    requireEqual(a.columns, b.columns);
    a.requireRows(0, aCount);
    product.requireRoom((long) aCount * b.rows);
    forEachShare(
        aCount,
        (from, count) ->
            rowsByRows(
                count, b.rows, a.columns, a.row(from), b.values, product.at((long) from * b.rows)));
  }

  /**
   * The usual product of the first {@code aCount} rows, shared out among threads: {@code product =
   * a b}.
   */
  static void rowsByColumnsInParallel(
      NativeMatrix a, int aCount, NativeMatrix b, NativeMatrix product) {
    requireEqual(a.columns, b.rows);
    a.requireRows(0, aCount);
    product.requireRoom((long) aCount * b.columns);
    forEachShare(
        aCount,
        (from, count) ->
            rowsByColumns(
                count,
                b.columns,
                a.columns,
                a.row(from),
                b.values,
                product.at((long) from * b.columns)));
  }

  /**
   * Sum over the first {@code count} rows of both, shared out among threads: {@code product[i][j] =
   * Σ a[r][i] b[r][j]}.
   */
  static void columnsByColumnsInParallel(
      NativeMatrix a, NativeMatrix b, int count, NativeMatrix product) {
    a.requireRows(0, count);
    b.requireRows(0, count);
    product.requireRoom((long) a.columns * b.columns);
    forEachShare(
        a.columns,
        (from, columns) ->
            cblas_sgemm(
                CblasRowMajor,
                CblasTrans,
                CblasNoTrans,
                columns,
                b.columns,
                count,
                1,
                a.at(from),
                a.columns,
                b.values,
                b.columns,
                0,
                product.at((long) from * b.columns),
                b.columns));
  }

  private static void rowsByRows(
      int aCount, int bCount, int width, FloatPointer a, FloatPointer b, FloatPointer product) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
        aCount,
        bCount,
        width,
        1,
        a,
        width,
        b,
        width,
        0,
        product,
        Math.max(1, bCount));
  }

  private static void rowsByColumns(
      int aCount, int columns, int width, FloatPointer a, FloatPointer b, FloatPointer product) {
    int stride = Math.max(1, columns);
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        aCount,
        columns,
        width,
        1,
        a,
        width,
        b,
        stride,
        0,
        product,
        stride);
  }

  @FunctionalInterface
  private interface Share {
    void multiply(int from, int count);
  }

  /** Shares are of one size on every machine, and so are the bits. */
  private static void forEachShare(int rows, Share share) {
    int shares = (rows + SHARE - 1) / SHARE;
    IntStream.range(0, shares)
        .parallel()
        .forEach(s -> share.multiply(s * SHARE, Math.min(SHARE, rows - s * SHARE)));
  }

  /** Gives the memory back. */
  @Override
  public void close() {
    values.close();
  }

  private FloatPointer row(int row) {
    return at((long) row * columns);
  }

  /** A view with a position of its own: the owner's is for all threads and must not move. */
  private FloatPointer at(long value) {
    return values.getPointer(value);
  }

  private void requireRows(int from, int count) {
    if (from < 0 || count < 0 || from > rows - count) {
      throw new IndexOutOfBoundsException(
          "rows %d to %d of a matrix of %d rows".formatted(from, (long) from + count, rows));
    }
  }

  private void requireRoom(long count) {
    if (count > (long) rows * columns) {
      throw new IndexOutOfBoundsException(
          "%d values in a matrix of %d x %d".formatted(count, rows, columns));
    }
  }

  private static void requireEqual(int a, int b) {
    if (a != b) {
      throw new IllegalArgumentException(
          "the factors of a product differ in width: %d and %d".formatted(a, b));
    }
  }
}
