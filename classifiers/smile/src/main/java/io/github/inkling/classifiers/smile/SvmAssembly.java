package io.github.inkling.classifiers.smile;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts the machines of all pairs together over the union of their support vectors. */
final class SvmAssembly {
  private final KernelFunction kernel;
  private final LearningSet set;
  private final List<TrainedPair> pairs;
  private final List<PairMachine> machines;

  SvmAssembly(KernelFunction kernel, LearningSet set, List<TrainedPair> pairs) {
    this.kernel = kernel;
    this.set = set;
    this.pairs = pairs;
    this.machines = pairs.stream().map(TrainedPair::machine).toList();
  }

  /** The rows that any machine uses, ascending. */
  static int[] supportVectors(Collection<PairMachine> machines) {
    return machines.stream()
        .flatMapToInt(machine -> Arrays.stream(machine.items()))
        .distinct()
        .sorted()
        .toArray();
  }

  /**
   * The classifier. Its report tells how many digits contradict a machine that was not trained on
   * them, if there are any.
   *
   * @param training figures of the training for the report
   */
  SvmClassifier classifier(Map<String, String> training) {
    Map<String, String> figures = new LinkedHashMap<>(training);
    int leftOut = pairs.stream().mapToInt(TrainedPair::leftOut).sum();
    if (leftOut > 0) {
      figures.put("margin violations left out", String.valueOf(leftOut));
    }
    List<PlattSigmoid> sigmoids = pairs.stream().map(TrainedPair::sigmoid).toList();
    return new SvmClassifier(kernel, set.order().classes(), functions(), sigmoids, figures);
  }

  private DecisionFunctions functions() {
    int[] rows = supportVectors(machines);
    int[] offsets = new int[machines.size() + 1];
    double[] intercepts = new double[machines.size()];
    for (int m = 0; m < machines.size(); m++) {
      offsets[m + 1] = offsets[m] + machines.get(m).items().length;
      intercepts[m] = machines.get(m).intercept();
    }
    int[] vectors = new int[offsets[machines.size()]];
    double[] weights = new double[vectors.length];
    for (int m = 0; m < machines.size(); m++) {
      PairMachine machine = machines.get(m);
      for (int s = 0; s < machine.items().length; s++) {
        vectors[offsets[m] + s] = Arrays.binarySearch(rows, machine.items()[s]);
        weights[offsets[m] + s] = machine.weights()[s];
      }
    }
    int columns = set.features().columns();
    float[] features =
        set.features().select(IntStream.of(rows).map(set.order()::digit).toArray()).values();
    return kernel.type() == KernelType.LINEAR
        ? LinearDecisions.collapse(columns, features, offsets, vectors, weights, intercepts)
        : new KernelDecisions(kernel, columns, features, offsets, vectors, weights, intercepts);
  }
}
