package io.github.inkling.classifiers.smile;

import java.util.stream.IntStream;

/**
 * A large matrix whose inner products with digits are wanted, kept in packed panels: a panel holds
 * some of the rows feature by feature, so that one value of a digit meets that feature of all of
 * the panel's rows side by side in memory (Goto and van de Geijn, "Anatomy of High-Performance
 * Matrix Multiplication", ACM Transactions on Mathematical Software 34, 2008).
 *
 * <p>Up to {@link #FEW} digits are multiplied in Java, by loops that the compiler turns into vector
 * instructions: nothing is copied to native memory, and features that are 0 in a digit are not
 * read. More digits are worth the copy and go through {@link PanelProducts}. Each way gives a digit
 * the same bits in batches of whatever size, but the two sum in different orders and so differ by
 * rounding.
 */
final class PackedRows {
  /** The largest batch that is multiplied in Java, by measurement. */
  static final int FEW = 8;

  /** Sums of a panel stay in the first cache. */
  private static final int PANEL = 1280;

  /** Features that are added in one pass over the sums. */
  private static final int AT_ONCE = 4;

  private final float[] values;
  private final int count;
  private final int width;
  private final int panelHeight;

  private PackedRows(float[] values, int count, int width, int panelHeight) {
    this.values = values;
    this.count = count;
    this.width = width;
    this.panelHeight = panelHeight;
  }

  /** Packs a copy of {@code count} rows of a row-major matrix. */
  static PackedRows of(float[] rows, int count, int width) {
    PackedRows packed = new PackedRows(new float[count * width], count, width, panelHeight(count));
    packed.forEachPanel(
        (first, length) -> {
          for (int row = 0; row < length; row++) {
            for (int f = 0; f < width; f++) {
              packed.values[first * width + f * length + row] = rows[(first + row) * width + f];
            }
          }
        });
    return packed;
  }

  /** A multiple of two panels, so that two threads share them evenly. */
  private static int panelHeight(int count) {
    int panels = count <= PANEL ? 1 : 2 * ((count + 2 * PANEL - 1) / (2 * PANEL));
    return Math.max(1, (count + panels - 1) / panels);
  }

  int count() {
    return count;
  }

  int width() {
    return width;
  }

  /** Rows of each panel but the last, which may have fewer. */
  int panelHeight() {
    return panelHeight;
  }

  /** Panel after panel; within a panel feature after feature. Not a copy, never to be written. */
  float[] values() {
    return values;
  }

  /** The rows again, one after another. */
  float[] unpack() {
    float[] rows = new float[values.length];
    forEachPanel(
        (first, length) -> {
          for (int row = 0; row < length; row++) {
            for (int f = 0; f < width; f++) {
              rows[(first + row) * width + f] = values[first * width + f * length + row];
            }
          }
        });
    return rows;
  }

  /**
   * Multiplies every digit with every row.
   *
   * @param digits row-major
   * @param consumers make what takes the products; it must bear to be called by several threads at
   *     once for different rows
   */
  void forEach(float[] digits, int digitCount, PanelProducts.ConsumerFactory consumers) {
    if (digitCount > FEW) {
      new PanelProducts(this).forEach(digits, digitCount, consumers);
    } else if (digitCount > 0) {
      PanelProducts.Consumer consumer = consumers.create(0, digitCount);
      int panels = (count + panelHeight - 1) / panelHeight;
      IntStream.range(0, panels * digitCount)
          .parallel()
          .forEach(
              task ->
                  multiply(digits, task % digitCount, task / digitCount * panelHeight, consumer));
      consumer.finish();
    }
  }

  private void multiply(float[] digits, int digit, int first, PanelProducts.Consumer consumer) {
    int length = Math.min(panelHeight, count - first);
    float[] sums = new float[length];
    // The rest of the last pass adds 0 times the first feature.
    int[] features = new int[width + AT_ONCE - 1];
    float[] factors = new float[width + AT_ONCE - 1];
    int used = 0;
    for (int f = 0; f < width; f++) {
      float value = digits[digit * width + f];
      if (value != 0) {
        features[used] = f;
        factors[used++] = value;
      }
    }
    for (int k = 0; k < used; k += AT_ONCE) {
      add(sums, first * width, features, factors, k);
    }
    consumer.accept(digit, first, sums, 0, length);
  }

  /** Adds four features to the sums of a panel: one loop, so that the compiler vectorises it. */
  private void add(float[] sums, int panel, int[] features, float[] factors, int k) {
    int a = panel + features[k] * sums.length;
    int b = panel + features[k + 1] * sums.length;
    int c = panel + features[k + 2] * sums.length;
    int d = panel + features[k + 3] * sums.length;
    float fa = factors[k];
    float fb = factors[k + 1];
    float fc = factors[k + 2];
    float fd = factors[k + 3];
    float[] packed = values;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += fa * packed[a + i] + fb * packed[b + i] + fc * packed[c + i] + fd * packed[d + i];
    }
  }

  private void forEachPanel(PanelVisitor visitor) {
    for (int first = 0; first < count; first += panelHeight) {
      visitor.visit(first, Math.min(panelHeight, count - first));
    }
  }

  @FunctionalInterface
  private interface PanelVisitor {
    void visit(int first, int length);
  }
}
