package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.training.Examples;
import io.github.inkling.core.training.LearningNetwork;
import io.github.inkling.core.training.NetworkMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A network in training. Its weights at a moment are averages over the steps so far, in which late
 * ones count the most (Polyak and Juditsky 1992; as an exponential average, Tarvainen and Valpola,
 * "Mean teachers are better role models", NIPS 2017, equation 2).
 */
final class LearningCnn implements LearningNetwork<CnnWeights>, AutoCloseable {
  private final CnnSettings settings;
  private final Architecture architecture;
  private final int batch;
  private final NDManager scope;
  private final Tensors tensors;
  private final List<LearningLayer> layers = new ArrayList<>();
  private final Descent descent;
  private final float[] pixels;
  private final float[] targets;

  /**
   * Draws the first weights.
   *
   * @param batch largest number of digits in a step
   * @param random decides the weights
   * @throws IllegalStateException if PyTorch is not there for this platform
   */
  LearningCnn(CnnSettings settings, int classes, int batch, RandomGenerator random) {
    this.settings = settings;
    this.batch = batch;
    architecture = Architecture.of(settings.layers(), classes);
    pixels = new float[batch * DigitImage.PIXELS];
    targets = new float[batch * classes];
    scope = PyTorch.open();
    tensors = new Tensors(scope);
    descent = new Descent(settings, layers, tensors);
    try {
      addLayers(random);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void addLayers(RandomGenerator random) {
    int last = architecture.shapes().size() - 1;
    for (Layer layer : architecture.weighted()) {
      int next = layers.size();
      boolean isNormalized = settings.batchnorm() && next < last;
      layers.add(
          new LearningLayer(
              layer, architecture.shapes().get(next), next == 0, isNormalized, tensors, random));
    }
  }

  @Override
  public int batch() {
    return batch;
  }

  /** The variance of one digit is nothing to divide by. */
  @Override
  public int leastBatch() {
    return settings.leastBatch();
  }

  @Override
  public double learn(Examples examples, int first, int count, double rate) {
    gather(examples, first, count);
    try (NDManager step = scope.newSubManager()) {
      int side = DigitImage.SIZE;
      NDArray digits = tensors.of(step, pixels, 0, count, 1, side, side);
      NDArray wanted = tensors.of(step, targets, 0, count, architecture.classes());
      float[] logarithms = descend(digits, wanted);
      descent.step(step, rate);
      double loss = 0;
      for (int i = 0; i < count; i++) {
        loss -= logarithms[i * architecture.classes() + examples.target(first + i)];
      }
      return loss;
    }
  }

  private void gather(Examples examples, int first, int count) {
    int classes = architecture.classes();
    // Divided by their number here, and the sum has the loss's sign: in the graph of the gradients,
    // DJL would keep numbers on memory of Java's that nobody holds.
    double share = -1.0 / count;
    Arrays.fill(targets, (float) (share * settings.descent().smoothing() / classes));
    for (int i = 0; i < count; i++) {
      System.arraycopy(
          examples.features().values(),
          examples.row(first + i) * DigitImage.PIXELS,
          pixels,
          i * DigitImage.PIXELS,
          DigitImage.PIXELS);
      targets[i * classes + examples.target(first + i)] +=
          (float) (share * (1 - settings.descent().smoothing()));
    }
  }

  /** Computes the gradients, and returns the logarithms of the probabilities. */
  private float[] descend(NDArray digits, NDArray wanted) {
    AtomicReference<NDArray> logarithms = new AtomicReference<>();
    Gradients.of(
        () -> {
          // What lies between the layers stays: the gradients are computed of it.
          logarithms.set(
              Propagation.through(architecture, digits, layers, (taken, made) -> made)
                  .logSoftmax(1));
          return logarithms.get().mul(wanted).sum();
        });
    return logarithms.get().toFloatArray();
  }

  @Override
  public float[] outputs(Examples examples) {
    return Views.outputs(snapshot(), pixels(examples), examples.size(), settings.views());
  }

  /** The pixels of some digits, one row each. */
  static float[] pixels(Examples examples) {
    int[] rows = IntStream.range(0, examples.size()).map(examples::row).toArray();
    return examples.features().select(rows).values();
  }

  @Override
  public CnnWeights snapshot() {
    List<float[]> weights = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    layers.forEach(layer -> layer.addTo(weights, biases));
    return new CnnWeights(architecture, weights, biases);
  }

  @Override
  public boolean isFinite(CnnWeights weights) {
    return weights.isFinite();
  }

  @Override
  public Optional<NetworkMemory<CnnWeights>> memory() {
    return Optional.of(new CnnMemory(layers, descent, tensors, architecture.classes()));
  }

  @Override
  public void close() {
    try (scope) {
      tensors.close();
    }
  }
}
