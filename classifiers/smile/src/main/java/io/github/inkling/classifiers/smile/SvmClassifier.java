package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.training.ClassLabels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A support vector machine for several classes, one machine per pair of classes. Each decision
 * value becomes a probability by a sigmoid that was fitted on held-out digits (Platt), and those of
 * all pairs are coupled into one distribution (Wu, Lin and Weng 2004). The label is the most
 * probable class. A class that was absent in training has probability 0.
 *
 * <p>Kernel values are computed in floats. A batch of up to 8 digits and a larger one sum in
 * different orders, and a digit's probabilities may differ by that rounding: by less than 1e-4 for
 * MNIST. Batches on the same side give a digit the same bits at the same place, however large they
 * are; whether the place matters depends on the processor.
 */
public final class SvmClassifier implements Classifier {
  static final String NAME = "svm";

  private final KernelFunction kernel;
  private final int[] classes;
  private final DecisionFunctions functions;
  private final List<PlattSigmoid> sigmoids;
  private final Map<String, String> training;

  /**
   * Puts a trained machine together.
   *
   * @param classes labels of the classes, ascending
   * @param functions the machines of the pairs (0, 1), (0, 2), ..., (1, 2), ... of classes
   * @param sigmoids one per machine
   * @param training figures of the training for {@link #report}; not part of the state
   */
  SvmClassifier(
      KernelFunction kernel,
      int[] classes,
      DecisionFunctions functions,
      List<PlattSigmoid> sigmoids,
      Map<String, String> training) {
    this.kernel = kernel;
    this.classes = classes;
    this.functions = functions;
    this.sigmoids = List.copyOf(sigmoids);
    this.training = training;
  }

  static SvmClassifier restore(ModelState state) {
    KernelFunction kernel = restoreKernel(state);
    int[] classes = ClassLabels.restore(state).toArray();
    int machines = classes.length * (classes.length - 1) / 2;
    double[] values = state.doubles("sigmoids", machines, 2);
    List<PlattSigmoid> sigmoids =
        IntStream.range(0, machines)
            .mapToObj(m -> new PlattSigmoid(values[2 * m], values[2 * m + 1]))
            .toList();
    DecisionFunctions functions =
        kernel.type() == KernelType.LINEAR
            ? LinearDecisions.restore(state, machines)
            : KernelDecisions.restore(state, kernel, machines);
    SvmClassifier svm = new SvmClassifier(kernel, classes, functions, sigmoids, Map.of());
    return PrincipalSubspace.isIn(state)
        ? svm.in(PrincipalSubspace.restore(state, functions.features()))
        : svm;
  }

  /** The same machines, for digits in the features of which these axes are. */
  SvmClassifier in(PrincipalSubspace subspace) {
    return new SvmClassifier(
        kernel, classes, new SubspaceDecisions(subspace, functions), sigmoids, training);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int features() {
    return functions.features();
  }

  @Override
  public List<Prediction> predict(FeatureMatrix digits) {
    double[][] decisions = decisions(digits);
    return IntStream.range(0, decisions.length)
        .parallel()
        .mapToObj(digit -> predict(digit, decisions[digit]))
        .toList();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The settings {@code kernel}, {@code gamma}, {@code degree} and {@code coef0} define k(x, y)
   * as {@code exp(-gamma |x - y|²)} (rbf), {@code (gamma x·y + coef0)^degree} (poly) or {@code x·y}
   * (linear); {@code axes}, where it is given, is the number of principal axes in which they work.
   * The arrays, for k classes and m = k(k - 1)/2 machines in the order (0, 1), (0, 2), ..., (1, 2),
   * ... of pairs of classes:
   *
   * <ul>
   *   <li>{@code classes}: int, k labels, ascending;
   *   <li>{@code axes}, if so: float, axes x features; in the formulas x then stands for the
   *       products of the digit's features with the axes, and "features" for the axes;
   *   <li>{@code sigmoids}: double, m x 2; the first class of machine j has the probability {@code
   *       1 / (1 + exp(sigmoids[j][0] f + sigmoids[j][1]))} among the two, f being the decision
   *       value;
   *   <li>{@code intercepts}: double, m;
   *   <li>for the linear kernel {@code weights}: float, m x features; {@code f = weights[j]·x +
   *       intercepts[j]};
   *   <li>for the other kernels {@code supportVectors}: float, vectors x features; {@code
   *       machineOffsets}: int, m + 1; {@code machineVectors}: int, and {@code machineWeights}:
   *       double, one for each coefficient; {@code f = intercepts[j] + Σ machineWeights[e] k(x,
   *       supportVectors[machineVectors[e]])} over e from {@code machineOffsets[j]} to {@code
   *       machineOffsets[j + 1] - 1}. A positive f speaks for the pair's first class.
   * </ul>
   *
   * <p>Support vectors are kept in another order in memory, so each call copies them.
   */
  @Override
  public ModelState state() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("kernel", kernel.type().name().toLowerCase(Locale.ROOT));
    settings.put("gamma", String.valueOf(kernel.gamma()));
    settings.put("degree", String.valueOf(kernel.degree()));
    settings.put("coef0", String.valueOf(kernel.coef0()));
    if (functions.axes() > 0) {
      settings.put("axes", String.valueOf(functions.axes()));
    }
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put("classes", ModelArray.of(classes.clone(), classes.length));
    arrays.put("sigmoids", ModelArray.of(sigmoidValues(), sigmoids.size(), 2));
    arrays.putAll(functions.arrays());
    return new ModelState(NAME, settings, arrays);
  }

  @Override
  public Map<String, String> report() {
    Map<String, String> report = new LinkedHashMap<>(functions.report());
    report.putAll(training);
    return report;
  }

  /**
   * The values of the decision functions, before they become probabilities.
   *
   * @param digits one row per digit
   * @return one row per digit, one column per pair of classes, in the order (0, 1), (0, 2), ...,
   *     (1, 2), ...; positive for the first class of the pair
   * @throws IllegalArgumentException if the matrix has another width than {@link #features()}
   */
  public double[][] decisions(FeatureMatrix digits) {
    digits.requireColumns(features());
    return functions.decide(digits);
  }

  private Prediction predict(int digit, double[] decisions) {
    int k = classes.length;
    double[][] pairs = new double[k][k];
    for (int i = 0, m = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++, m++) {
        if (!Double.isFinite(decisions[m])) {
          throw new IllegalArgumentException(
              "the features of digit %d are too large for the kernel; scale them as in training"
                  .formatted(digit));
        }
        pairs[i][j] = sigmoids.get(m).probability(decisions[m]);
      }
    }
    double[] coupled = PairwiseCoupling.couple(pairs);
    double[] probabilities = new double[Prediction.CLASSES];
    for (int i = 0; i < k; i++) {
      probabilities[classes[i]] = coupled[i];
    }
    return Prediction.of(probabilities);
  }

  private double[] sigmoidValues() {
    double[] values = new double[2 * sigmoids.size()];
    for (int m = 0; m < sigmoids.size(); m++) {
      values[2 * m] = sigmoids.get(m).a();
      values[2 * m + 1] = sigmoids.get(m).b();
    }
    return values;
  }

  private static KernelFunction restoreKernel(ModelState state) {
    String name = state.text("kernel");
    for (KernelType type : KernelType.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new KernelFunction(
            type, state.number("gamma"), state.integer("degree"), state.number("coef0"));
      }
    }
    throw new IllegalArgumentException(
        "the svm's kernel should be linear, rbf or poly, but is '" + name + "'");
  }
}
