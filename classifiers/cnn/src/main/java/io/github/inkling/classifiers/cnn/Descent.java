package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDManager;
import java.util.List;

/** The steps of all layers down their gradients, counted. */
final class Descent {
  /** At the beginning, an average over all steps would be mostly that of the first weights. */
  private static final double WARM_UP = 10;

  private final CnnSettings settings;
  private final List<LearningLayer> layers;
  private final Tensors tensors;
  private long steps;

  Descent(CnnSettings settings, List<LearningLayer> layers, Tensors tensors) {
    this.settings = settings;
    this.layers = layers;
    this.tensors = tensors;
  }

  /** One step; the gradients are forgotten. */
  void step(NDManager scope, double rate) {
    steps++;
    double keep = Math.min(settings.averaging(), steps / (steps + WARM_UP));
    Step step =
        new Step(
            scope,
            tensors.number(scope, rate),
            tensors.number(scope, settings.descent().momentum()),
            tensors.number(scope, settings.descent().decay()),
            tensors.number(scope, 1 - keep));
    Gradients.without(() -> layers.forEach(layer -> step(layer, step)));
  }

  private static void step(LearningLayer layer, Step step) {
    layer.parameters().forEach(parameter -> parameter.learn(step));
    layer.normalization().ifPresent(it -> it.average(step));
  }

  /** How many there were. */
  long steps() {
    return steps;
  }

  /** Goes on as if there had been so many. */
  void setSteps(long number) {
    steps = number;
  }
}
