package io.github.inkling.core.training;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The smallest network that learns: one layer, with momentum, so that its next step depends on more
 * than its weights. It remembers what it was shown.
 */
public final class SoftmaxRegression implements LearningNetwork<float[]>, NetworkMemory<float[]> {
  private static final double MOMENTUM = 0.9;

  private final int features;
  private final int classes;
  private final int batch;
  private float[] weights;
  private float[] velocity;

  /** The rate of each step. */
  final List<Double> rates = new ArrayList<>();

  /** The row of each digit that was learned from. */
  final List<Integer> rows = new ArrayList<>();

  /** The step, counted from 0, from which on the loss is not a number. */
  int divergesAt = Integer.MAX_VALUE;

  /** Smallest number of digits of a step. */
  int leastBatch = 1;

  /**
   * A network that knows nothing.
   *
   * @param features of each digit
   * @param classes number of classes
   * @param batch largest number of digits of a step
   */
  public SoftmaxRegression(int features, int classes, int batch) {
    this.features = features;
    this.classes = classes;
    this.batch = batch;
    this.weights = new float[classes * features];
    this.velocity = new float[classes * features];
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public int leastBatch() {
    return leastBatch;
  }

  @Override
  public double learn(Examples examples, int first, int count, double rate) {
    double loss = 0;
    double[] gradient = new double[weights.length];
    for (int i = first; i < first + count; i++) {
      rows.add(examples.row(i));
      double[] p = Softmax.of(outputs(weights, examples, i), 0, classes);
      loss -= Math.log(p[examples.target(i)]);
      p[examples.target(i)] -= 1;
      for (int w = 0; w < weights.length; w++) {
        gradient[w] += p[w / features] * at(examples, i, w % features) / count;
      }
    }
    for (int w = 0; w < weights.length; w++) {
      velocity[w] = (float) (MOMENTUM * velocity[w] - rate * gradient[w]);
      weights[w] += velocity[w];
    }
    rates.add(rate);
    return rates.size() > divergesAt ? Double.NaN : loss;
  }

  @Override
  public float[] outputs(Examples examples) {
    float[] all = new float[examples.size() * classes];
    for (int i = 0; i < examples.size(); i++) {
      System.arraycopy(outputs(weights, examples, i), 0, all, i * classes, classes);
    }
    return all;
  }

  /** The outputs of some weights for one digit. */
  private float[] outputs(float[] of, Examples examples, int digit) {
    float[] z = new float[classes];
    for (int w = 0; w < of.length; w++) {
      z[w / features] += of[w] * at(examples, digit, w % features);
    }
    return z;
  }

  private static float at(Examples examples, int digit, int feature) {
    return examples.features().at(examples.row(digit), feature);
  }

  @Override
  public float[] snapshot() {
    return weights.clone();
  }

  @Override
  public boolean isFinite(float[] some) {
    for (float weight : some) {
      if (!Float.isFinite(weight)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Optional<NetworkMemory<float[]>> memory() {
    return Optional.of(this);
  }

  @Override
  public ModelState save() {
    return new ModelState(
        "softmax", Map.of(), Map.of("weights", array(weights), "velocity", array(velocity)));
  }

  @Override
  public void load(ModelState state) {
    weights = state.floats("weights", classes, features).clone();
    velocity = state.floats("velocity", classes, features).clone();
  }

  @Override
  public ModelState save(float[] kept) {
    return new ModelState("softmax", Map.of(), Map.of("weights", array(kept)));
  }

  @Override
  public float[] read(ModelState state) {
    return state.floats("weights", classes, features).clone();
  }

  private ModelArray array(float... values) {
    return ModelArray.of(values.clone(), classes, features);
  }
}
