package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeMatrixTest {
  private static final float[] A = {1, 2, 3, 4, 5, 6};
  private static final float[] B = {1, 0, 2, -1, 3, 1};

  @Test
  void multipliesRowsByRows() {
    // A and B are 2 x 3.
    assertThat(rowsByRows(A, 2, B, 2, 3)).containsExactly(7, 8, 16, 17);
  }

  @Test
  void multipliesAPartOfTheRows() {
    float[] product = new float[1];
    try (NativeMatrix a = NativeMatrix.copyOf(A, 2, 3);
        NativeMatrix b = NativeMatrix.copyOf(B, 2, 3);
        NativeMatrix out = new NativeMatrix(1, 1)) {
      NativeMatrix.rowsByRows(a, 1, 1, b, 1, 1, out);
      out.read(product, 0, 1);
    }

    assertThat(product).containsExactly(17);
  }

  @Test
  void multipliesRowsByColumns() {
    float[] product = new float[4];
    try (NativeMatrix a = NativeMatrix.copyOf(A, 2, 3);
        NativeMatrix b = NativeMatrix.copyOf(B, 3, 2);
        NativeMatrix out = new NativeMatrix(2, 2)) {
      NativeMatrix.rowsByColumns(a, 2, b, out);
      out.read(product, 0, 4);
    }

    assertThat(product).containsExactly(14, 1, 32, 1);
  }

  /** B's rows are (1, 0, 2) and (-1, 3, 1), packed feature by feature. */
  @Test
  void multipliesRowsByPackedRows() {
    float[] product = new float[4];
    try (NativeMatrix a = NativeMatrix.copyOf(A, 2, 3);
        NativeMatrix b = NativeMatrix.copyOf(new float[] {1, -1, 0, 3, 2, 1}, 2, 3);
        NativeMatrix out = new NativeMatrix(2, 2)) {
      NativeMatrix.rowsByPackedRows(a, 2, b, 2, out);
      out.read(product, 0, 4);
    }

    assertThat(product).containsExactly(7, 8, 16, 17);
  }

  @Test
  void multipliesColumnsByColumns() {
    float[] product = new float[4];
    try (NativeMatrix a = NativeMatrix.copyOf(A, 3, 2);
        NativeMatrix b = NativeMatrix.copyOf(B, 3, 2);
        NativeMatrix out = new NativeMatrix(2, 2)) {
      NativeMatrix.columnsByColumnsInParallel(a, b, 3, out);
      out.read(product, 0, 4);
    }

    assertThat(product).containsExactly(22, 2, 28, 2);
  }

  /**
   * Whole numbers, so that every order of summing gives the same; the last share is a short one.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 150})
  void sharedOutProductsAreTheSums(int rows) {
    int width = 7;
    int others = 5;
    float[] a = wholeNumbers(rows * width, 1);
    float[] b = wholeNumbers(others * width, 2);
    float[] byRows = new float[rows * others];
    float[] byColumns = new float[rows * width];
    float[] ofColumns = new float[rows * rows];
    try (NativeMatrix left = NativeMatrix.copyOf(a, rows, width);
        NativeMatrix right = NativeMatrix.copyOf(b, others, width);
        NativeMatrix turned = NativeMatrix.copyOf(a, width, rows);
        NativeMatrix narrow = new NativeMatrix(rows, others);
        NativeMatrix wide = new NativeMatrix(rows, width);
        NativeMatrix square = new NativeMatrix(rows, rows)) {
      NativeMatrix.rowsByRowsInParallel(left, rows, right, narrow);
      narrow.read(byRows, 0, byRows.length);
      NativeMatrix.rowsByColumnsInParallel(narrow, rows, right, wide);
      wide.read(byColumns, 0, byColumns.length);
      NativeMatrix.columnsByColumnsInParallel(turned, turned, width, square);
      square.read(ofColumns, 0, ofColumns.length);
    }

    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < others; j++) {
        float sum = 0;
        for (int k = 0; k < width; k++) {
          sum += a[i * width + k] * b[j * width + k];
        }
        assertThat(byRows[i * others + j]).isEqualTo(sum);
      }
      for (int j = 0; j < width; j++) {
        float sum = 0;
        for (int k = 0; k < others; k++) {
          sum += byRows[i * others + k] * b[k * width + j];
        }
        assertThat(byColumns[i * width + j]).isEqualTo(sum);
      }
      for (int j = 0; j < rows; j++) {
        float sum = 0;
        for (int k = 0; k < width; k++) {
          sum += a[k * rows + i] * a[k * rows + j];
        }
        assertThat(ofColumns[i * rows + j]).isEqualTo(sum);
      }
    }
  }

  /** Everything that is said about reproducible predictions rests on this. */
  @ParameterizedTest
  @CsvSource({"1000, 480", "40, 480", "1, 480", "300, 20", "7, 5", "1, 3", "2048, 900"})
  void aRowHasTheSameBitsAmongHoweverManyRows(int others, int width) {
    int least = NativeMatrix.evenRows(1, others, width);
    int most = NativeMatrix.evenRows(least + 100, others, width);
    float[] rows = random(most * width, 1);
    float[] panel = random(others * width, 2);
    float[] together = rowsByRows(rows, most, panel, others, width);

    for (int tiles : new int[] {0, 1, 2, 5}) {
      int fewer = least + tiles * NativeMatrix.TILE;
      float[] product = rowsByRows(rows, fewer, panel, others, width);
      assertThat(Arrays.equals(product, Arrays.copyOf(together, product.length))).isTrue();
    }
    int first = 3 * NativeMatrix.TILE;
    float[] shifted = Arrays.copyOfRange(rows, first * width, (first + least) * width);
    float[] expected = Arrays.copyOfRange(together, first * others, (first + least) * others);
    assertThat(Arrays.equals(rowsByRows(shifted, least, panel, others, width), expected)).isTrue();
  }

  @Test
  void rowsAreAddedUpToWholeTilesThatAreNoSmallProduct() {
    assertThat(NativeMatrix.evenRows(1, 1000, 1000)).isEqualTo(12);
    assertThat(NativeMatrix.evenRows(13, 1000, 1000)).isEqualTo(24);
    assertThat(NativeMatrix.evenRows(24, 1000, 1000)).isEqualTo(24);
    assertThat(NativeMatrix.evenRows(1, 100, 100)).isEqualTo(108);
  }

  @Test
  void productsFromSeveralThreadsHaveTheSameBits() {
    float[] rows = random(256 * 100, 1);
    float[] panel = random(500 * 100, 2);
    float[] alone = rowsByRows(rows, 256, panel, 500, 100);

    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> assertThat(rowsByRows(rows, 256, panel, 500, 100)).isEqualTo(alone));
  }

  @Test
  void agreesWithSumsInDoubles() {
    float[] a = random(20 * 333, 3);
    float[] b = random(30 * 333, 4);
    float[] product = rowsByRows(a, 20, b, 30, 333);

    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 30; j++) {
        double sum = 0;
        for (int k = 0; k < 333; k++) {
          sum += (double) a[i * 333 + k] * b[j * 333 + k];
        }
        assertThat((double) product[i * 30 + j]).isCloseTo(sum, within(1e-3));
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeNativeCodeSeesIt() {
    try (NativeMatrix narrow = new NativeMatrix(2, 3);
        NativeMatrix wide = new NativeMatrix(2, 4);
        NativeMatrix out = new NativeMatrix(1, 1)) {
      assertThatThrownBy(() -> NativeMatrix.rowsByRows(narrow, 0, 2, wide, 0, 2, out))
          .hasMessageContaining("3 and 4");
      assertThatThrownBy(() -> NativeMatrix.rowsByRows(narrow, 0, 2, narrow, 0, 2, out))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> NativeMatrix.rowsByRows(narrow, 1, 2, narrow, 0, 1, out))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> NativeMatrix.rowsByPackedRows(narrow, 2, narrow, 3, wide))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> NativeMatrix.rowsByPackedRows(narrow, 2, narrow, 2, out))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> narrow.write(new float[7], 0, 7))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  private static float[] rowsByRows(float[] a, int aRows, float[] b, int bRows, int width) {
    float[] product = new float[aRows * bRows];
    try (NativeMatrix left = NativeMatrix.copyOf(a, aRows, width);
        NativeMatrix right = NativeMatrix.copyOf(b, bRows, width);
        NativeMatrix out = new NativeMatrix(aRows, bRows)) {
      NativeMatrix.rowsByRows(left, 0, aRows, right, 0, bRows, out);
      out.read(product, 0, product.length);
    }
    return product;
  }

  private static float[] wholeNumbers(int count, long seed) {
    float[] values = random(count, seed);
    for (int i = 0; i < count; i++) {
      values[i] = Math.round(10 * values[i]);
    }
    return values;
  }

  private static float[] random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextDouble() - 0.3);
    }
    return values;
  }
}
