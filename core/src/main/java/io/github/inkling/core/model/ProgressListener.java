package io.github.inkling.core.model;

/**
 * Hears how far a long piece of work has come. Called from any thread, by one thread at a time
 * within a stage; an implementation returns quickly.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE = (stage, done, total) -> {};

  /**
   * Hears of progress.
   *
   * @param stage what is being done, such as {@code "Training SVM"}
   * @param done finished steps, 0 to {@code total}
   * @param total steps of the stage
   */
  void progress(String stage, long done, long total);
}
