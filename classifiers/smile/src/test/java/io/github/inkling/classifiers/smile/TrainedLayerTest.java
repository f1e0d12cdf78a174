package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainedLayerTest {
  private static final int INPUTS = 3;
  private static final int UNITS = 4;
  private static final float[] BATCH = {0.5f, -1, 2, 1.5f, 0.25f, -0.75f};

  /** The step against the gradient by finite differences of the loss Σ outputs². */
  @Test
  void aStepFollowsTheNumericalGradient() {
    try (NativeArena memory = new NativeArena()) {
      NativeMatrix batch = memory.copyOf(BATCH, 2, INPUTS);
      TrainedLayer layer =
          new TrainedLayer(INPUTS, UNITS, true, 2, new SplittableRandom(3), memory);
      DenseLayer before = layer.snapshot();
      layer.forward(batch, 2);
      float[] deltas = new float[2 * UNITS];
      for (int i = 0; i < deltas.length; i++) {
        deltas[i] = 2 * layer.outputs()[i];
      }

      layer.backward(deltas, 2);
      layer.step(batch, deltas, 2, 1, 0, 0);

      DenseLayer after = layer.snapshot();
      for (int w = 0; w < before.weights().length; w++) {
        double step = (double) before.weights()[w] - after.weights()[w];
        assertThat(step).isCloseTo(numericalGradient(before, w), within(1e-3));
      }
      for (int unit = 0; unit < UNITS; unit++) {
        float expected = deltas[unit] + deltas[UNITS + unit];
        assertThat(before.biases()[unit] - after.biases()[unit]).isCloseTo(expected, within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"46341, 46341, 1", "65536, 65536, 1", "1, 65536, 65536"})
  void sizesBeyondAnArrayAreRefusedAndWhatWasMadeIsGivenBack(int inputs, int units, int batch) {
    long before = Pointer.totalBytes();

    try (NativeArena memory = new NativeArena()) {
      assertThat(memory.matrix(100, 100).rows()).isEqualTo(100);
      assertThat(Pointer.totalBytes()).isEqualTo(before + 40_000);
      assertThatThrownBy(
              () -> new TrainedLayer(inputs, units, true, batch, new SplittableRandom(1), memory))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(" x " + units);
    }

    assertThat(Pointer.totalBytes()).isEqualTo(before);
  }

  private static double numericalGradient(DenseLayer layer, int weight) {
    double h = 1e-4;
    return (loss(layer, weight, h) - loss(layer, weight, -h)) / (2 * h);
  }

  private static double loss(DenseLayer layer, int changed, double change) {
    double loss = 0;
    for (int row = 0; row < 2; row++) {
      for (int unit = 0; unit < UNITS; unit++) {
        double sum = layer.biases()[unit];
        for (int f = 0; f < INPUTS; f++) {
          int w = unit * INPUTS + f;
          sum += (layer.weights()[w] + (w == changed ? change : 0)) * BATCH[row * INPUTS + f];
        }
        loss += Math.pow(Math.max(0, sum), 2);
      }
    }
    return loss;
  }
}
