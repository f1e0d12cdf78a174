package io.github.inkling.classifiers.smile;

import java.util.stream.IntStream;

/**
 * Inner products of every digit of a batch with every row of a large matrix, in parallel over
 * blocks of digits and panel by panel of the large matrix, so that the products stay in the cache
 * and native memory stays at a few megabytes, whatever the sizes.
 *
 * <p>A digit's products have the same bits in whatever batch it comes: all panels are of one
 * height, and small blocks are filled up with zeros.
 */
final class PanelProducts {
  private static final int BLOCK = 256;
  private static final int PANEL = 2048;

  private final float[] rows;
  private final int count;
  private final int width;
  private final int panelHeight;

  /**
   * Prepares products with {@code count} rows.
   *
   * @param rows row-major, not copied
   */
  PanelProducts(float[] rows, int count, int width) {
    this.rows = rows;
    this.count = count;
    this.width = width;
    int panels = Math.max(1, (count + PANEL - 1) / PANEL);
    this.panelHeight = (count + panels - 1) / panels;
  }

  /** What becomes of the products of one block of digits; made and used by one thread. */
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

  /** Multiplies and blocks until every digit is done. */
  void forEach(float[] digits, int digitCount, ConsumerFactory consumers) {
    int blocks = (digitCount + BLOCK - 1) / BLOCK;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              int from = block * BLOCK;
              int to = Math.min(digitCount, from + BLOCK);
              multiply(digits, from, to, consumers.create(from, to));
            });
  }

  private void multiply(float[] digits, int from, int to, Consumer consumer) {
    int height = to - from;
    int filled = Math.max(height, NativeMatrix.leastRows(Math.max(1, panelHeight), width));
    float[] products = new float[height * panelHeight];
    try (NativeMatrix block = NativeMatrix.zeros(filled, width);
        NativeMatrix panel = NativeMatrix.zeros(panelHeight, width);
        NativeMatrix output = new NativeMatrix(filled, panelHeight)) {
      block.write(digits, from * width, height * width);
      for (int first = 0; first < count; first += panelHeight) {
        int length = Math.min(panelHeight, count - first);
        panel.write(rows, first * width, length * width);
        NativeMatrix.rowsByRows(block, 0, filled, panel, 0, panelHeight, output);
        output.read(products, 0, height * panelHeight);
        for (int i = 0; i < height; i++) {
          consumer.accept(from + i, first, products, i * panelHeight, length);
        }
      }
    }
    consumer.finish();
  }
}
