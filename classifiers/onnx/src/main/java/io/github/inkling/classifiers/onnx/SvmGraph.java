package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ModelState;
import java.util.Arrays;

/** A support vector machine for every pair of classes, and their coupling. */
final class SvmGraph implements ClassifierGraph {
  @Override
  public String name() {
    return "svm";
  }

  @Override
  public int features(ModelState state) {
    return isInAxes(state) ? state.shape("axes")[1] : machineFeatures(state);
  }

  @Override
  public Tensor answer(ModelState state, Tensor features) {
    int k = state.shape("classes")[0];
    int machines = k * (k - 1) / 2;
    Tensor seen = isInAxes(state) ? inAxes(state, features) : features;
    Tensor decisions =
        switch (state.text("kernel")) {
          case "linear" -> linear(state, machines, seen);
          case "rbf", "poly" -> overSupportVectors(state, machines, seen);
          default ->
              throw new IllegalArgumentException(
                  "an svm with kernel=%s cannot be expressed as an ONNX graph; linear, rbf and poly"
                          .formatted(state.text("kernel"))
                      + " can");
        };
    return ClassifierGraphs.byDigit(
        state.ints("classes", k),
        PairwiseCoupling.couple(k, exponents(state, machines, decisions)));
  }

  private static boolean isInAxes(ModelState state) {
    return state.settings().containsKey("axes");
  }

  private static int machineFeatures(ModelState state) {
    return state.shape(state.text("kernel").equals("linear") ? "weights" : "supportVectors")[1];
  }

  private Tensor inAxes(ModelState state, Tensor features) {
    int axes = machineFeatures(state);
    Tensor rows = rows(state, "axes", axes, features(state), features.graph());
    return features.productWithRows(rows, features.graph().constants(new float[axes], axes), 1);
  }

  private static Tensor linear(ModelState state, int machines, Tensor seen) {
    Tensor weights = rows(state, "weights", machines, machineFeatures(state), seen.graph());
    return seen.productWithRows(weights, intercepts(state, machines, seen.graph()), 1);
  }

  private static Tensor overSupportVectors(ModelState state, int machines, Tensor seen) {
    Graph graph = seen.graph();
    int vectors = state.shape("supportVectors")[0];
    Tensor kernel =
        state.text("kernel").equals("rbf")
            ? gaussian(state, vectors, seen)
            : polynomial(state, vectors, seen);
    float[] coefficients = coefficients(state, machines, vectors);
    return kernel.productWithRows(
        graph.constants(coefficients, machines, vectors), intercepts(state, machines, graph), 1);
  }

  /** {@code exp(-gamma |a - b|²)}, by the square of a sum. */
  private static Tensor gaussian(ModelState state, int vectors, Tensor seen) {
    Graph graph = seen.graph();
    int width = machineFeatures(state);
    double gamma = state.number("gamma");
    float[] values = state.floats("supportVectors", vectors, width);
    float[] norms = new float[vectors];
    for (int vector = 0; vector < vectors; vector++) {
      double squares = 0;
      for (int i = 0; i < width; i++) {
        double value = values[vector * width + i];
        squares += value * value;
      }
      norms[vector] = (float) (-gamma * squares);
    }
    Tensor rows = graph.constants(values, vectors, width);
    Tensor own = seen.times(seen).sum(1).times((float) -gamma);
    return seen.productWithRows(rows, graph.constants(norms, vectors), (float) (2 * gamma))
        .plus(own)
        .atMost(0)
        .exponential();
  }

  private static Tensor polynomial(ModelState state, int vectors, Tensor seen) {
    Graph graph = seen.graph();
    Tensor rows = rows(state, "supportVectors", vectors, machineFeatures(state), graph);
    Tensor coef0 = graph.constant((float) state.number("coef0"));
    Tensor base = seen.productWithRows(rows, coef0, (float) state.number("gamma"));
    Tensor power = base;
    for (int degree = 1; degree < state.integer("degree"); degree++) {
      power = power.times(base);
    }
    return power;
  }

  /** A row for each machine, with 0 for the vectors that it does not have. */
  private static float[] coefficients(ModelState state, int machines, int vectors) {
    int[] offsets = state.ints("machineOffsets", machines + 1);
    int entries = offsets[machines];
    int[] rows = state.ints("machineVectors", entries);
    double[] weights = state.doubles("machineWeights", entries);
    double[] sums = new double[vectors];
    float[] coefficients = new float[machines * vectors];
    for (int machine = 0; machine < machines; machine++) {
      Arrays.fill(sums, 0);
      for (int entry = offsets[machine]; entry < offsets[machine + 1]; entry++) {
        sums[rows[entry]] += weights[entry];
      }
      for (int vector = 0; vector < vectors; vector++) {
        coefficients[machine * vectors + vector] = (float) sums[vector];
      }
    }
    return coefficients;
  }

  /** {@code -(A d + B)}: what the logistic function makes probabilities of. */
  private static Tensor exponents(ModelState state, int machines, Tensor decisions) {
    double[] sigmoids = state.doubles("sigmoids", machines, 2);
    float[] slopes = new float[machines];
    float[] offsets = new float[machines];
    for (int machine = 0; machine < machines; machine++) {
      slopes[machine] = (float) -sigmoids[2 * machine];
      offsets[machine] = (float) -sigmoids[2 * machine + 1];
    }
    Graph graph = decisions.graph();
    return decisions
        .times(graph.constants(slopes, machines))
        .plus(graph.constants(offsets, machines));
  }

  private static Tensor intercepts(ModelState state, int machines, Graph graph) {
    double[] values = state.doubles("intercepts", machines);
    float[] floats = new float[machines];
    for (int machine = 0; machine < machines; machine++) {
      floats[machine] = (float) values[machine];
    }
    return graph.constants(floats, machines);
  }

  private static Tensor rows(ModelState state, String name, int rows, int columns, Graph graph) {
    return graph.constants(state.floats(name, rows, columns), rows, columns);
  }
}
