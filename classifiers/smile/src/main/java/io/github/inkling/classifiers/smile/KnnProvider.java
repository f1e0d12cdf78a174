package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Trainer;
import java.util.Map;

/** The k nearest neighbours by the name {@code knn}; see {@link KnnSettings} for the settings. */
public final class KnnProvider implements ClassifierProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public KnnProvider() {}

  @Override
  public String name() {
    return KnnClassifier.NAME;
  }

  @Override
  public Trainer trainer(ComponentSpec spec) {
    return new KnnTrainer(KnnSettings.parse(spec));
  }

  @Override
  public Classifier restore(ModelState state) {
    return KnnClassifier.restore(state);
  }

  @Override
  public Map<String, String> libraries() {
    return Libraries.versions();
  }
}
