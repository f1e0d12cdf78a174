package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Trainer;
import java.util.Map;

/** Convolutional networks by the name {@code cnn}; see {@link CnnSettings} for the settings. */
public final class CnnProvider implements ClassifierProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public CnnProvider() {}

  @Override
  public String name() {
    return CnnClassifier.NAME;
  }

  @Override
  public Trainer trainer(ComponentSpec spec) {
    return new CnnTrainer(CnnSettings.parse(spec));
  }

  @Override
  public Classifier restore(ModelState state) {
    return CnnClassifier.restore(state);
  }

  @Override
  public Map<String, String> libraries() {
    return Libraries.versions();
  }
}
