package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Trainer;
import java.util.Map;

/** Multilayer perceptrons by the name {@code mlp}; see {@link MlpSettings} for the settings. */
public final class MlpProvider implements ClassifierProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public MlpProvider() {}

  @Override
  public String name() {
    return MlpClassifier.NAME;
  }

  @Override
  public Trainer trainer(ComponentSpec spec) {
    return new MlpTrainer(MlpSettings.parse(spec));
  }

  @Override
  public Classifier restore(ModelState state) {
    return MlpClassifier.restore(state);
  }

  @Override
  public Map<String, String> libraries() {
    return Libraries.versions();
  }
}
