package io.github.inkling.core.model;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The classifiers on the class path, by name. */
public final class Classifiers {
  /** Is in a module that whoever wants it adds. */
  private static final String CNN = "cnn";

  private Classifiers() {}

  /**
   * Makes a trainer.
   *
   * @param spec such as {@code "svm:kernel=rbf,c=10"}
   * @return the trainer
   * @throws IllegalArgumentException if the name or a setting is unknown or out of range, naming it
   */
  public static Trainer trainer(String spec) {
    ComponentSpec parsed = ComponentSpec.parse(spec);
    return provider(parsed.name()).trainer(parsed);
  }

  /**
   * Makes a trained classifier again.
   *
   * @param state what {@link Classifier#state()} returned
   * @return a classifier that predicts the same
   * @throws IllegalArgumentException if its classifier is not on the class path, or an array or a
   *     setting is missing or has a wrong shape
   */
  public static Classifier restore(ModelState state) {
    return provider(state.classifier()).restore(state);
  }

  /**
   * The known names.
   *
   * @return in alphabetical order
   */
  public static List<String> names() {
    return List.copyOf(providers().keySet());
  }

  /**
   * The libraries behind the classifiers.
   *
   * @return versions by name
   */
  public static Map<String, String> libraries() {
    Map<String, String> libraries = new TreeMap<>();
    providers().values().forEach(provider -> libraries.putAll(provider.libraries()));
    return libraries;
  }

  private static ClassifierProvider provider(String name) {
    Map<String, ClassifierProvider> providers = providers();
    ClassifierProvider provider = providers.get(name);
    if (provider == null && name.equals(CNN)) {
      throw new IllegalArgumentException(
          "the classifier cnn brings PyTorch (110 MB) and is not on the class path; add io.github.inkling:inkling-cnn, or set INKLING_WITH=cnn for the inkling command");
    }
    if (providers.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no classifier on the class path; add io.github.inkling:inkling-smile");
    }
    if (provider == null) {
      throw new UnknownNameException("there is no classifier named", name, providers.keySet());
    }
    return provider;
  }

  private static Map<String, ClassifierProvider> providers() {
    Map<String, ClassifierProvider> providers = new TreeMap<>();
    for (ClassifierProvider provider :
        ServiceLoader.load(ClassifierProvider.class, Classifiers.class.getClassLoader())) {
      providers.put(provider.name(), provider);
    }
    return providers;
  }
}
