package io.github.inkling.classifiers.smile;

import java.util.ArrayList;
import java.util.List;

/**
 * Owns matrices that are made one after another and given back together, also when making one of
 * the later ones fails. Belongs to one thread.
 */
final class NativeArena implements AutoCloseable {
  private final List<NativeMatrix> matrices = new ArrayList<>();

  /** A matrix of unspecified values. */
  NativeMatrix matrix(int rows, int columns) {
    return own(new NativeMatrix(rows, columns));
  }

  /** A matrix with values copied from a row-major array. */
  NativeMatrix copyOf(float[] source, int rows, int columns) {
    return own(NativeMatrix.copyOf(source, rows, columns));
  }

  /** Gives the memory of all matrices back. */
  @Override
  public void close() {
    matrices.forEach(NativeMatrix::close);
  }

  private NativeMatrix own(NativeMatrix matrix) {
    matrices.add(matrix);
    return matrix;
  }
}
