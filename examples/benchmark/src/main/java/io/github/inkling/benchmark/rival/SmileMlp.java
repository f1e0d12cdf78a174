package io.github.inkling.benchmark.rival;

import java.util.Arrays;
import smile.base.mlp.Layer;
import smile.base.mlp.OutputFunction;
import smile.classification.MLP;
import smile.math.MathEx;
import smile.math.TimeFunction;

/** Smile's perceptron, trained for one epoch by its own update of a mini-batch. */
final class SmileMlp implements SmileRival {
  private static final int CLASSES = 10;

  private final MlpTask settings;

  SmileMlp(MlpTask settings) {
    this.settings = settings;
  }

  @Override
  public String how() {
    return "MLP.update(double[][], int[]) in the digits' order; its OpenBLAS may use all cores";
  }

  @Override
  public Trained<double[][]> train(double[][] digits, int[] labels) {
    MLP trained = Smile.onAllCores(() -> network(digits, labels));
    return wanted -> Smile.onAllCores(() -> trained.predict(wanted));
  }

  private MLP network(double[][] digits, int[] labels) {
    // The first weights come from Smile's generator of the current thread.
    MathEx.setSeed(1);
    MLP network =
        new MLP(
            Layer.input(digits[0].length),
            Layer.rectifier(settings.hidden()),
            Layer.mle(CLASSES, OutputFunction.SOFTMAX));
    network.setLearningRate(TimeFunction.constant(settings.rate()));
    network.setMomentum(TimeFunction.constant(MlpTask.MOMENTUM));
    for (int from = 0; from < digits.length; from += settings.batch()) {
      int to = Math.min(digits.length, from + settings.batch());
      network.update(Arrays.copyOfRange(digits, from, to), Arrays.copyOfRange(labels, from, to));
    }
    return network;
  }
}
