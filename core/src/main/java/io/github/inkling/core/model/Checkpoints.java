package io.github.inkling.core.model;

import java.util.Optional;

/**
 * Where a long training writes down how far it has come, to go on from there after an interruption.
 * A training that goes on gives the same classifier, bit for bit, as one that was never
 * interrupted.
 */
public interface Checkpoints {
  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public Optional<ModelState> latest() {
          return Optional.empty();
        }

        @Override
        public void keep(ModelState state) {
          // Nobody will ask for it.
        }
      };

  /**
   * Where to go on.
   *
   * @return what was kept last by a training of the same trainer, digits and seed; empty to start
   *     from the beginning
   */
  Optional<ModelState> latest();

  /**
   * Replaces what was kept before. Called from any thread, by one at a time.
   *
   * @param state how far the training has come
   */
  void keep(ModelState state);
}
