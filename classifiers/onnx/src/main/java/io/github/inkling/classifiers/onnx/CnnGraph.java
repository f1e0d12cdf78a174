package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Convolutional networks whose outputs are averaged, or one. */
final class CnnGraph implements ClassifierGraph {
  private static final Pattern CONVOLUTION = Pattern.compile("conv\\d+x(\\d+)(valid)?");

  /** Downwards and to the right, in the order in which models have them. */
  private static final int[][] VIEWS = {
    {0, 0}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}
  };

  @Override
  public String name() {
    return "cnn";
  }

  @Override
  public int features(ModelState state) {
    return DigitImage.PIXELS;
  }

  @Override
  public Tensor answer(ModelState state, Tensor features) {
    Tensor pixels = features.reshape(1, DigitImage.SIZE, DigitImage.SIZE);
    List<Tensor> views =
        Stream.of(VIEWS)
            .limit(state.integer("views"))
            .map(move -> moved(pixels, move[0], move[1]))
            .toList();
    List<Tensor> outputs =
        columns(state).stream().flatMap(column -> outputs(column, views)).toList();
    Tensor sum = outputs.stream().reduce(Tensor::plus).orElseThrow();
    int[] classes = state.ints("classes", state.shape("classes"));
    return ClassifierGraphs.byDigit(classes, sum.over(outputs.size()).softmax());
  }

  private static List<ModelState> columns(ModelState state) {
    if (!state.settings().containsKey("columns")) {
      return List.of(state);
    }
    return IntStream.range(0, state.integer("columns"))
        .mapToObj(column -> state.part("column" + column))
        .toList();
  }

  /** What one network says of each view. */
  private static Stream<Tensor> outputs(ModelState network, List<Tensor> views) {
    Graph graph = views.get(0).graph();
    List<Tensor> weights = constants(network, "weights", graph);
    List<Tensor> biases = constants(network, "biases", graph);
    return views.stream().map(view -> outputs(network.text("architecture"), view, weights, biases));
  }

  private static List<Tensor> constants(ModelState state, String name, Graph graph) {
    List<Tensor> constants = new ArrayList<>();
    for (int layer = 0; state.arrays().containsKey(name + layer); layer++) {
      int[] shape = state.shape(name + layer);
      long[] extents = new long[shape.length];
      for (int i = 0; i < shape.length; i++) {
        extents[i] = shape[i];
      }
      constants.add(graph.constants(state.floats(name + layer, shape), extents));
    }
    return constants;
  }

  /** What leaves the picture is lost, and what comes in is paper. */
  private static Tensor moved(Tensor pixels, int down, int right) {
    if (down == 0 && right == 0) {
      return pixels;
    }
    Tensor framed =
        pixels
            .graph()
            .node("Pad", List.of(), pixels, pixels.graph().constants(0, 0, 1, 1, 0, 0, 1, 1));
    return framed
        .slice(2, 1 - down, 1 - down + DigitImage.SIZE)
        .slice(3, 1 - right, 1 - right + DigitImage.SIZE);
  }

  private static Tensor outputs(
      String architecture, Tensor pixels, List<Tensor> weights, List<Tensor> biases) {
    Tensor values = pixels;
    int next = 0;
    for (String layer : architecture.split(" ", -1)) {
      if (layer.equals("pool")) {
        values = pooled(values);
        continue;
      }
      Matcher convolution = CONVOLUTION.matcher(layer);
      values =
          convolution.matches()
              ? convolved(values, convolution, weights.get(next), biases.get(next))
              : dense(values, weights.get(next), biases.get(next));
      values = values.positivePart();
      next++;
    }
    return dense(values, weights.get(next), biases.get(next));
  }

  private static Tensor pooled(Tensor values) {
    return values
        .graph()
        .node(
            "MaxPool",
            List.of(
                Graph.attribute("kernel_shape", List.of(2L, 2L)),
                Graph.attribute("strides", List.of(2L, 2L))),
            values);
  }

  private static Tensor convolved(Tensor values, Matcher layer, Tensor weights, Tensor biases) {
    long size = Long.parseLong(layer.group(1));
    long padding = layer.group(2) == null ? size / 2 : 0;
    return values
        .graph()
        .node(
            "Conv",
            List.of(
                Graph.attribute("kernel_shape", List.of(size, size)),
                Graph.attribute("pads", List.of(padding, padding, padding, padding))),
            values,
            weights,
            biases);
  }

  /** Of a picture, channel by channel; of values that are flat, as they are. */
  private static Tensor dense(Tensor values, Tensor weights, Tensor biases) {
    return values
        .graph()
        .node("Flatten", List.of(Graph.attribute("axis", 1)), values)
        .productWithRows(weights, biases, 1);
  }
}
