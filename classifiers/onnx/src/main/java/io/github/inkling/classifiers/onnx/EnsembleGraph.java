package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.List;

/** Several classifiers that answer together. */
final class EnsembleGraph implements ClassifierGraph {
  /** The least probability of which a logarithm is taken. */
  private static final float SMALLEST = 1e-9f;

  /** A score that is nothing beside any other. */
  private static final float RULED_OUT = -1e30f;

  @Override
  public String name() {
    return "ensemble";
  }

  @Override
  public int features(ModelState state) {
    return state.integer("features");
  }

  @Override
  public Tensor answer(ModelState state, Tensor features) {
    int members = state.integer("members");
    int[] firstColumns = state.ints("firstColumns", members);
    List<Tensor> answers = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      Tensor answer = ClassifierGraphs.answer(state.part("member" + m), features, firstColumns[m]);
      answers.add(answer.reshape(1, Prediction.CLASSES));
    }
    Tensor all = Tensor.join(1, answers);
    return switch (state.text("method")) {
      case "average" -> average(all, state.doubles("weights", members));
      case "pool" -> pool(all, perDigit(state.doubles("weights", members)), null);
      case "stack" ->
          pool(
              all,
              state.doubles("weights", members, Prediction.CLASSES),
              state.doubles("biases", Prediction.CLASSES));
      default ->
          throw new IllegalArgumentException(
              "an ensemble with method=%s cannot be expressed as an ONNX graph; pool, average and"
                      .formatted(state.text("method"))
                  + " stack can");
    };
  }

  private static Tensor average(Tensor all, double[] weights) {
    Tensor factors = all.graph().constants(floats(weights), weights.length, 1);
    Tensor sums = all.times(factors).sum(1).reshape(Prediction.CLASSES);
    return sums.over(sums.sum(1));
  }

  /** Products of powers; {@code biases} may be null. */
  private static Tensor pool(Tensor all, double[] weights, double[] biases) {
    Graph graph = all.graph();
    int members = weights.length / Prediction.CLASSES;
    Tensor factors = graph.constants(floats(weights), members, Prediction.CLASSES);
    Tensor scores = all.atLeast(SMALLEST).logarithm().times(factors).sum(1);
    if (biases != null) {
      scores = scores.plus(graph.constants(floats(biases), Prediction.CLASSES));
    }
    Tensor possible = graph.constant(0).isLess(all.largest(1));
    return possible.choose(scores, graph.constant(RULED_OUT)).reshape(Prediction.CLASSES).softmax();
  }

  private static double[] perDigit(double[] weights) {
    double[] all = new double[weights.length * Prediction.CLASSES];
    for (int i = 0; i < all.length; i++) {
      all[i] = weights[i / Prediction.CLASSES];
    }
    return all;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
