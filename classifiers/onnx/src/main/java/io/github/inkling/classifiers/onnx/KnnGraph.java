package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import java.util.List;

/** Nearest neighbours, found by comparing a digit with all training digits. */
final class KnnGraph implements ClassifierGraph {
  private static final float SMOOTHING = 0.01f;
  private static final float WINNER = 0.001f;

  /** One over twice the square of the bandwidth of {@code weights=distance}. */
  private static final float SHARPNESS = 8;

  /** Digits beyond the nearest k whose distances are computed exactly. */
  private static final int MORE = 16;

  @Override
  public String name() {
    return "knn";
  }

  @Override
  public int features(ModelState state) {
    return state.shape("features")[1];
  }

  @Override
  public Tensor answer(ModelState state, Tensor features) {
    ComponentSpec settings = ComponentSpec.parse(state.text("settings"));
    if (!settings.text("index", "exact").equals("exact")) {
      throw new IllegalArgumentException(
          "knn with index=%s cannot be expressed as an ONNX graph, which cannot walk from neighbour"
                  .formatted(settings.text("index", ""))
              + " to neighbour; knn with index=exact, svm and mlp can");
    }
    boolean roots = settings.text("metric", "euclidean").equals("hellinger");
    int[] labels = state.ints("labels", state.shape("labels")[0]);
    int k = Math.min(settings.integer("k", 0), labels.length);
    Neighbors nearest = nearest(state, oneMore(roots ? signedRoots(features) : features, state), k);
    Tensor squares = nearest.squares();
    Tensor weights =
        settings.text("weights", "").equals("uniform")
            ? squares.times(0).plus(1)
            // Where the nearest is at 0, only its like are left; the factor of all is scaled away.
            : squares
                .over(squares.slice(1, 0, 1).atLeast(1e-30f))
                .subtractedFrom(1)
                .times(SHARPNESS)
                .exponential();
    return votes(nearest.rows(), weights, labels, k).slice(0, 0, -1);
  }

  /** With a digit behind the others: ONNX Runtime's TopK ends the process if there is none. */
  private Tensor oneMore(Tensor features, ModelState state) {
    int width = features(state);
    Tensor another = features.graph().constants(new float[width], 1, width);
    return Tensor.join(0, List.of(features, another));
  }

  /**
   * Training digits, nearest first.
   *
   * @param rows digits x k, their numbers
   * @param squares digits x k, the squares of their distances
   */
  private record Neighbors(Tensor rows, Tensor squares) {}

  private Neighbors nearest(ModelState state, Tensor features, int k) {
    Graph graph = features.graph();
    int count = state.shape("features")[0];
    int width = features(state);
    int candidates = Math.min(count, k + MORE);
    float[] values = state.floats("features", count, width);
    float[] norms = new float[count];
    for (int digit = 0; digit < count; digit++) {
      double sum = 0;
      for (int i = 0; i < width; i++) {
        double value = values[digit * width + i];
        sum += value * value;
      }
      norms[digit] = (float) sum;
    }
    Tensor training = graph.constants(values, count, width);
    // Squares less the digit's own, which is the same for all; what is small is rounded away.
    Tensor rough = features.productWithRows(training, graph.constants(norms, count), -2);
    Tensor found = least(rough, candidates).get(1);
    // By number, so that of equally distant ones the smaller comes first.
    Tensor rows = least(found, candidates).get(0);
    Tensor away = training.pick(0, rows).minus(features.reshape(1, width));
    List<Tensor> exact = least(away.times(away).sum(2).reshape(candidates), k);
    Tensor ordered =
        graph.node("GatherElements", List.of(Graph.attribute("axis", 1)), rows, exact.get(1));
    return new Neighbors(ordered, exact.get(0));
  }

  /** The least values of each row and where they are, in their order. */
  private static List<Tensor> least(Tensor values, int count) {
    Graph graph = values.graph();
    return graph.nodeOfTwo(
        "TopK",
        List.of(
            Graph.attribute("axis", 1),
            Graph.attribute("largest", 0),
            Graph.attribute("sorted", 1)),
        values,
        graph.constants((long) count));
  }

  private static Tensor votes(Tensor rows, Tensor weights, int[] labels, int k) {
    Graph graph = rows.graph();
    float[] ofDigits = new float[labels.length];
    float[] known = new float[Prediction.CLASSES];
    for (int digit = 0; digit < labels.length; digit++) {
      ofDigits[digit] = labels[digit];
      known[labels[digit]] = SMOOTHING;
    }
    float[] classes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    float[] places = new float[k];
    for (int place = 0; place < k; place++) {
      places[place] = k - place;
    }
    Tensor found = graph.constants(ofDigits, labels.length).pick(0, rows).reshape(k, 1);
    // Digits x neighbours x classes: 1 where a neighbour is of a class.
    Tensor members = equal(found, graph.constants(classes, Prediction.CLASSES));
    Tensor votes = members.times(weights.reshape(k, 1)).sum(1).reshape(Prediction.CLASSES);
    // Of the classes with the most votes the one that has the nearest neighbour.
    Tensor nearness =
        members.times(graph.constants(places, k, 1)).largest(1).reshape(Prediction.CLASSES);
    Tensor tied = nearness.times(equal(votes, votes.largest(1)));
    Tensor winner = equal(tied, tied.largest(1)).times(WINNER);
    Tensor scaled = votes.over(votes.sum(1)).times(k);
    Tensor all = scaled.plus(winner).plus(graph.constants(known, Prediction.CLASSES));
    return all.over(all.sum(1));
  }

  private static Tensor equal(Tensor some, Tensor others) {
    return some.graph().node("Equal", List.of(), some, others).asFloats();
  }

  private static Tensor signedRoots(Tensor values) {
    Tensor signs = values.graph().node("Sign", List.of(), values);
    return values.magnitude().squareRoot().times(signs);
  }
}
