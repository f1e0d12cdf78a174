package io.github.inkling.core.model;

/** A trainer whose interrupted training can go on where it was. */
public interface ResumableTrainer extends Trainer {
  @Override
  default boolean keepsCheckpoints() {
    return true;
  }

  @Override
  default Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
    return train(digits, seed, Checkpoints.NONE, progress);
  }

  @Override
  Classifier train(
      TrainingSet digits, long seed, Checkpoints checkpoints, ProgressListener progress);
}
