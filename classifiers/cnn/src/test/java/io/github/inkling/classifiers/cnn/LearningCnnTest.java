package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDManager;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.training.Examples;
import io.github.inkling.core.training.Softmax;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningCnnTest {
  private static final int DIGITS = 6;

  private static Examples digits() {
    FeatureMatrix pixels = FeatureMatrix.wrap(DIGITS, 784, RandomNetworks.pixels(DIGITS, 1));
    return new Examples(pixels, IntStream.range(0, DIGITS).toArray(), new int[] {0, 1, 2, 0, 1, 2});
  }

  private static LearningCnn network(String settings) {
    return new LearningCnn(
        CnnSettings.parse(ComponentSpec.parse("cnn:" + settings)),
        3,
        DIGITS,
        new SplittableRandom(5));
  }

  /** By finite differences of the definitions: what PyTorch is not asked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "preset=lenet",
        "layers=conv4x3/conv8x3/pool/conv20x3valid/conv3x5/dense7",
        "layers=conv16x3/conv1x3/conv15x3/conv17x3/conv33x3"
      })
  void aStepGoesDownTheGradient(String layers) {
    double rate = 1e-3;
    try (LearningCnn network = network(layers + ",momentum=0,decay=0,averaging=0,smoothing=0.2")) {
      CnnWeights before = network.snapshot();
      double loss = network.learn(digits(), 0, DIGITS, rate);
      CnnWeights after = network.snapshot();

      assertThat(loss / DIGITS).isCloseTo(loss(before, 0), within(1e-4));
      for (int layer = 0; layer < before.weights().size(); layer++) {
        float[] weights = before.weights().get(layer);
        float[] learned = after.weights().get(layer);
        int place = largestStep(weights, learned);
        double gradient = (weights[place] - learned[place]) / rate;
        assertThat(Math.abs(gradient)).as("layer %d learns", layer).isGreaterThan(0.01);
        assertThat(gradient)
            .as("weight %d of layer %d", place, layer)
            .isCloseTo(difference(before, weights, place), withinPercentage(2));
        float[] biases = before.biases().get(layer);
        place = largestStep(biases, after.biases().get(layer));
        assertThat((biases[place] - after.biases().get(layer)[place]) / rate)
            .as("bias %d of layer %d", place, layer)
            .isCloseTo(difference(before, biases, place), withinPercentage(2));
      }
    }
  }

  private static int largestStep(float[] before, float[] after) {
    int largest = 0;
    for (int i = 1; i < before.length; i++) {
      if (Math.abs(after[i] - before[i]) > Math.abs(after[largest] - before[largest])) {
        largest = i;
      }
    }
    return largest;
  }

  /** How the loss changes with one number of the network. */
  private static double difference(CnnWeights network, float[] numbers, int place) {
    float kept = numbers[place];
    double step = 1e-4;
    numbers[place] = (float) (kept + step);
    double above = loss(network, 0.2);
    numbers[place] = (float) (kept - step);
    double below = loss(network, 0.2);
    numbers[place] = kept;
    return (above - below) / (2 * step);
  }

  /** Mean cross-entropy with smoothed labels. */
  private static double loss(CnnWeights network, double smoothing) {
    double loss = 0;
    for (int i = 0; i < DIGITS; i++) {
      float[] pixels = digits().features().row(i);
      double[] p = Softmax.of(new PlainNetwork(network).outputs(pixels), 0, 3);
      for (int c = 0; c < 3; c++) {
        double wanted = smoothing / 3 + (c == digits().target(i) ? 1 - smoothing : 0);
        loss -= wanted * Math.log(p[c]) / DIGITS;
      }
    }
    return loss;
  }

  /** With Nesterov's momentum m, the first step is 1 + m times the gradient, the second follows. */
  @Test
  void momentumAndDecayAreThoseOfTheirEquations() {
    try (NDManager scope = PyTorch.open();
        Tensors tensors = new Tensors(scope)) {
      Parameter parameter = new Parameter(tensors, new float[] {2}, /* decays= */ true, 1);

      step(scope, tensors, parameter);
      // Gradient 3 and decay 0.1 * 2: 3.2; step 3.2; 2 - 0.5 * (0.9 * 3.2 + 3.2).
      assertThat(parameter.save()[0]).containsExactly(new float[] {-1.04f}, within(1e-6f));
      assertThat(parameter.save()[1]).containsExactly(new float[] {3.2f}, within(1e-6f));
      // Half of the way from 2.
      assertThat(parameter.average()).containsExactly(new float[] {0.48f}, within(1e-6f));

      step(scope, tensors, parameter);
      // 3 - 0.104 = 2.896; step 0.9 * 3.2 + 2.896 = 5.776; -1.04 - 0.5 * (0.9 * 5.776 + 2.896).
      assertThat(parameter.save()[0]).containsExactly(new float[] {-5.0872f}, within(1e-5f));
    }
  }

  private static void step(NDManager all, Tensors tensors, Parameter parameter) {
    Gradients.of(() -> parameter.values().mul(3).sum());
    try (NDManager scope = all.newSubManager()) {
      Step step =
          new Step(
              scope,
              tensors.number(scope, 0.5),
              tensors.number(scope, 0.9),
              tensors.number(scope, 0.1),
              tensors.number(scope, 0.5));
      Gradients.without(() -> parameter.learn(step));
    }
  }

  @Test
  void normalisingIsFoldedIntoTheWeights() {
    try (NDManager scope = PyTorch.open();
        Tensors tensors = new Tensors(scope)) {
      Normalization normalization = new Normalization(tensors, 2);
      float[] scales = {2, 1};
      float[] shifts = {1, -1};
      normalization.parameters().get(0).load(tensors, new float[][] {scales, new float[2], scales});
      normalization.parameters().get(1).load(tensors, new float[][] {shifts, new float[2], shifts});
      float[] means = {3, 0.5f};
      float[] variances = {4 - 1e-5f, 0.25f - 1e-5f};
      normalization.load(tensors, new float[][] {means, variances, means, variances});
      float[] weights = {5, 6, 7, 8};

      float[] biases = normalization.fold(weights);

      // By factors 2 / 2 and 1 / 0.5.
      assertThat(weights).containsExactly(new float[] {5, 6, 14, 16}, within(1e-4f));
      assertThat(biases).containsExactly(new float[] {1 - 3, -1 - 1}, within(1e-5f));
    }
  }

  /** What is learned and what is predicted with agree: the batch is all there ever was. */
  @Test
  void theFoldedNetworkAnswersAsTheNormalisedOneLearned() {
    try (LearningCnn network = network("preset=small,averaging=0,rate=0.01,batch=6")) {
      double loss = 0;
      for (int i = 0; i < 80; i++) {
        // By so little that the means and variances of the batches settle.
        loss = network.learn(digits(), 0, DIGITS, 1e-7);
      }

      float[] outputs = network.outputs(digits());

      double expected = 0;
      for (int i = 0; i < DIGITS; i++) {
        double[] p = Softmax.of(Arrays.copyOfRange(outputs, 3 * i, 3 * i + 3), 0, 3);
        expected -= Math.log(p[digits().target(i)]);
      }
      assertThat(loss).isCloseTo(expected, within(0.01 * expected));
    }
  }

  @Test
  void whatIsSavedGoesOnAsIfItHadNeverStopped() {
    try (LearningCnn network = network("preset=small,averaging=0.7");
        LearningCnn other = network("preset=small,averaging=0.7")) {
      for (int i = 0; i < 3; i++) {
        network.learn(digits(), 0, DIGITS, 0.05);
      }

      other.memory().orElseThrow().load(network.memory().orElseThrow().save());

      for (int i = 0; i < 2; i++) {
        assertThat(other.learn(digits(), 0, DIGITS, 0.05))
            .isEqualTo(network.learn(digits(), 0, DIGITS, 0.05));
      }
      List<float[]> expected = network.snapshot().weights();
      for (int layer = 0; layer < expected.size(); layer++) {
        assertThat(other.snapshot().weights().get(layer)).isEqualTo(expected.get(layer));
      }
    }
  }
}
