package io.github.inkling.classifiers.smile;

/**
 * How the kernel values of all machines are fitted into a budget of memory. A machine needs the
 * squares of its two classes and the rectangle between them. In order of preference: the squares of
 * as many classes as possible are computed once and shared, those of the others are computed anew
 * by each machine; fewer machines are trained at a time; one machine at a time works with some rows
 * of its matrix.
 *
 * @param workers machines trained at a time
 * @param shared number of classes, from the first, whose squares are kept
 * @param cachedRows rows of a machine's matrix kept at a time; 0 when whole blocks are held
 */
record MemoryPlan(int workers, int shared, int cachedRows) {
  private static final int FEWEST_ROWS = 16;
  private static final int MOST_ROWS = 1 << 20;

  /** Plans for classes of given sizes. */
  static MemoryPlan of(int[] sizes, long budget, int processors) {
    int machines = sizes.length * (sizes.length - 1) / 2;
    for (int workers = Math.min(processors, machines); workers > 0; workers--) {
      for (int shared = sizes.length; shared >= 0; shared--) {
        if (bytes(sizes, shared, workers) <= budget) {
          return new MemoryPlan(workers, shared, 0);
        }
      }
    }
    long rows = budget / (Float.BYTES * largestMachine(sizes));
    return new MemoryPlan(1, 0, (int) Math.max(FEWEST_ROWS, Math.min(rows, MOST_ROWS)));
  }

  /** Bytes when the squares of the first classes are shared and the largest machines meet. */
  private static long bytes(int[] sizes, int shared, int workers) {
    long values = 0;
    for (int c = 0; c < shared; c++) {
      values += square(sizes[c]);
    }
    long largest = 0;
    for (int i = 0; i < sizes.length; i++) {
      for (int j = i + 1; j < sizes.length; j++) {
        long own = (long) sizes[i] * sizes[j];
        own += i < shared ? 0 : square(sizes[i]);
        own += j < shared ? 0 : square(sizes[j]);
        largest = Math.max(largest, own);
      }
    }
    return Float.BYTES * (values + workers * largest);
  }

  private static long largestMachine(int[] sizes) {
    long largest = 0;
    for (int i = 0; i < sizes.length; i++) {
      for (int j = i + 1; j < sizes.length; j++) {
        largest = Math.max(largest, (long) sizes[i] + sizes[j]);
      }
    }
    return largest;
  }

  private static long square(int size) {
    return (long) size * size;
  }
}
