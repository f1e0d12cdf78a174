package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ModelState;

/**
 * A strong classifier behind a cheap one. A graph computes both answers of all digits, so it is no
 * faster than the strong one alone.
 */
final class CascadeGraph implements ClassifierGraph {
  @Override
  public String name() {
    return "cascade";
  }

  @Override
  public int features(ModelState state) {
    return state.integer("features");
  }

  @Override
  public Tensor answer(ModelState state, Tensor features) {
    int[] firstColumns = state.ints("firstColumns", 2);
    Tensor cheap = ClassifierGraphs.answer(state.part("cheap"), features, firstColumns[0]);
    Tensor strong = ClassifierGraphs.answer(state.part("strong"), features, firstColumns[1]);
    Tensor isPassedOn = cheap.largest(1).isLess((float) state.number("threshold"));
    return isPassedOn.choose(strong, cheap);
  }
}
