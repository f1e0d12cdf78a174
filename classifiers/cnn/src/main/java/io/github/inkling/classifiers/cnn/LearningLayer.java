package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A layer with weights in training: either normalised or with biases. */
final class LearningLayer implements UnaryOperator<NDArray> {
  private final Layer layer;
  private final boolean isFirst;
  private final Parameter weights;
  private final Optional<Parameter> biases;
  private final Optional<Normalization> normalization;

  /**
   * Draws the first weights: normal, of a variance of 2 by the number of inputs (He et al.,
   * "Delving Deep into Rectifiers", ICCV 2015, equation 10).
   *
   * @param isFirst whether nothing below it learns
   * @param isNormalized whether batches are, instead of biases
   */
  LearningLayer(
      Layer layer,
      Architecture.WeightShape shape,
      boolean isFirst,
      boolean isNormalized,
      Tensors tensors,
      RandomGenerator random) {
    this.layer = layer;
    this.isFirst = isFirst;
    double deviation = Math.sqrt(2.0 / shape.inputs());
    float[] first = new float[shape.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = (float) (deviation * random.nextGaussian());
    }
    weights = new Parameter(tensors, first, /* decays= */ true, shape.extents());
    if (isNormalized) {
      biases = Optional.empty();
      normalization = Optional.of(new Normalization(tensors, shape.units()));
    } else {
      float[] zeros = new float[shape.units()];
      biases = Optional.of(new Parameter(tensors, zeros, /* decays= */ false, shape.units()));
      normalization = Optional.empty();
    }
  }

  /** The values before they are rectified. */
  @Override
  public NDArray apply(NDArray values) {
    NDArray sums =
        Propagation.apply(
            layer, values, weights.values(), biases.map(Parameter::values).orElse(null), !isFirst);
    return normalization.map(it -> it.apply(sums)).orElse(sums);
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(weights));
    biases.ifPresent(all::add);
    normalization.ifPresent(it -> all.addAll(it.parameters()));
    return all;
  }

  Optional<Normalization> normalization() {
    return normalization;
  }

  /** Adds the averages of weights and biases to some lists. */
  void addTo(List<float[]> allWeights, List<float[]> allBiases) {
    float[] averages = weights.average();
    allWeights.add(averages);
    allBiases.add(
        normalization
            .map(it -> it.fold(averages))
            .orElseGet(() -> biases.map(Parameter::average).orElseThrow()));
  }
}
