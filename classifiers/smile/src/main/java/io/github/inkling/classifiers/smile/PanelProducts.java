package io.github.inkling.classifiers.smile;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Inner products of every digit of a batch with every row of a large matrix, in parallel over
 * blocks of digits and panel by panel of the large matrix, so that the products stay in the cache
 * and native memory stays at a few megabytes, whatever the sizes.
 *
 * <p>A digit's products have the same bits at the same place of whatever batch, on however many
 * cores: the panels are the same for every batch, and blocks are whole tiles of OpenBLAS's kernels,
 * the last of them filled up with zeros.
 */
final class PanelProducts {
  private static final int LARGEST_BLOCK = 21 * NativeMatrix.TILE;

  /** Every block copies all panels: with fewer digits that would take longer than products. */
  private static final int SMALLEST_BLOCK = 5 * NativeMatrix.TILE;

  private static final int PANEL = 2048;

  private final float[] panels;
  private final int count;
  private final int width;
  private final int panelHeight;
  private final PanelProduct product;

  /**
   * Prepares products with {@code count} rows.
   *
   * @param rows row-major, not copied
   */
  PanelProducts(float[] rows, int count, int width) {
    this(
        rows,
        count,
        width,
        panelHeight(count),
        (block, height, panel, length, output) ->
            NativeMatrix.rowsByRows(block, 0, height, panel, 0, length, output));
  }

  /** Prepares products with packed rows. */
  PanelProducts(PackedRows rows) {
    this(
        rows.values(),
        rows.count(),
        rows.width(),
        rows.panelHeight(),
        NativeMatrix::rowsByPackedRows);
  }

  /** The panels follow each other in memory, whatever the order within a panel. */
  private PanelProducts(
      float[] panels, int count, int width, int panelHeight, PanelProduct product) {
    this.panels = panels;
    this.count = count;
    this.width = width;
    this.panelHeight = panelHeight;
    this.product = product;
  }

  private static int panelHeight(int count) {
    int panels = Math.max(1, (count + PANEL - 1) / PANEL);
    return Math.max(1, (count + panels - 1) / panels);
  }

  /**
   * What becomes of the products of one block of digits. One thread uses it here; {@link
   * PackedRows} calls {@code accept} from several at once, each with other rows or another digit.
   */
  interface Consumer {
    /**
     * Takes the products of one digit with some of the rows.
     *
     * @param digit the digit within the batch
     * @param first the first of the rows
     * @param products products begin here; may be overwritten
     * @param offset where the products begin
     * @param length how many there are
     */
    void accept(int digit, int first, float[] products, int offset, int length);

    /** Hears that the block has seen all rows. */
    void finish();
  }

  /** Makes the consumer of a block of digits. */
  @FunctionalInterface
  interface ConsumerFactory {
    /**
     * Makes it.
     *
     * @param from the first digit of the block
     * @param to one after the last
     */
    Consumer create(int from, int to);
  }

  /** Products of the first rows of a block with one panel, which depend on the panel's order. */
  @FunctionalInterface
  private interface PanelProduct {
    void multiply(
        NativeMatrix block, int height, NativeMatrix panel, int length, NativeMatrix output);
  }

  /** Multiplies and blocks until every digit is done. */
  void forEach(float[] digits, int digitCount, ConsumerFactory consumers) {
    int block = blockHeight(digitCount);
    int blocks = (digitCount + block - 1) / block;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            b -> {
              int from = b * block;
              int to = Math.min(digitCount, from + block);
              multiply(digits, from, to, consumers.create(from, to));
            });
  }

  /** As large as leaves work for every thread. */
  private static int blockHeight(int digitCount) {
    int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
    int tiles = (digitCount / threads) / NativeMatrix.TILE + 1;
    int share = tiles * NativeMatrix.TILE;
    return Math.min(LARGEST_BLOCK, Math.max(SMALLEST_BLOCK, share));
  }

  private void multiply(float[] digits, int from, int to, Consumer consumer) {
    int height = to - from;
    int filled = NativeMatrix.evenRows(height, lowestPanel(), width);
    float[] products = new float[height * panelHeight];
    try (NativeMatrix block = NativeMatrix.zeros(filled, width);
        NativeMatrix panel = new NativeMatrix(panelHeight, width);
        NativeMatrix output = new NativeMatrix(filled, panelHeight)) {
      block.write(digits, from * width, height * width);
      for (int first = 0; first < count; first += panelHeight) {
        int length = Math.min(panelHeight, count - first);
        panel.write(panels, first * width, length * width);
        product.multiply(block, filled, panel, length, output);
        output.read(products, 0, height * length);
        for (int i = 0; i < height; i++) {
          consumer.accept(from + i, first, products, i * length, length);
        }
      }
    }
    consumer.finish();
  }

  /** The last panel may have fewer rows than the others. */
  private int lowestPanel() {
    return count == 0 ? 1 : (count - 1) % panelHeight + 1;
  }
}
