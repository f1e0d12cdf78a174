package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
  /**
   * LeCun et al. 1998, figure 2: 61,706 weights where a third layer sees all maps of the second.
   */
  @Test
  void leNetHasTheShapesOfThePaper() {
    Architecture network = Architecture.of(CnnPreset.LENET.settings().layers(), 10);

    assertThat(network.shapes())
        .containsExactly(
            new Architecture.WeightShape(List.of(6, 1, 5, 5), 6),
            new Architecture.WeightShape(List.of(16, 6, 5, 5), 16),
            new Architecture.WeightShape(List.of(120, 16 * 5 * 5), 120),
            new Architecture.WeightShape(List.of(84, 120), 84),
            new Architecture.WeightShape(List.of(10, 84), 10));
    assertThat(network.shapes().stream().mapToInt(shape -> shape.size() + shape.units()).sum())
        .isEqualTo(61_706);
    assertThat(network.shapes().get(1).inputs()).isEqualTo(150);
  }

  /**
   * An, Lee, Park, Yang and So, "An Ensemble of Simple Convolutional Neural Network Models for
   * MNIST Digit Recognition", 2020, table 1, model M5: five valid convolutions leave 8 x 8.
   */
  @Test
  void withoutPaddingEachKernelTakesItsWidthLessOne() {
    List<Architecture.WeightShape> shapes =
        Architecture.of(
                "conv32x5valid conv64x5valid conv96x5valid conv128x5valid conv160x5valid", 10)
            .shapes();

    assertThat(shapes.get(5)).isEqualTo(new Architecture.WeightShape(List.of(10, 160 * 64), 10));
  }

  @ParameterizedTest
  @EnumSource
  void theTextOfAnArchitectureMakesItAgain(CnnPreset preset) {
    Architecture network = Architecture.of(preset.settings().layers(), 7);

    Architecture again = Architecture.of(network.text(), 7);

    assertThat(again.layers()).isEqualTo(network.layers());
    assertThat(again.shapes()).isEqualTo(network.shapes());
    assertThat(again.classes()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|characters of a cnn's architecture must be in 1..1000, not 0",
        "conv4096x1|make at most 1,048,576 values of a digit, not 3,211,274",
        "conv6|no layer 'conv6'",
        "conv6x4|the kernel of conv6x4 must be odd",
        "conv0x3|channels of conv0x3 must be in 1..4096, not 0",
        "conv9999x3|channels of conv9999x3",
        "dense0|units of dense0",
        "conv8x29valid|nothing left for its layer conv8x29valid",
        "pool pool pool pool pool|nothing left for its layer pool",
        "dense10 pool|nothing left for its layer pool",
        "dense10 conv4x1|nothing left for its layer conv4x1",
        "dense1 conv1x1|nothing left for its layer conv1x1",
        "conv4x3  pool|no layer ''",
        "conv4x3,pool|no layer 'conv4x3,pool'"
      })
  void whatIsNoArchitectureIsRefused(String text, String message) {
    assertThatThrownBy(() -> Architecture.of(text, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void layersWithoutEndAreRefused() {
    assertThatThrownBy(() -> Architecture.of("pool" + " pool".repeat(60), 10))
        .hasMessageContaining("the number of a cnn's layers must be in 1..50");
    assertThatThrownBy(() -> Architecture.of("dense1" + " dense1".repeat(1000), 10))
        .hasMessageContaining("characters");
  }
}
