package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Trainer;

/** Cascades by the name {@code cascade}; see {@link CascadeSettings} for the settings. */
public final class CascadeProvider implements ClassifierProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public CascadeProvider() {}

  @Override
  public String name() {
    return CascadeClassifier.NAME;
  }

  @Override
  public Trainer trainer(ComponentSpec spec) {
    return new CascadeTrainer(CascadeSettings.parse(spec));
  }

  @Override
  public Classifier restore(ModelState state) {
    return CascadeClassifier.restore(state);
  }
}
