package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardPassTest {
  /** A kernel that is 1 at its upper left sees the pixel above and to the left: no flip. */
  @Test
  void aConvolutionIsACorrelation() {
    Architecture layers = Architecture.of("conv1x3", 2);
    float[] kernel = {1, 0, 0, 0, 0, 0, 0, 0, 0};
    float[] picker = new float[2 * 784];
    picker[10 * 28 + 10] = 1;
    picker[784 + 11 * 28 + 12] = 1;
    CnnWeights network =
        new CnnWeights(
            layers, List.of(kernel, picker), List.of(new float[] {0.5f}, new float[] {0, -1}));
    float[] pixels = new float[784];
    pixels[9 * 28 + 9] = 3;
    pixels[10 * 28 + 11] = -2;

    // Place (10, 10) sees 3 + 0.5; place (11, 12) sees max(0, -2 + 0.5), less 1.
    assertThat(Views.outputs(network, pixels, 1, 1)).containsExactly(3.5f, -1);
  }

  /** The same by loops, as the definitions have it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv3x3",
        "conv3x5valid pool conv4x3",
        "conv4x3 conv5x3valid pool pool conv3x1 dense7",
        "dense12 dense6",
        "pool conv2x7valid",
        "conv3x3valid pool conv2x5",
        "conv17x3 conv33x3valid pool conv20x5 conv9x3 conv31x3",
        "conv24x5 pool conv12x3 conv15x3 conv16x5valid"
      })
  void layersAreTheirArithmetic(String architecture) {
    CnnWeights network = RandomNetworks.of(architecture, 5, 3);
    float[] pixels = RandomNetworks.pixels(3, 4);

    float[] outputs = Views.outputs(network, pixels, 3, 1);

    for (int digit = 0; digit < 3; digit++) {
      float[] expected =
          new PlainNetwork(network)
              .outputs(Arrays.copyOfRange(pixels, digit * 784, (digit + 1) * 784));
      assertThat(Arrays.copyOfRange(outputs, digit * 5, (digit + 1) * 5))
          .containsExactly(expected, within(1e-5f));
    }
  }

  @Test
  void aLargeBatchIsAnsweredInItsOrder() {
    CnnWeights network = RandomNetworks.of("conv4x3 pool dense6", 3, 5);
    float[] pixels = RandomNetworks.pixels(300, 6);

    float[] together = Views.outputs(network, pixels, 300, 1);

    for (int digit : new int[] {0, 127, 128, 255, 256, 299}) {
      float[] alone =
          Views.outputs(network, Arrays.copyOfRange(pixels, digit * 784, (digit + 1) * 784), 1, 1);
      assertThat(Arrays.copyOfRange(together, digit * 3, (digit + 1) * 3))
          .containsExactly(alone, within(1e-5f));
    }
  }
}
