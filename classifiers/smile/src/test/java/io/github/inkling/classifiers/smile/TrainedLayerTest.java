package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedLayerTest {
  private static final int INPUTS = 3;
  private static final int UNITS = 4;
  private static final float[] BATCH = {0.5f, -1, 2, 1.5f, 0.25f, -0.75f};

  /**
   * The step against the gradient by finite differences of the loss Σ outputs², for what dropout
   * leaves of the outputs.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void aStepFollowsTheNumericalGradient(double share) {
    float[] kept = new float[2 * UNITS];
    Arrays.fill(kept, 1);
    new Dropout(share, new SplittableRandom(4)).apply(kept, kept.length);
    try (NativeArena memory = new NativeArena()) {
      NativeMatrix batch = memory.copyOf(BATCH, 2, INPUTS);
      TrainedLayer layer =
          new TrainedLayer(
              INPUTS,
              UNITS,
              true,
              new Dropout(share, new SplittableRandom(4)),
              2,
              new SplittableRandom(3),
              memory);
      DenseLayer before = layer.snapshot();
      layer.forward(batch, 2, true);
      float[] deltas = new float[2 * UNITS];
      for (int i = 0; i < deltas.length; i++) {
        deltas[i] = 2 * layer.outputs()[i];
      }

      layer.backward(deltas, 2);
      layer.step(batch, deltas, 2, 1, 0, 0);

      DenseLayer after = layer.snapshot();
      for (int w = 0; w < before.weights().length; w++) {
        double step = (double) before.weights()[w] - after.weights()[w];
        assertThat(step).isCloseTo(numericalGradient(before, kept, w), within(1e-3));
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
    SplittableRandom random = new SplittableRandom(1);
    Dropout none = new Dropout(0, random);
    long before = Pointer.totalBytes();

    try (NativeArena memory = new NativeArena()) {
      assertThat(memory.matrix(100, 100).rows()).isEqualTo(100);
      assertThat(Pointer.totalBytes()).isEqualTo(before + 40_000);
      assertThatThrownBy(() -> new TrainedLayer(inputs, units, true, none, batch, random, memory))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(" x " + units);
    }

    assertThat(Pointer.totalBytes()).isEqualTo(before);
  }

  private static double numericalGradient(DenseLayer layer, float[] kept, int weight) {
    double h = 1e-4;
    return (loss(layer, kept, weight, h) - loss(layer, kept, weight, -h)) / (2 * h);
  }

  private static double loss(DenseLayer layer, float[] kept, int changed, double change) {
    double loss = 0;
    for (int row = 0; row < 2; row++) {
      for (int unit = 0; unit < UNITS; unit++) {
        double sum = layer.biases()[unit];
        for (int f = 0; f < INPUTS; f++) {
          int w = unit * INPUTS + f;
          sum += (layer.weights()[w] + (w == changed ? change : 0)) * BATCH[row * INPUTS + f];
        }
        loss += Math.pow(kept[row * UNITS + unit] * Math.max(0, sum), 2);
      }
    }
    return loss;
  }
}
