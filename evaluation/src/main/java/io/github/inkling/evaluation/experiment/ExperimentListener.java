package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.model.ProgressListener;

/** Hears how an experiment goes, cell by cell, and of the stages of the work on each. */
public interface ExperimentListener extends ProgressListener {
  /** Hears nothing. */
  ExperimentListener NONE = (stage, done, total) -> {};

  /**
   * A cell's turn has come.
   *
   * @param configuration what is to be measured
   * @param number of the cell, from 1
   * @param total number of cells
   */
  default void started(Configuration configuration, int number, int total) {}

  /**
   * The cell was measured before, with the same digits, settings and versions: it is kept.
   *
   * @param cell as it was measured
   */
  default void kept(Cell cell) {}

  /**
   * The cell was measured before, but what was kept of it is damaged: it is measured again.
   *
   * @param configuration what is measured again
   * @param reason what is wrong, in one line
   */
  default void damaged(Configuration configuration, String reason) {}

  /**
   * The cell is measured.
   *
   * @param cell what came of it
   */
  default void finished(Cell cell) {}

  /**
   * The cell is measured, but could not be kept for the next run.
   *
   * @param cell what came of it
   * @param reason what went wrong, in one line
   */
  default void unkept(Cell cell, String reason) {}

  /**
   * The cell came to nothing; the others go on.
   *
   * @param failure what went wrong
   */
  default void failed(Failure failure) {}
}
