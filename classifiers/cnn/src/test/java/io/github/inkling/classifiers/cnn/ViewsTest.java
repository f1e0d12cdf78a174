package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "-1, 0", "0, 1", "0, -1", "1, -1", "-1, 1"})
  void aDigitMovesAndLeavesPaperBehind(int down, int right) {
    float[] pixels = new float[2 * 784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i + 1;
    }

    float[] moved = Views.moved(pixels, down, right);

    for (int digit = 0; digit < 2; digit++) {
      for (int y = 0; y < 28; y++) {
        for (int x = 0; x < 28; x++) {
          int fromY = y - down;
          int fromX = x - right;
          boolean isPaper = fromY < 0 || fromY > 27 || fromX < 0 || fromX > 27;
          assertThat(moved[digit * 784 + y * 28 + x])
              .isEqualTo(isPaper ? 0 : pixels[digit * 784 + fromY * 28 + fromX]);
        }
      }
    }
  }

  /** The outputs are means over the views, whichever digit stands beside another. */
  @Test
  void theOutputsAreThoseOfTheMovedDigitsOnAverage() {
    CnnWeights network = RandomNetworks.of("conv3x3 pool dense5", 4, 1);
    float[] pixels = RandomNetworks.pixels(3, 2);

    float[] five = Views.outputs(network, pixels, 3, 5);

    int[][] moves = {{0, 0}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}};
    for (int i = 0; i < five.length; i++) {
      float mean = 0;
      for (int[] move : moves) {
        mean += Views.outputs(network, Views.moved(pixels, move[0], move[1]), 3, 1)[i] / 5;
      }
      assertThat(five[i]).isCloseTo(mean, within(1e-5f));
    }
  }
}
