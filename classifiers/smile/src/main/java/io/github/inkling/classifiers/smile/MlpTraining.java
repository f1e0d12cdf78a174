package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains the layers of a perceptron: rectified hidden layers, softmax and cross-entropy at the end,
 * mini-batches in a new order each epoch, a learning rate that falls along half a cosine to 0
 * (Loshchilov and Hutter, "SGDR", 2017, without restarts).
 *
 * <p>Not Smile's network: its layers hold vectors of one digit in doubles, thread by thread, out of
 * reach of a subclass of its MLP, and an epoch of 60,000 digits takes it 16 s. Here forward and
 * backward over a mini-batch are three matrix products per layer, which takes about a second.
 */
final class MlpTraining {
  /**
   * What training came to.
   *
   * @param layers from the features to the classes
   * @param loss mean cross-entropy of a digit in the last epoch, in nats
   */
  record Result(List<DenseLayer> layers, double loss) {}

  private final MlpSettings settings;
  private final FeatureMatrix digits;
  private final int[] targets;
  private final int classes;
  private final Standardization standardization;
  private final SplittableRandom random;
  private final List<TrainedLayer> layers = new ArrayList<>();
  private final float[] input;
  private final NativeMatrix nativeInput;
  private final int batch;
  private long step;

  /**
   * Prepares.
   *
   * @param targets the place of each digit's class among the classes
   * @param classes number of classes
   * @param memory owns the native memory of the training
   * @throws IllegalArgumentException if an array cannot hold the weights of a layer
   */
  MlpTraining(
      MlpSettings settings,
      FeatureMatrix digits,
      int[] targets,
      int classes,
      long seed,
      NativeArena memory) {
    this.settings = settings;
    this.digits = digits;
    this.targets = targets;
    this.classes = classes;
    this.standardization = Standardization.fit(digits);
    this.random = new SplittableRandom(seed);
    this.batch = Math.min(settings.batch(), digits.rows());
    int inputs = digits.columns();
    for (int width : settings.hidden()) {
      layers.add(new TrainedLayer(inputs, width, true, batch, random, memory));
      inputs = width;
    }
    layers.add(new TrainedLayer(inputs, classes, false, batch, random, memory));
    input = new float[FeatureMatrix.size(batch, digits.columns())];
    nativeInput = memory.matrix(batch, digits.columns());
  }

  /**
   * Trains.
   *
   * @return the layers, which take the features as they are, and the last epoch's loss
   * @throws IllegalStateException if the loss is not finite any more
   */
  Result train(ProgressListener progress) {
    ProgressCounter counter =
        new ProgressCounter(progress, "Training MLP", (long) settings.epochs() * digits.rows());
    int[] order = new int[digits.rows()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    double loss = 0;
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      shuffle(order);
      loss = 0;
      for (int first = 0; first < order.length; first += batch) {
        int count = Math.min(batch, order.length - first);
        loss += trainBatch(order, first, count);
        counter.add(count);
      }
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException(
            "the MLP diverged in epoch %d: its loss is %s; lower the rate, which is %s"
                .formatted(epoch + 1, loss, PlainNumber.format(settings.rate())));
      }
    }
    List<DenseLayer> trained = new ArrayList<>();
    layers.forEach(layer -> trained.add(layer.snapshot()));
    trained.set(0, standardization.fold(trained.get(0)));
    return new Result(trained, loss / digits.rows());
  }

  private double trainBatch(int[] order, int first, int count) {
    for (int i = 0; i < count; i++) {
      standardization.apply(digits, order[first + i], input, i * digits.columns());
    }
    nativeInput.write(input, 0, count * digits.columns());
    NativeMatrix previous = nativeInput;
    for (TrainedLayer layer : layers) {
      layer.forward(previous, count);
      previous = layer.nativeOutputs();
    }
    float[] deltas = new float[count * classes];
    double loss = lossAndDeltas(order, first, count, deltas);
    backward(deltas, count);
    return loss;
  }

  /** Cross-entropy, and its gradient by the sums of the last layer: probability less target. */
  private double lossAndDeltas(int[] order, int first, int count, float[] deltas) {
    float[] outputs = layers.get(layers.size() - 1).outputs();
    double loss = 0;
    for (int i = 0; i < count; i++) {
      double[] p = Softmax.of(outputs, i * classes, classes);
      int target = targets[order[first + i]];
      loss -= Math.log(Math.max(p[target], Double.MIN_NORMAL));
      for (int c = 0; c < classes; c++) {
        deltas[i * classes + c] = (float) ((p[c] - (c == target ? 1 : 0)) / count);
      }
    }
    return loss;
  }

  private void backward(float[] lastDeltas, int count) {
    float rate = rate();
    float momentum = (float) settings.momentum();
    float decay = (float) settings.decay();
    float[] deltas = lastDeltas;
    for (int l = layers.size() - 1; l >= 0; l--) {
      TrainedLayer layer = layers.get(l);
      layer.backward(deltas, count);
      float[] below = l > 0 ? layer.inputGradients(count) : deltas;
      NativeMatrix inputs = l > 0 ? layers.get(l - 1).nativeOutputs() : nativeInput;
      layer.step(inputs, deltas, count, rate, momentum, decay);
      deltas = below;
    }
    step++;
  }

  private float rate() {
    long perEpoch = ((long) digits.rows() + batch - 1) / batch;
    double done = (double) step / (settings.epochs() * perEpoch);
    return (float) (settings.rate() * 0.5 * (1 + Math.cos(Math.PI * done)));
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
