package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.classification.SVM;
import smile.math.kernel.GaussianKernel;
import smile.math.kernel.LinearKernel;
import smile.math.kernel.MercerKernel;
import smile.math.kernel.PolynomialKernel;

/**
 * The trained machines handed to Smile, whose own {@code score} and {@code predict} are the oracle:
 * in doubles, one digit and one support vector at a time.
 */
class SmileAgreementTest {
  private static final int DIGITS = 2000;
  private static final int ALONE = 200;

  @ParameterizedTest
  @ValueSource(strings = {"svm", "svm:gamma=2,c=100", "svm:kernel=poly"})
  void decisionsAreSmilesUpToRoundingInFloats(String spec) {
    SvmClassifier svm = train(spec);
    FeatureMatrix digits = ClassifierContract.digits(DIGITS, 9).features();
    List<SVM<double[]>> machines = smile(svm.state());
    double[] bounds = bounds(svm.state(), machines, digits);
    double[][] decisions = svm.decisions(digits);

    for (int i = 0; i < DIGITS; i++) {
      double[] x = doubles(digits.row(i));
      double[] alone = i < ALONE ? svm.decisions(digits.select(i))[0] : decisions[i];
      for (int m = 0; m < machines.size(); m++) {
        double score = machines.get(m).score(x);
        assertThat(decisions[i][m]).isCloseTo(score, within(bounds[m]));
        assertThat(alone[m]).isCloseTo(score, within(bounds[m]));
        // Where the sides differ, the point is on the border but for rounding.
        if (machines.get(m).predict(x) > 0 != decisions[i][m] > 0) {
          assertThat(score).isCloseTo(0, within(bounds[m]));
        }
      }
    }
    // The bounds are worth something: far below the margin, which is 1.
    assertThat(Arrays.stream(bounds).max().orElseThrow()).isLessThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"svm", "svm:gamma=2,c=100", "svm:kernel=poly", "svm:kernel=linear"})
  void labelsAreThoseOfSmilesScoresButForTies(String spec) {
    SvmClassifier svm = train(spec);
    FeatureMatrix digits = ClassifierContract.digits(DIGITS, 9).features();
    ModelState state = svm.state();
    List<SVM<double[]>> machines = smile(state);
    double[] sigmoids = state.doubles("sigmoids", machines.size(), 2);
    List<Prediction> predictions = svm.predict(digits);

    List<Integer> disagreements = new ArrayList<>();
    for (int i = 0; i < DIGITS; i++) {
      double[] x = doubles(digits.row(i));
      double[][] pairs = new double[Prediction.CLASSES][Prediction.CLASSES];
      for (int a = 0, m = 0; a < pairs.length; a++) {
        for (int b = a + 1; b < pairs.length; b++, m++) {
          pairs[a][b] =
              new PlattSigmoid(sigmoids[2 * m], sigmoids[2 * m + 1])
                  .probability(machines.get(m).score(x));
        }
      }
      Prediction smile = Prediction.of(PairwiseCoupling.couple(pairs));
      assertThat(predictions.get(i).probabilities())
          .containsExactly(smile.probabilities(), within(1e-4));
      if (i < ALONE) {
        assertThat(svm.predict(digits.select(i)).get(0).probabilities())
            .containsExactly(smile.probabilities(), within(1e-4));
      }
      double lead = smile.confidence() - smile.probability(predictions.get(i).label());
      if (lead > 1e-4) {
        disagreements.add(i);
      }
    }

    assertThat(disagreements).isEmpty();
  }

  private static SvmClassifier train(String spec) {
    return (SvmClassifier)
        Classifiers.trainer(spec)
            .train(ClassifierContract.digits(500, 8), 42, ProgressListener.NONE);
  }

  /** Smile's machines from a model's arrays, as {@link SvmClassifier#state} describes them. */
  private static List<SVM<double[]>> smile(ModelState state) {
    double gamma = state.number("gamma");
    double[] intercepts = (double[]) state.arrays().get("intercepts").values();
    if (state.text("kernel").equals("linear")) {
      double[][] weights = rows(state, "weights");
      return IntStream.range(0, intercepts.length)
          .mapToObj(
              m ->
                  new SVM<>(
                      new LinearKernel(),
                      new double[][] {weights[m]},
                      new double[] {1},
                      intercepts[m]))
          .toList();
    }
    MercerKernel<double[]> kernel =
        state.text("kernel").equals("rbf")
            ? new GaussianKernel(1 / Math.sqrt(2 * gamma))
            : new PolynomialKernel(state.integer("degree"), gamma, state.number("coef0"));
    double[][] vectors = rows(state, "supportVectors");
    int[] offsets = (int[]) state.arrays().get("machineOffsets").values();
    int[] entries = (int[]) state.arrays().get("machineVectors").values();
    double[] weights = (double[]) state.arrays().get("machineWeights").values();
    return IntStream.range(0, intercepts.length)
        .mapToObj(
            m ->
                new SVM<>(
                    kernel,
                    IntStream.range(offsets[m], offsets[m + 1])
                        .mapToObj(e -> vectors[entries[e]])
                        .toArray(double[][]::new),
                    Arrays.copyOfRange(weights, offsets[m], offsets[m + 1]),
                    intercepts[m]))
        .toList();
  }

  /** What rounding in floats can do to each machine: the sum of |weight| times that of a kernel. */
  private static double[] bounds(
      ModelState state, List<SVM<double[]>> machines, FeatureMatrix digits) {
    double unit = Math.ulp(1f) / 2;
    double gamma = state.number("gamma");
    double longest =
        IntStream.range(0, DIGITS).mapToDouble(i -> norm(digits.row(i))).max().getAsDouble();
    float[] vectors = (float[]) state.arrays().get("supportVectors").values();
    int width = digits.columns();
    double longestVector = 0;
    for (int v = 0; v < vectors.length / width; v++) {
      longestVector =
          Math.max(longestVector, norm(Arrays.copyOfRange(vectors, v * width, (v + 1) * width)));
    }
    double product = longest * longestVector;
    double kernel;
    if (state.text("kernel").equals("rbf")) {
      double squares = longest * longest + longestVector * longestVector;
      // The exponent is off by that of the distance; the exponential itself by a few units.
      kernel = gamma * unit * (2 * (width + 2) * product + 4 * squares) + 4 * unit;
    } else {
      int degree = state.integer("degree");
      double base = gamma * product + state.number("coef0");
      kernel = degree * (width + 4) * unit * Math.pow(base, degree);
    }
    return machines.stream()
        .mapToDouble(machine -> kernel * Arrays.stream(machine.weights()).map(Math::abs).sum())
        .toArray();
  }

  private static double norm(float[] row) {
    double sum = 0;
    for (float value : row) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private static double[][] rows(ModelState state, String name) {
    int[] shape = state.shape(name);
    float[] values = state.floats(name, shape);
    return IntStream.range(0, shape[0])
        .mapToObj(row -> doubles(Arrays.copyOfRange(values, row * shape[1], (row + 1) * shape[1])))
        .toArray(double[][]::new);
  }

  private static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    Arrays.setAll(copy, i -> values[i]);
    return copy;
  }
}
