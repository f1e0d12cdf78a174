package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;

/**
 * Kernel values between ranges of training digits in the order of their classes, by matrix
 * products. Owns a copy of the features in native memory. Safe for concurrent use, until it is
 * closed: no thread may be computing then.
 *
 * <p>A value has the same bits whichever method computes it. All methods throw a {@link
 * java.util.concurrent.CancellationException} soon after their thread was interrupted.
 */
final class KernelBlocks implements AutoCloseable {
  private static final int PANEL = 128;

  private final NativeMatrix features;
  private final float[] norms;
  private final KernelFunction kernel;

  KernelBlocks(FeatureMatrix digits, ClassOrder order, KernelFunction kernel) {
    this.kernel = kernel;
    float[] unordered =
        SquaredNorms.of("training digit", digits.values(), digits.rows(), digits.columns());
    norms = new float[digits.rows()];
    // Rows beyond the last, so that a product near the end can be filled up to the least size.
    int spare = NativeMatrix.leastRows(1, digits.columns());
    features = NativeMatrix.zeros(digits.rows() + spare, digits.columns());
    for (int row = 0; row < norms.length; row++) {
      int digit = order.digit(row);
      norms[row] = unordered[digit];
      features.writeRow(row, digits.values(), digit * digits.columns());
    }
  }

  /** All values between two ranges of rows: {@code block[i][j] = k(first + i, second + j)}. */
  float[][] rectangle(int first, int firstCount, int second, int secondCount) {
    float[][] block = new float[firstCount][secondCount];
    forEachPanel(
        firstCount,
        secondCount,
        (panel, height, product, buffer) -> {
          compute(first + panel, height, second, secondCount, product, buffer);
          for (int i = 0; i < height; i++) {
            System.arraycopy(buffer, i * secondCount, block[panel + i], 0, secondCount);
          }
        });
    return block;
  }

  /** All values within a range of rows; computes one half and mirrors it. */
  float[][] square(int first, int count) {
    float[][] block = new float[count][count];
    forEachPanel(
        count,
        count,
        (panel, height, product, buffer) -> {
          int length = count - panel;
          compute(first + panel, height, first + panel, length, product, buffer);
          for (int i = 0; i < height; i++) {
            System.arraycopy(buffer, i * length, block[panel + i], panel, length);
          }
          for (int j = height; j < length; j++) {
            for (int i = 0; i < height; i++) {
              block[panel + j][panel + i] = buffer[i * length + j];
            }
          }
        });
    return block;
  }

  /** The values of one row with a range of rows, written into {@code target} from an offset. */
  void row(int row, int first, int count, float[] target, int offset) {
    forEachPanel(
        1,
        count,
        (panel, height, product, buffer) -> {
          compute(row, 1, first, count, product, buffer);
          System.arraycopy(buffer, 0, target, offset, count);
        });
  }

  @Override
  public void close() {
    features.close();
  }

  @FunctionalInterface
  private interface Panel {
    void compute(int panel, int height, NativeMatrix product, float[] buffer);
  }

  private void forEachPanel(int rows, int columns, Panel task) {
    int tallest = Math.min(PANEL, rows);
    float[] buffer = new float[tallest * columns];
    // A panel with fewer columns may be filled up to more rows: one more row than the least for
    // all columns holds their product, too.
    int room = Math.max(tallest, NativeMatrix.leastRows(columns, features.columns()) + 1);
    try (NativeMatrix product = new NativeMatrix(room, columns)) {
      for (int panel = 0; panel < rows; panel += PANEL) {
        Interruption.check();
        task.compute(panel, Math.min(PANEL, rows - panel), product, buffer);
      }
    }
  }

  private void compute(
      int first, int height, int second, int length, NativeMatrix product, float[] buffer) {
    int filled = Math.max(height, NativeMatrix.leastRows(length, features.columns()));
    NativeMatrix.rowsByRows(features, first, filled, features, second, length, product);
    product.read(buffer, 0, height * length);
    for (int i = 0; i < height; i++) {
      kernel.apply(buffer, i * length, length, norms[first + i], norms, second);
    }
  }
}
