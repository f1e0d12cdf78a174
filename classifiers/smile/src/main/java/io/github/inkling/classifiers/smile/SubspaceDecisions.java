package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decision functions that work in a few principal axes of the features. */
final class SubspaceDecisions implements DecisionFunctions {
  private final PrincipalSubspace subspace;
  private final DecisionFunctions functions;

  /**
   * Puts them together.
   *
   * @param functions of digits given by their places in the subspace
   */
  SubspaceDecisions(PrincipalSubspace subspace, DecisionFunctions functions) {
    this.subspace = subspace;
    this.functions = functions;
  }

  @Override
  public int features() {
    return subspace.features();
  }

  @Override
  public int axes() {
    return subspace.dimensions();
  }

  @Override
  public double[][] decide(FeatureMatrix digits) {
    SquaredNorms.requireModest("digit", digits.values(), digits.rows(), features());
    return functions.decide(subspace.project(digits));
  }

  @Override
  public Map<String, ModelArray> arrays() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>(subspace.arrays());
    arrays.putAll(functions.arrays());
    return arrays;
  }

  @Override
  public Map<String, String> report() {
    Map<String, String> report = new LinkedHashMap<>();
    report.put("principal axes", String.valueOf(subspace.dimensions()));
    report.putAll(functions.report());
    return report;
  }
}
