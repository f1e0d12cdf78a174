package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.training.Temperature;
import org.junit.jupiter.api.Test;

class DenseLayerTest {
  @Test
  void theCalibratedLayerDividesItsOutputsByTheTemperature() {
    DenseLayer layer = new DenseLayer(2, new float[] {1, -2, 3, 0}, new float[] {4, -1});

    DenseLayer calibrated = layer.calibrated(new Temperature(2, 0));

    assertThat(calibrated.inputs()).isEqualTo(2);
    assertThat(calibrated.weights()).containsExactly(0.5f, -1, 1.5f, 0);
    assertThat(calibrated.biases()).containsExactly(2, -0.5f);
  }
}
