package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** A member that answers by one feature as it is told to, and remembers what it was asked. */
final class Scripted implements Classifier {
  private final String name;
  private final DoubleFunction<Prediction> script;
  private final List<FeatureMatrix> asked = new ArrayList<>();

  Scripted(String name, DoubleFunction<Prediction> script) {
    this.name = name;
    this.script = script;
  }

  List<FeatureMatrix> asked() {
    return asked;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int features() {
    return 1;
  }

  @Override
  public List<Prediction> predict(FeatureMatrix digits) {
    digits.requireColumns(1);
    asked.add(digits);
    return IntStream.range(0, digits.rows())
        .mapToObj(row -> script.apply(digits.at(row, 0)))
        .toList();
  }

  @Override
  public ModelState state() {
    return new ModelState(name, Map.of(), Map.of());
  }
}
