package io.github.inkling.core.recognizer;

import io.github.inkling.core.Stopwatch;
import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.training.Interruption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps the checkpoints of one training in a file, each in the place of the one before. */
final class CheckpointFile implements Checkpoints {
  private final Path file;
  private final TrainingFingerprint training;
  private final Optional<Checkpoint> begun;
  private final TrainingCopies copies;
  private final Stopwatch stopwatch = Stopwatch.start();

  /**
   * Begins or goes on.
   *
   * @param file where they are kept
   * @param training which training it is
   * @param begun where it goes on; empty to start from the beginning
   * @param copies what the trainer may ask for copies
   */
  CheckpointFile(
      Path file, TrainingFingerprint training, Optional<Checkpoint> begun, TrainingCopies copies) {
    this.file = file;
    this.training = training;
    this.begun = begun;
    this.copies = copies;
    if (begun.isPresent() && begun.get().variations()) {
      copies.countAsAskedFor();
    }
  }

  @Override
  public Optional<ModelState> latest() {
    return begun.map(Checkpoint::state);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if it cannot be written; then the one before is still there
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
   */
  @Override
  public void keep(ModelState state) {
    double seconds = begun.map(Checkpoint::trainSeconds).orElse(0.0) + stopwatch.seconds();
    try {
      new Checkpoint(training, seconds, copies.isAskedFor(), state).write(file);
    } catch (ClosedByInterruptException e) {
      throw (RuntimeException) Interruption.stopped().initCause(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
