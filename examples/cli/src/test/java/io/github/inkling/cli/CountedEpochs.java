package io.github.inkling.cli;

import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.ResumableTrainer;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import java.util.List;
import java.util.Map;

/**
 * A trainer that keeps checkpoints and only counts; then it trains a k-NN. A service in the tests'
 * resources.
 */
public final class CountedEpochs implements ClassifierProvider {
  private static final String NAME = "counted";

  /** The epoch in which a training breaks off. */
  static int stopIn = Integer.MAX_VALUE;

  /** Epochs that were counted, by all trainings. */
  static int counted;

  /** The classifiers on the class path but for this one, of which no user knows. */
  static List<String> allOthers() {
    return Classifiers.names().stream().filter(name -> !name.equals(NAME)).toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Trainer trainer(ComponentSpec spec) {
    spec.allow("epochs");
    return new Counting(spec.integer("epochs", 4));
  }

  @Override
  public Classifier restore(ModelState state) {
    throw new UnsupportedOperationException("its models are those of a k-NN");
  }

  private record Counting(int epochs) implements ResumableTrainer {
    @Override
    public String spec() {
      return NAME + ":epochs=" + epochs;
    }

    @Override
    public Classifier train(
        TrainingSet digits, long seed, Checkpoints checkpoints, ProgressListener progress) {
      int done = checkpoints.latest().map(state -> state.integer("epoch")).orElse(0);
      for (int epoch = done + 1; epoch <= epochs; epoch++) {
        if (epoch == stopIn) {
          throw new IllegalStateException("stopped in epoch " + epoch);
        }
        counted++;
        checkpoints.keep(new ModelState(NAME, Map.of("epoch", String.valueOf(epoch)), Map.of()));
      }
      return Classifiers.trainer("knn").train(digits, seed, progress);
    }
  }
}
