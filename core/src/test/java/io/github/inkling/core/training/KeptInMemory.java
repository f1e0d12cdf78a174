package io.github.inkling.core.training;

import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checkpoints of which every one is remembered. */
final class KeptInMemory implements Checkpoints {
  /** In the order in which they were kept. */
  final List<ModelState> all = new ArrayList<>();

  private final ModelState begun;

  /** Of a training that starts from the beginning. */
  KeptInMemory() {
    this(null);
  }

  /** Of a training that goes on from a state. */
  KeptInMemory(ModelState begun) {
    this.begun = begun;
  }

  @Override
  public Optional<ModelState> latest() {
    return Optional.ofNullable(begun);
  }

  @Override
  public void keep(ModelState state) {
    all.add(state);
  }

  /** What a state says, to the last bit. */
  static Map<String, String> content(ModelState state) {
    Map<String, String> content = new TreeMap<>(state.settings());
    state.arrays().forEach((name, array) -> content.put("array " + name, text(array)));
    return content;
  }

  private static String text(ModelArray array) {
    return Arrays.toString(array.shape()) + Arrays.toString((float[]) array.values());
  }
}
