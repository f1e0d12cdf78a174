package io.github.inkling.core.recognizer;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a training is to keep its checkpoints, and whether it goes on from the one that is there.
 *
 * @param file where
 * @param resume whether there must be one, or must be none
 */
record CheckpointChoice(Path file, boolean resume) {
  /**
   * Refuses a trainer that is to go on from the file and cannot.
   *
   * @throws IllegalArgumentException naming the trainer
   */
  void requireFit(Trainer trainer) {
    if (resume && !trainer.keepsCheckpoints()) {
      throw new IllegalArgumentException(
          "%s keeps no checkpoints, so there is nothing to go on from; leave --resume out"
              .formatted(ComponentSpec.parse(trainer.spec()).name()));
    }
  }

  /**
   * Looks for a checkpoint.
   *
   * @param training which training is wanted; it need not tell of its digits yet
   * @return where to go on; empty to start from the beginning
   * @throws IOException if there is one and should be none or the other way round, or if it is
   *     damaged or of another training; the message tells what
   */
  Optional<Checkpoint> find(TrainingFingerprint training) throws IOException {
    boolean exists = Files.exists(file);
    if (!resume) {
      if (exists) {
        throw new IOException(
            file
                + ": is the checkpoint of an interrupted training; go on with --resume, or delete it");
      }
      return Optional.empty();
    }
    if (!exists) {
      throw new IOException(
          file + ": there is no such checkpoint to go on from; leave --resume out");
    }
    Checkpoint found = Checkpoint.read(file);
    found.training().requireSame(training, file);
    return Optional.of(found);
  }
}
