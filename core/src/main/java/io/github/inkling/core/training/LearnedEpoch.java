package io.github.inkling.core.training;

import io.github.inkling.core.model.ModelState;
import java.util.Map;

/**
 * What one epoch came to.
 *
 * @param number counted from 1
 * @param loss mean cross-entropy of what was learned from, in nats
 * @param weights at its end
 * @param temperature that suits them on the digits held out
 */
record LearnedEpoch<W>(int number, double loss, W weights, Temperature temperature) {
  private static final String WEIGHTS = "weights";

  ModelState save(NetworkMemory<W> memory) {
    Map<String, String> settings =
        Map.of(
            "number", String.valueOf(number),
            "loss", String.valueOf(loss),
            "temperature", String.valueOf(temperature.value()),
            "heldOutLoss", String.valueOf(temperature.loss()));
    return new ModelState("epoch", settings, Map.of()).withPart(WEIGHTS, memory.save(weights));
  }

  static <W> LearnedEpoch<W> read(ModelState state, NetworkMemory<W> memory) {
    return new LearnedEpoch<>(
        state.integer("number"),
        state.number("loss"),
        memory.read(state.part(WEIGHTS)),
        new Temperature(state.number("temperature"), state.number("heldOutLoss")));
  }
}
