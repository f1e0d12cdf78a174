package io.github.inkling.classifiers.smile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Kernel values of two classes when the blocks do not fit into memory: whole rows, computed when
 * asked for, the least recently used given up first. Belongs to one thread.
 */
final class RowCachedPairKernel implements PairKernel {
  private final KernelBlocks blocks;
  private final ClassOrder order;
  private final int first;
  private final int second;
  private final Map<Integer, float[]> rows;

  RowCachedPairKernel(KernelBlocks blocks, ClassOrder order, int first, int second, int capacity) {
    this.blocks = blocks;
    this.order = order;
    this.first = first;
    this.second = second;
    this.rows = new LeastRecentlyUsed(capacity);
  }

  @Override
  public float value(int a, int b) {
    float[] row = rows.get(a);
    if (row != null) {
      return row[b];
    }
    row = rows.get(b);
    if (row != null) {
      return row[a];
    }
    // The solver holds one of the two fixed for a while, now the former, now the latter.
    rows.put(a, compute(a));
    row = compute(b);
    rows.put(b, row);
    return row[a];
  }

  private float[] compute(int item) {
    int n = order.size(first);
    float[] row = new float[n + order.size(second)];
    int digit = item < n ? order.start(first) + item : order.start(second) + item - n;
    blocks.row(digit, order.start(first), n, row, 0);
    blocks.row(digit, order.start(second), order.size(second), row, n);
    return row;
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<Integer, float[]> {
    private static final long serialVersionUID = 1;

    private final int capacity;

    LeastRecentlyUsed(int capacity) {
      super(16, 0.75f, true);
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, float[]> eldest) {
      return size() > capacity;
    }
  }
}
