package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedRowsTest {
  private static final int FEW = PackedRows.FEW;

  @Test
  void aPanelHasFeatureAfterFeature() {
    PackedRows packed = PackedRows.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);

    assertThat(packed.values()).containsExactly(1, 3, 5, 2, 4, 6);
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 1", "7, 5", "1280, 3", "1281, 3", "2561, 2", "5068, 4"})
  void unpackedRowsAreThoseThatWerePacked(int count, int width) {
    float[] rows = random(count * width, 1);

    assertThat(PackedRows.of(rows, count, width).unpack()).isEqualTo(rows);
  }

  /** 0 to 5 features that are not 0, so that every rest of a pass occurs. */
  @Test
  void featuresThatAreZeroMakeNoDifference() {
    PackedRows packed = PackedRows.of(new float[] {1, 10, 100, 1000, 10000, 2, 2, 2, 2, 2}, 2, 5);
    float[] digits = {
      0, 0, 0, 0, 0,
      0, 0, 3, 0, 0,
      5, 0, 0, 0, -0f,
      1, 0, 1, 2, 0,
      1, 2, 0, 3, 4,
      1, 2, 3, 4, 5
    };

    assertThat(products(packed, digits, 6))
        .containsExactly(0, 0, 300, 6, 5, 10, 2101, 8, 43021, 20, 54321, 30);
  }

  /** Higham's bound of an inner product of n terms in floats, whatever the order of its sum. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 20, 2", "300, 480, 1", "2600, 30, 8", "10, 256, 9", "1500, 33, 40"})
  void productsAgreeWithSumsInDoubles(int count, int width, int digitCount) {
    float[] rows = random(count * width, 1);
    float[] digits = random(digitCount * width, 2);

    float[] products = products(PackedRows.of(rows, count, width), digits, digitCount);

    for (int i = 0; i < digitCount; i++) {
      for (int j = 0; j < count; j++) {
        double sum = 0;
        double magnitude = 0;
        for (int f = 0; f < width; f++) {
          double term = (double) digits[i * width + f] * rows[j * width + f];
          sum += term;
          magnitude += Math.abs(term);
        }
        double bound = 1.01 * width * Math.ulp(1f) / 2 * magnitude;
        assertThat((double) products[i * count + j]).isCloseTo(sum, within(bound));
      }
    }
  }

  @Test
  void aDigitHasTheSameBitsInEverySmallBatch() {
    PackedRows packed = PackedRows.of(random(3000 * 40, 1), 3000, 40);
    float[] digits = random(FEW * 40, 2);
    float[] together = products(packed, digits, FEW);

    for (int i = 0; i < FEW; i++) {
      float[] alone = products(packed, Arrays.copyOfRange(digits, i * 40, (i + 1) * 40), 1);
      assertThat(Arrays.equals(alone, Arrays.copyOfRange(together, i * 3000, (i + 1) * 3000)))
          .isTrue();
    }
  }

  /** Shapes of a kernel machine, of linear machines, and of a perceptron's layers. */
  @ParameterizedTest
  @CsvSource({"2600, 40", "2048, 480", "45, 324", "256, 480", "10, 128", "1, 1"})
  void aDigitHasTheSameBitsAtTheSamePlaceOfEveryLargeBatch(int count, int width) {
    PackedRows packed = PackedRows.of(random(count * width, 1), count, width);
    float[] digits = random(600 * width, 2);
    float[] together = products(packed, digits, 600);

    for (int first : new int[] {0, NativeMatrix.TILE, 10 * NativeMatrix.TILE}) {
      for (int size : new int[] {FEW + 1, 31, 257}) {
        int end = first + size;
        float[] some = Arrays.copyOfRange(digits, first * width, end * width);
        float[] expected = Arrays.copyOfRange(together, first * count, end * count);
        assertThat(Arrays.equals(products(packed, some, size), expected)).isTrue();
      }
    }
  }

  @Test
  void threadsMayShareTheRows() {
    PackedRows packed = PackedRows.of(random(3000 * 20, 1), 3000, 20);
    float[] digit = random(20, 2);
    float[] alone = products(packed, digit, 1);

    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> assertThat(Arrays.equals(products(packed, digit, 1), alone)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, FEW, FEW + 1, 300})
  void everyBlockHearsItsEndOnceAllProductsAreThere(int digitCount) {
    PackedRows packed = PackedRows.of(random(3000 * 2, 1), 3000, 2);
    int[] finished = new int[digitCount];

    packed.forEach(
        new float[digitCount * 2],
        digitCount,
        (from, to) ->
            new PanelProducts.Consumer() {
              private final int[] seen = new int[digitCount * 3000];

              @Override
              public void accept(int digit, int first, float[] p, int offset, int length) {
                for (int row = first; row < first + length; row++) {
                  seen[digit * 3000 + row]++;
                }
              }

              @Override
              public void finish() {
                for (int digit = from; digit < to; digit++) {
                  finished[digit]++;
                  assertThat(Arrays.copyOfRange(seen, digit * 3000, (digit + 1) * 3000))
                      .containsOnly(1);
                }
              }
            });

    assertThat(finished).containsOnly(1);
  }

  private static float[] products(PackedRows packed, float[] digits, int digitCount) {
    float[] all = new float[digitCount * packed.count()];
    packed.forEach(
        digits,
        digitCount,
        (from, to) ->
            new PanelProducts.Consumer() {
              @Override
              public void accept(int digit, int first, float[] products, int offset, int length) {
                System.arraycopy(products, offset, all, digit * packed.count() + first, length);
              }

              @Override
              public void finish() {}
            });
    return all;
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
