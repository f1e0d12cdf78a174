package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.training.Interruption;

/**
 * Kernel values between training digits, by matrix products. A digit is given by its row in the
 * {@link ClassOrder}. Owns a copy of the features in native memory. Safe for concurrent use, until
 * it is closed: no thread may be computing then.
 *
 * <p>All methods throw a {@link java.util.concurrent.CancellationException} soon after their thread
 * was interrupted.
 */
final class KernelBlocks implements AutoCloseable {
  private static final int PANEL = 128;
  private static final double LARGEST_KERNEL = 1e12;

  private final FeatureMatrix digits;
  private final ClassOrder order;
  private final KernelFunction kernel;
  private final NativeMatrix features;
  private final float[] norms;

  /**
   * Copies the features to native memory.
   *
   * @throws IllegalArgumentException if kernel values would be too large for a solver
   */
  KernelBlocks(FeatureMatrix digits, ClassOrder order, KernelFunction kernel) {
    this.digits = digits;
    this.order = order;
    this.kernel = kernel;
    float[] unordered =
        SquaredNorms.of("training digit", digits.values(), digits.rows(), digits.columns());
    requireModest(kernel, unordered);
    norms = new float[digits.rows()];
    for (int row = 0; row < norms.length; row++) {
      norms[row] = unordered[order.digit(row)];
    }
    features = new NativeMatrix(digits.rows(), digits.columns());
    for (int row = 0; row < norms.length; row++) {
      copy(row, features, row);
    }
  }

  /** A kernel is largest between a digit and itself, as its matrix is positive semidefinite. */
  private static void requireModest(KernelFunction kernel, float[] norms) {
    float[] value = new float[1];
    for (int digit = 0; digit < norms.length; digit++) {
      value[0] = norms[digit];
      kernel.apply(value, 0, 1, norms[digit], norms, digit);
      if (!(value[0] <= LARGEST_KERNEL)) {
        throw new IllegalArgumentException(
            "the kernel of training digit %d with itself is %.3g, above %.0e: scale the features or lower gamma, coef0 or degree"
                .formatted(digit, value[0], LARGEST_KERNEL));
      }
    }
  }

  /**
   * All values among some digits; computes one half and mirrors it.
   *
   * @param rows the digits, of which there is at least one
   * @return {@code square[i][j] = k(rows[i], rows[j])}
   */
  float[][] square(int[] rows) {
    int count = rows.length;
    float[][] square = new float[count][count];
    float[] chosenNorms = norms(rows);
    float[] buffer = new float[Math.min(PANEL, count) * count];
    try (NativeMatrix chosen = gather(rows);
        NativeMatrix product = new NativeMatrix(Math.min(PANEL, count), count)) {
      for (int panel = 0; panel < count; panel += PANEL) {
        Interruption.check();
        int height = Math.min(PANEL, count - panel);
        int length = count - panel;
        NativeMatrix.rowsByRows(chosen, panel, height, chosen, panel, length, product);
        product.read(buffer, 0, height * length);
        for (int i = 0; i < height; i++) {
          kernel.apply(buffer, i * length, length, chosenNorms[panel + i], chosenNorms, panel);
          System.arraycopy(buffer, i * length + i, square[panel + i], panel + i, length - i);
        }
        for (int j = 1; j < length; j++) {
          for (int i = 0; i < Math.min(j, height); i++) {
            square[panel + j][panel + i] = buffer[i * length + j];
          }
        }
      }
    }
    return square;
  }

  /**
   * The decision values of a machine for all digits of its pair.
   *
   * @param machine its support vectors are items of the pair
   * @return one value per item
   */
  double[] decisions(PairMachine machine, Pair pair) {
    int[] rows = machine.renumber(pair::row).items();
    double[] decisions = new double[pair.size()];
    float[] vectorNorms = norms(rows);
    float[] buffer = new float[PANEL * rows.length];
    try (NativeMatrix vectors = gather(rows);
        NativeMatrix product = new NativeMatrix(PANEL, rows.length)) {
      int item = 0;
      while (item < decisions.length) {
        Interruption.check();
        int end = pair.isFirst(item) ? pair.firstSize() : decisions.length;
        int height = Math.min(PANEL, end - item);
        int row = pair.row(item);
        NativeMatrix.rowsByRows(features, row, height, vectors, 0, rows.length, product);
        product.read(buffer, 0, height * rows.length);
        for (int i = 0; i < height; i++) {
          int offset = i * rows.length;
          kernel.apply(buffer, offset, rows.length, norms[row + i], vectorNorms, 0);
          decisions[item + i] = machine.decide(buffer, offset);
        }
        item += height;
      }
    }
    return decisions;
  }

  @Override
  public void close() {
    features.close();
  }

  private NativeMatrix gather(int[] rows) {
    NativeMatrix chosen = new NativeMatrix(rows.length, digits.columns());
    for (int i = 0; i < rows.length; i++) {
      copy(rows[i], chosen, i);
    }
    return chosen;
  }

  private void copy(int row, NativeMatrix target, int targetRow) {
    target.writeRow(targetRow, digits.values(), order.digit(row) * digits.columns());
  }

  private float[] norms(int[] rows) {
    float[] chosen = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = norms[rows[i]];
    }
    return chosen;
  }
}
