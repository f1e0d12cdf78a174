package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Trainer;
import java.util.Map;

/** Support vector machines by the name {@code svm}; see {@link SvmSettings} for the settings. */
public final class SvmProvider implements ClassifierProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public SvmProvider() {}

  @Override
  public String name() {
    return SvmClassifier.NAME;
  }

  @Override
  public Trainer trainer(ComponentSpec spec) {
    return new SvmTrainer(SvmSettings.parse(spec));
  }

  @Override
  public Classifier restore(ModelState state) {
    return SvmClassifier.restore(state);
  }

  @Override
  public Map<String, String> libraries() {
    return Libraries.versions();
  }
}
