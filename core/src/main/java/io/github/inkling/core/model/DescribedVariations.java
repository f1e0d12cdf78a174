package io.github.inkling.core.model;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Variations in other features. They are made and described in parts: those in the features that
 * are not wanted may be much larger.
 */
final class DescribedVariations implements Variations {
  private static final int MOST_ROWS = 8192;

  private final Variations variations;
  private final UnaryOperator<FeatureMatrix> description;

  DescribedVariations(Variations variations, UnaryOperator<FeatureMatrix> description) {
    this.variations = variations;
    this.description = description;
  }

  @Override
  public FeatureMatrix of(int[] rows, int first, int copies, ProgressListener progress) {
    long total = (long) rows.length * copies;
    if (total > FeatureMatrix.MAX_VALUES) {
      throw new IllegalArgumentException(
          "%d copies of each of %d digits are more rows than a matrix holds; make fewer"
              .formatted(copies, rows.length));
    }
    int part = Math.max(1, MOST_ROWS / Math.max(1, copies));
    FeatureMatrix start = describe(rows, 0, part, first, copies, progress);
    if (part >= rows.length) {
      return start;
    }
    int columns = start.columns();
    float[] values = Arrays.copyOf(start.values(), FeatureMatrix.size((int) total, columns));
    for (int from = part; from < rows.length; from += part) {
      FeatureMatrix next = describe(rows, from, part, first, copies, progress);
      System.arraycopy(next.values(), 0, values, from * copies * columns, next.values().length);
    }
    return FeatureMatrix.wrap((int) total, columns, values);
  }

  @Override
  public int kinds() {
    return variations.kinds();
  }

  @Override
  public Variations ofKind(int kind) {
    return new DescribedVariations(variations.ofKind(kind), description);
  }

  private FeatureMatrix describe(
      int[] rows, int from, int part, int first, int copies, ProgressListener progress) {
    int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + part));
    long before = (long) from * copies;
    long total = (long) rows.length * copies;
    return description.apply(
        variations.of(
            some,
            first,
            copies,
            (stage, done, of) -> progress.progress(stage, before + done, total)));
  }
}
