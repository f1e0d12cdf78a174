package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The layers of a perceptron in training: rectified hidden layers, softmax and cross-entropy at the
 * end. Rows of features are gathered and standardized batch by batch; they are never copied as a
 * whole.
 */
final class TrainedNetwork {
  /** Arrays as large as the weights: those, their steps and gradients, and the result's two. */
  private static final int COPIES_OF_WEIGHTS = 5;

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
   * @param digits the features by which all others are standardized
   * @param classes number of classes
   * @param batch largest number of digits in a batch
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
      SplittableRandom random,
      NativeArena memory) {
    requireRoom(settings.hidden(), digits.columns(), classes, batch);
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

  private static void requireRoom(List<Integer> hidden, int inputs, int classes, int batch) {
    List<Integer> widths = new ArrayList<>(List.of(inputs));
    widths.addAll(hidden);
    widths.add(classes);
    long values = FeatureMatrix.size(batch, inputs);
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

  /**
   * One step down the gradient of a batch.
   *
   * @param lesson has the batch: {@code count} of its digits from {@code first} on
   * @return the batch's cross-entropy before the step, summed, in nats
   */
  double learn(Lesson lesson, int first, int count, float rate) {
    gather(lesson, first, count);
    forward(count, true);
    float[] deltas = new float[count * classes];
    double loss = lossAndDeltas(lesson, first, count, deltas);
    backward(deltas, count, rate);
    return loss;
  }

  /** Largest number of digits in a batch. */
  int batch() {
    return batch;
  }

  /** The temperature that suits some digits. */
  Temperature temperature(Lesson lesson) {
    return Temperature.fit(outputs(lesson), lesson.targets(), classes);
  }

  /** The outputs for some digits, nothing dropped: one row of values per digit. */
  private float[] outputs(Lesson lesson) {
    float[] result = new float[FeatureMatrix.size(lesson.size(), classes)];
    for (int first = 0; first < lesson.size(); first += batch) {
      int count = Math.min(batch, lesson.size() - first);
      gather(lesson, first, count);
      forward(count, false);
      System.arraycopy(last().outputs(), 0, result, first * classes, count * classes);
    }
    return result;
  }

  /** The layers as they are now; they take the features as they come. */
  List<DenseLayer> snapshot() {
    List<DenseLayer> snapshot = new ArrayList<>();
    layers.forEach(layer -> snapshot.add(layer.snapshot()));
    snapshot.set(0, standardization.fold(snapshot.get(0)));
    return snapshot;
  }

  private void gather(Lesson lesson, int first, int count) {
    for (int i = 0; i < count; i++) {
      int row = lesson.row(first + i);
      standardization.apply(lesson.features(), row, input, i * columns);
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
  private double lossAndDeltas(Lesson lesson, int first, int count, float[] deltas) {
    float[] outputs = last().outputs();
    double others = settings.smoothing() / classes;
    double right = 1 - settings.smoothing() + others;
    double loss = 0;
    for (int i = 0; i < count; i++) {
      double[] p = Softmax.of(outputs, i * classes, classes);
      int target = lesson.target(first + i);
      loss -= Math.log(Math.max(p[target], Double.MIN_NORMAL));
      for (int c = 0; c < classes; c++) {
        deltas[i * classes + c] = (float) ((p[c] - (c == target ? right : others)) / count);
      }
    }
    return loss;
  }

  private void backward(float[] lastDeltas, int count, float rate) {
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
  }

  private TrainedLayer last() {
    return layers.get(layers.size() - 1);
  }
}
