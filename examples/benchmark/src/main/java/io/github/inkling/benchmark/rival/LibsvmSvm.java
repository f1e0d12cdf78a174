package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.Arrays;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** LIBSVM's Java edition with its own defaults: without probabilities, zeros left out. */
final class LibsvmSvm implements Rival<svm_node[][]> {
  /** The cache that LIBSVM's own svm_train takes unless told otherwise. */
  private static final double CACHE_MEGABYTES = 100;

  private final SvmTask settings;

  LibsvmSvm(SvmTask settings) {
    this.settings = settings;
  }

  @Override
  public String library() {
    return "LIBSVM " + svm.LIBSVM_VERSION / 100 + "." + svm.LIBSVM_VERSION % 100;
  }

  @Override
  public String how() {
    return "svm_train, cache of 100 MB, and svm_predict, one core";
  }

  @Override
  public svm_node[][] convert(FeatureMatrix digits) {
    svm_node[][] rows = new svm_node[digits.rows()][];
    for (int row = 0; row < rows.length; row++) {
      svm_node[] nodes = new svm_node[digits.columns()];
      int count = 0;
      for (int column = 0; column < digits.columns(); column++) {
        if (digits.at(row, column) != 0) {
          nodes[count++] = node(column, digits.at(row, column));
        }
      }
      rows[row] = Arrays.copyOf(nodes, count);
    }
    return rows;
  }

  @Override
  public Trained<svm_node[][]> train(svm_node[][] digits, int[] labels) {
    svm_problem problem = new svm_problem();
    problem.l = digits.length;
    problem.x = digits;
    problem.y = Arrays.stream(labels).asDoubleStream().toArray();
    svm.svm_set_print_string_function(text -> {});
    svm_model model = svm.svm_train(problem, parameters());
    return wanted ->
        Arrays.stream(wanted).mapToInt(digit -> (int) svm.svm_predict(model, digit)).toArray();
  }

  private svm_parameter parameters() {
    svm_parameter parameters = new svm_parameter();
    parameters.svm_type = svm_parameter.C_SVC;
    parameters.kernel_type = svm_parameter.RBF;
    parameters.C = settings.c();
    parameters.gamma = settings.gamma();
    parameters.eps = SvmTask.TOLERANCE;
    parameters.cache_size = CACHE_MEGABYTES;
    parameters.shrinking = 1;
    parameters.nr_weight = 0;
    parameters.weight_label = new int[0];
    parameters.weight = new double[0];
    return parameters;
  }

  private static svm_node node(int column, float value) {
    svm_node node = new svm_node();
    node.index = column + 1;
    node.value = value;
    return node;
  }
}
