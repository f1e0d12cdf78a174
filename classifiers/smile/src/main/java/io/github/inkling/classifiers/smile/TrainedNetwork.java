package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.training.Examples;
import io.github.inkling.core.training.LearningNetwork;
import io.github.inkling.core.training.Softmax;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The layers of a perceptron in training: rectified hidden layers, softmax and cross-entropy at the
 * end. Rows of features are gathered and standardized batch by batch; they are never copied as a
 * whole.
 */
final class TrainedNetwork implements LearningNetwork<List<DenseLayer>> {
  /**
   * Arrays as large as the weights: those, their steps and gradients, the epoch's that is kept, and
   * the next one's two.
   */
  private static final int COPIES_OF_WEIGHTS = 6;

  private static final long MEGABYTE = 1 << 20;

  private final MlpSettings settings;
  private final int columns;
  private final int classes;
  private final int batch;
  private final Standardization standardization;
  private final List<TrainedLayer> layers = new ArrayList<>();
  private final float[] input;
  private final NativeMatrix nativeInput;

  /**
   * Prepares.
   *
   * @param settings widths of the layers, and how they learn
   * @param digits features of the digits as they are; by their means and variances those of copies
   *     are standardized, too
   * @param classes number of classes
   * @param batch largest number of digits in a batch
   * @param copies how many copies are held at a time
   * @param random decides the first weights and what is dropped
   * @param memory owns the native memory
   * @throws IllegalArgumentException if an array cannot hold the weights of a layer, or the heap
   *     those of all, before memory is taken
   */
  TrainedNetwork(
      MlpSettings settings,
      FeatureMatrix digits,
      int classes,
      int batch,
      int copies,
      SplittableRandom random,
      NativeArena memory) {
    requireRoom(settings.hidden(), digits.columns(), classes, batch, copies);
    this.settings = settings;
    this.columns = digits.columns();
    this.classes = classes;
    this.batch = batch;
    this.standardization = Standardization.fit(digits);
    Dropout dropout = new Dropout(settings.dropout(), random.split());
    Dropout none = new Dropout(0, random);
    int inputs = columns;
    for (int width : settings.hidden()) {
      layers.add(new TrainedLayer(inputs, width, true, dropout, batch, random, memory));
      inputs = width;
    }
    layers.add(new TrainedLayer(inputs, classes, false, none, batch, random, memory));
    input = new float[FeatureMatrix.size(batch, columns)];
    nativeInput = memory.matrix(batch, columns);
  }

  private static void requireRoom(
      List<Integer> hidden, int inputs, int classes, int batch, int copies) {
    List<Integer> widths = new ArrayList<>(List.of(inputs));
    widths.addAll(hidden);
    widths.add(classes);
    long values = FeatureMatrix.size(batch, inputs) + (long) copies * inputs;
    for (int l = 1; l < widths.size(); l++) {
      values += (long) COPIES_OF_WEIGHTS * FeatureMatrix.size(widths.get(l - 1), widths.get(l));
      values += FeatureMatrix.size(batch, widths.get(l));
    }
    long most = Runtime.getRuntime().maxMemory();
    if (values * Float.BYTES > most) {
      throw new IllegalArgumentException(
          "hidden=%s and batch=%d need %d MB for %d features, and Java has %d MB; make them smaller or give more memory with -Xmx"
              .formatted(
                  hidden.stream().map(String::valueOf).collect(Collectors.joining("/")),
                  batch,
                  values * Float.BYTES / MEGABYTE,
                  inputs,
                  most / MEGABYTE));
    }
  }

  @Override
  public double learn(Examples examples, int first, int count, double rate) {
    gather(examples, first, count);
    forward(count, true);
    float[] deltas = new float[count * classes];
    double loss = lossAndDeltas(examples, first, count, deltas);
    backward(deltas, count, (float) rate);
    return loss;
  }

  @Override
  public int batch() {
    return batch;
  }

  /** Nothing is dropped. */
  @Override
  public float[] outputs(Examples examples) {
    float[] result = new float[FeatureMatrix.size(examples.size(), classes)];
    for (int first = 0; first < examples.size(); first += batch) {
      int count = Math.min(batch, examples.size() - first);
      gather(examples, first, count);
      forward(count, false);
      System.arraycopy(last().outputs(), 0, result, first * classes, count * classes);
    }
    return result;
  }

  /** The layers take the features as they come. */
  @Override
  public List<DenseLayer> snapshot() {
    List<DenseLayer> snapshot = new ArrayList<>();
    layers.forEach(layer -> snapshot.add(layer.snapshot()));
    snapshot.set(0, standardization.fold(snapshot.get(0)));
    return snapshot;
  }

  @Override
  public boolean isFinite(List<DenseLayer> weights) {
    return weights.stream().allMatch(DenseLayer::isFinite);
  }

  private void gather(Examples examples, int first, int count) {
    for (int i = 0; i < count; i++) {
      int row = examples.row(first + i);
      standardization.apply(examples.features(), row, input, i * columns);
    }
  }

  private void forward(int count, boolean learning) {
    nativeInput.write(input, 0, count * columns);
    NativeMatrix previous = nativeInput;
    for (TrainedLayer layer : layers) {
      layer.forward(previous, count, learning);
      previous = layer.nativeOutputs();
    }
  }

  /** Cross-entropy, and its gradient by the sums of the last layer: probability less target. */
  private double lossAndDeltas(Examples examples, int first, int count, float[] deltas) {
    float[] outputs = last().outputs();
    double others = settings.descent().smoothing() / classes;
    double right = 1 - settings.descent().smoothing() + others;
    double loss = 0;
    for (int i = 0; i < count; i++) {
      double[] p = Softmax.of(outputs, i * classes, classes);
      int target = examples.target(first + i);
      loss -= Math.log(Math.max(p[target], Double.MIN_NORMAL));
      for (int c = 0; c < classes; c++) {
        deltas[i * classes + c] = (float) ((p[c] - (c == target ? right : others)) / count);
      }
    }
    return loss;
  }

  private void backward(float[] lastDeltas, int count, float rate) {
    float momentum = (float) settings.descent().momentum();
    float decay = (float) settings.descent().decay();
    float[] deltas = lastDeltas;
    for (int l = layers.size() - 1; l >= 0; l--) {
      TrainedLayer layer = layers.get(l);
      layer.backward(deltas, count);
      float[] below = l > 0 ? layer.inputGradients(count) : deltas;
      NativeMatrix inputs = l > 0 ? layers.get(l - 1).nativeOutputs() : nativeInput;
      layer.step(inputs, deltas, count, rate, momentum, decay);
      deltas = below;
    }
  }

  private TrainedLayer last() {
    return layers.get(layers.size() - 1);
  }
}
