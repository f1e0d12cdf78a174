package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDManager;
import java.util.List;

/** The steps of all layers down their gradients, counted. */
final class Descent {
  /** At the beginning, an average over all steps would be mostly that of the first weights. */
  private static final double WARM_UP = 10;

  private final CnnSettings settings;
  private final List<LearningLayer> layers;
  private long steps;

  Descent(CnnSettings settings, List<LearningLayer> layers) {
    this.settings = settings;
    this.layers = layers;
  }

  /** One step; the gradients are forgotten. */
  void step(NDManager scope, float rate) {
    steps++;
    float keep = (float) Math.min(settings.averaging(), steps / (steps + WARM_UP));
    Gradients.without(() -> layers.forEach(layer -> step(layer, scope, rate, keep)));
  }

  private void step(LearningLayer layer, NDManager scope, float rate, float keep) {
    for (Parameter parameter : layer.parameters()) {
      parameter.learn(scope, rate, (float) settings.momentum(), (float) settings.decay(), keep);
    }
    layer.normalization().ifPresent(it -> it.average(scope, keep));
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
