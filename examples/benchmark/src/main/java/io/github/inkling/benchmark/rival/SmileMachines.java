package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import smile.classification.Classifier;
import smile.classification.OneVersusOne;
import smile.classification.PlattScaling;
import smile.classification.SVM;
import smile.math.MathEx;
import smile.math.kernel.MercerKernel;
import smile.math.kernel.PolynomialKernel;
import smile.util.IntSet;

/**
 * The machines of a trained Inkling SVM, put together as Smile's own objects: the same support
 * vectors, weights and sigmoids, but Smile's arithmetic, one kernel value at a time in doubles.
 */
public final class SmileMachines {
  private final int[] classes;
  private final double[][] axes;
  private final List<SVM<double[]>> machines = new ArrayList<>();
  private final OneVersusOne<double[]> voters;

  private SmileMachines(ModelState svm) {
    int[] shape = svm.shape("supportVectors");
    double[][] vectors =
        Rows.of(FeatureMatrix.wrap(shape[0], shape[1], svm.floats("supportVectors", shape)));
    axes = axes(svm);
    classes = svm.ints("classes", svm.shape("classes"));
    int count = classes.length * (classes.length - 1) / 2;
    int[] offsets = svm.ints("machineOffsets", count + 1);
    int[] places = svm.ints("machineVectors", offsets[count]);
    double[] weights = svm.doubles("machineWeights", offsets[count]);
    double[] intercepts = svm.doubles("intercepts", count);
    MercerKernel<double[]> kernel = kernel(svm);
    for (int m = 0; m < count; m++) {
      machines.add(
          new SVM<>(
              kernel,
              Arrays.stream(places, offsets[m], offsets[m + 1])
                  .mapToObj(place -> vectors[place])
                  .toArray(double[][]::new),
              Arrays.copyOfRange(weights, offsets[m], offsets[m + 1]),
              intercepts[m]));
    }
    voters = voters(svm.doubles("sigmoids", count, 2));
  }

  /**
   * Puts the machines together.
   *
   * @param svm what {@code Classifier.state()} returned
   * @return Smile's machines
   * @throws IllegalArgumentException if it is no SVM with an RBF or polynomial kernel
   */
  public static SmileMachines of(ModelState svm) {
    if (!svm.classifier().equals("svm")) {
      throw new IllegalArgumentException(
          "the machines of an svm are wanted, not of a " + svm.classifier());
    }
    return new SmileMachines(svm);
  }

  /**
   * Smile's {@code SVM.score} of every pair of classes, in the order (0, 1), (0, 2), ..., (1, 2).
   *
   * @param digit features of one digit
   * @return positive for the first class of the pair
   */
  public double[] decisions(double... digit) {
    double[] seen = project(digit);
    return machines.stream().mapToDouble(machine -> machine.score(seen)).toArray();
  }

  /**
   * Smile's {@code OneVersusOne.predict(x)}: a vote of the machines.
   *
   * @param digit features of one digit
   * @return the label
   */
  public int vote(double... digit) {
    return classes[voters.predict(project(digit))];
  }

  /**
   * Smile's {@code OneVersusOne.predict(x, posteriori)}: the most probable class.
   *
   * @param digit features of one digit
   * @return the label
   */
  public int mostProbable(double... digit) {
    return classes[voters.predict(project(digit), new double[classes.length])];
  }

  /**
   * The digit's places along the axes in which the machines work; all features if there are none.
   */
  private double[] project(double... digit) {
    return axes.length == 0
        ? digit
        : Arrays.stream(axes).mapToDouble(axis -> MathEx.dot(axis, digit)).toArray();
  }

  private static double[][] axes(ModelState svm) {
    if (!svm.arrays().containsKey("axes")) {
      return new double[0][];
    }
    int[] shape = svm.shape("axes");
    return Rows.of(FeatureMatrix.wrap(shape[0], shape[1], svm.floats("axes", shape)));
  }

  /** Smile's machine of two classes is positive for the second, so all signs are turned. */
  private OneVersusOne<double[]> voters(double[] sigmoids) {
    int k = classes.length;
    @SuppressWarnings({"unchecked", "rawtypes"})
    Classifier<double[]>[][] pairs = new Classifier[k][];
    PlattScaling[][] scalings = new PlattScaling[k][];
    for (int second = 0; second < k; second++) {
      @SuppressWarnings({"unchecked", "rawtypes"})
      Classifier<double[]>[] row = new Classifier[second];
      pairs[second] = row;
      scalings[second] = new PlattScaling[second];
    }
    for (int first = 0, m = 0; first < k; first++) {
      for (int second = first + 1; second < k; second++, m++) {
        SVM<double[]> machine = machines.get(m);
        pairs[second][first] =
            new SVM<>(
                machine.kernel(),
                machine.vectors(),
                Arrays.stream(machine.weights()).map(weight -> -weight).toArray(),
                -machine.intercept());
        scalings[second][first] = new PlattScaling(sigmoids[2 * m], -sigmoids[2 * m + 1]);
      }
    }
    return new OneVersusOne<>(pairs, scalings, IntSet.of(k));
  }

  private static MercerKernel<double[]> kernel(ModelState svm) {
    double gamma = svm.number("gamma");
    return switch (svm.text("kernel")) {
      case "rbf" -> Smile.gaussian(gamma);
      case "poly" -> new PolynomialKernel(svm.integer("degree"), gamma, svm.number("coef0"));
      default ->
          throw new IllegalArgumentException(
              "an SVM with an rbf or poly kernel is wanted, not " + svm.text("kernel"));
    };
  }
}
