package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.SettingRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The layers of a network, from the 28 x 28 pixels of a digit to the last before the classes.
 * Immutable. As text, layers are joined by spaces, as {@link CnnSettings} has them.
 */
final class Architecture {
  private static final int MOST_LAYERS = 50;
  private static final int MOST_CHANNELS = 4096;
  private static final int MOST_TEXT = 1000;

  /** Of one digit between all layers: 4 MB. */
  private static final int MOST_VALUES = 1 << 20;

  /**
   * Of all columns together, 400 MB; a checkpoint has four times as many, for which a file has
   * room.
   */
  static final long MOST_WEIGHTS = 100_000_000;

  private static final Pattern CONVOLUTION = Pattern.compile("conv(\\d{1,5})x(\\d{1,2})(valid)?");
  private static final Pattern DENSE = Pattern.compile("dense(\\d{1,5})");

  private final List<Layer> layers;
  private final List<WeightShape> shapes;
  private final int values;

  private Architecture(List<Layer> layers, List<WeightShape> shapes, int values) {
    this.layers = layers;
    this.shapes = shapes;
    this.values = values;
  }

  /**
   * What the weights of a layer are.
   *
   * @param weights extents: outputs first
   * @param units number of outputs, each of which has a bias
   */
  record WeightShape(List<Integer> weights, int units) {
    /** Inputs of each unit. */
    int inputs() {
      return size() / units;
    }

    /** Number of weights, which are not too many. */
    int size() {
      return Math.toIntExact(count());
    }

    /** Number of weights, however many. */
    long count() {
      return weights.stream().mapToLong(extent -> extent).reduce(1, (a, b) -> a * b);
    }

    int[] extents() {
      return weights.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * Reads an architecture, and adds the layer of the classes.
   *
   * @param text such as {@code conv6x5 pool conv16x5valid pool dense120 dense84}
   * @param classes number of classes
   * @throws IllegalArgumentException if it is no architecture, naming the layer
   */
  static Architecture of(String text, int classes) {
    SettingRange.require("the characters of a cnn's architecture", text.length(), 1, MOST_TEXT);
    List<Layer> layers = new ArrayList<>();
    for (String layer : text.split(" ", -1)) {
      SettingRange.require("the number of a cnn's layers", layers.size() + 1, 1, MOST_LAYERS);
      layers.add(parse(layer));
    }
    layers.add(new Layer.Dense(classes));
    return of(List.copyOf(layers));
  }

  private static Layer parse(String layer) {
    Matcher convolution = CONVOLUTION.matcher(layer);
    if (convolution.matches()) {
      int channels = Integer.parseInt(convolution.group(1));
      int size = Integer.parseInt(convolution.group(2));
      SettingRange.require("channels of " + layer, channels, 1, MOST_CHANNELS);
      if (size % 2 == 0) {
        throw new IllegalArgumentException("the kernel of %s must be odd".formatted(layer));
      }
      return new Layer.Convolution(channels, size, convolution.group(3) == null);
    }
    Matcher dense = DENSE.matcher(layer);
    if (dense.matches()) {
      int units = Integer.parseInt(dense.group(1));
      SettingRange.require("units of " + layer, units, 1, MOST_CHANNELS);
      return new Layer.Dense(units);
    }
    if (layer.equals("pool")) {
      return new Layer.Pooling();
    }
    throw new IllegalArgumentException("a cnn has no layer '%.30s'".formatted(layer));
  }

  /** Goes through the layers: what their weights are, and how many values they make of a digit. */
  private static Architecture of(List<Layer> layers) {
    List<WeightShape> shapes = new ArrayList<>();
    int channels = 1;
    int side = DigitImage.SIZE;
    boolean isFlat = false;
    long values = 0;
    for (Layer layer : layers) {
      if (layer instanceof Layer.Dense dense) {
        shapes.add(new WeightShape(List.of(dense.units(), channels * side * side), dense.units()));
        channels = dense.units();
        side = 1;
        isFlat = true;
      } else if (layer instanceof Layer.Convolution convolution) {
        int size = convolution.size();
        shapes.add(
            new WeightShape(
                List.of(convolution.channels(), channels, size, size), convolution.channels()));
        channels = convolution.channels();
        side = isFlat ? 0 : side + 2 * convolution.padding() - size + 1;
      } else {
        side = isFlat ? 0 : side / 2;
      }
      if (side < 1) {
        throw new IllegalArgumentException("a cnn has nothing left for its layer " + layer.text());
      }
      values += (long) channels * side * side;
    }
    long weights = weights(shapes);
    if (weights > MOST_WEIGHTS) {
      throw new IllegalArgumentException(
          "a cnn's layers have at most %,d weights, not %,d".formatted(MOST_WEIGHTS, weights));
    }
    if (values > MOST_VALUES) {
      throw new IllegalArgumentException(
          "a cnn's layers make at most %,d values of a digit, not %,d"
              .formatted(MOST_VALUES, values));
    }
    return new Architecture(layers, List.copyOf(shapes), (int) values);
  }

  /** All layers, that of the classes last. */
  List<Layer> layers() {
    return layers;
  }

  /** The layers that have weights, in their order. */
  List<Layer> weighted() {
    return layers.stream().filter(layer -> !(layer instanceof Layer.Pooling)).toList();
  }

  /** The weights of the layers that have some, in their order. */
  List<WeightShape> shapes() {
    return shapes;
  }

  private static long weights(List<WeightShape> shapes) {
    return shapes.stream().mapToLong(WeightShape::count).sum();
  }

  /** How many weights all layers together have. */
  long weights() {
    return weights(shapes);
  }

  /** How many values all layers together make of a digit. */
  int values() {
    return values;
  }

  /** Number of classes. */
  int classes() {
    return shapes.get(shapes.size() - 1).units();
  }

  /** As {@link #of} reads it, without the layer of the classes. */
  String text() {
    return layers.subList(0, layers.size() - 1).stream()
        .map(Layer::text)
        .collect(Collectors.joining(" "));
  }
}
