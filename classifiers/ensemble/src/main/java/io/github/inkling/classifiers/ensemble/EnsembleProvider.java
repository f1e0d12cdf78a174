package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Trainer;

/** Ensembles by the name {@code ensemble}; see {@link EnsembleSettings} for the settings. */
public final class EnsembleProvider implements ClassifierProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public EnsembleProvider() {}

  @Override
  public String name() {
    return EnsembleClassifier.NAME;
  }

  @Override
  public Trainer trainer(ComponentSpec spec) {
    return new EnsembleTrainer(EnsembleSettings.parse(spec));
  }

  @Override
  public Classifier restore(ModelState state) {
    return EnsembleClassifier.restore(state);
  }
}
