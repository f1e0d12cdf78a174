package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.StratifiedFolds;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.vision.NormalizerSettings;
import io.github.inkling.evaluation.experiment.Contender.Choice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A grid of preprocessing, features and classifiers, to be trained and measured on the same digits.
 * Immutable; each setter returns a changed copy.
 *
 * <pre>{@code
 * Leaderboard leaderboard = Experiment.on(train, List.of(test))
 *     .features("hog", "zoning:4x4")
 *     .classifiers("svm", "knn")
 *     .run(ExperimentListener.NONE);
 * }</pre>
 *
 * <p>Features of digits are computed once for all classifiers. Extractors and trainers of the
 * caller's own go into the grid as they are.
 */
public final class Experiment {
  private final LabeledDigits training;
  private final List<LabeledDigits> tests;
  private final List<Choice<NormalizerSettings>> preprocessing;
  private final List<Choice<FeatureExtractor>> features;
  private final List<Choice<Trainer>> classifiers;
  private final Protocol protocol;
  private final Path folder;

  private Experiment(
      LabeledDigits training,
      List<LabeledDigits> tests,
      List<Choice<NormalizerSettings>> preprocessing,
      List<Choice<FeatureExtractor>> features,
      List<Choice<Trainer>> classifiers,
      Protocol protocol,
      Path folder) {
    this.training = training;
    this.tests = tests;
    this.preprocessing = preprocessing;
    this.features = features;
    this.classifiers = classifiers;
    this.protocol = protocol;
    this.folder = folder;
  }

  /**
   * Starts with the digits; features are then {@value RecognizerTrainer#DEFAULT_FEATURES}, the
   * classifier {@value RecognizerTrainer#DEFAULT_CLASSIFIER}, and nothing is kept.
   *
   * @param training what all configurations are trained on
   * @param tests what they are measured on, at least one set; the first is the one to rank by
   * @return an experiment of one cell
   * @throws IllegalArgumentException if there is no test set, one is empty or has the training
   *     digits, or two have one name
   */
  public static Experiment on(LabeledDigits training, List<LabeledDigits> tests) {
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("an experiment needs at least one test set, not none");
    }
    Set<String> names = new HashSet<>();
    for (LabeledDigits test : tests) {
      if (test.size() == 0) {
        throw new IllegalArgumentException(test.name() + ": there are no digits to test on");
      }
      if (test.contentHash().equals(training.contentHash())) {
        throw new IllegalArgumentException(
            "%s: its digits are those of %s, which is trained on; test on others"
                .formatted(test.name(), training.name()));
      }
      if (!names.add(test.name())) {
        throw new IllegalArgumentException(test.name() + ": is given as test set twice");
      }
    }
    return new Experiment(
        training,
        List.copyOf(tests),
        List.of(preprocessing("")),
        List.of(),
        List.of(),
        Protocol.defaults(),
        null);
  }

  /**
   * Chooses the preprocessings to compare, by their settings.
   *
   * @param settings such as {@code "deskew=false"}; an empty text is the defaults
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, one is given twice, or a setting is unknown
   *     or out of range, naming it
   */
  public Experiment preprocessing(String... settings) {
    List<Choice<NormalizerSettings>> choices =
        Stream.of(settings).map(Experiment::preprocessing).toList();
    require("preprocessing", choices);
    return new Experiment(training, tests, choices, features, classifiers, protocol, folder);
  }

  /**
   * Chooses the features to compare, by name.
   *
   * @param specs such as {@code "hog+0.5*zoning:4x4"}
   * @return a changed copy
   * @throws IllegalArgumentException if there are none, some are given twice, or a name or a
   *     setting is unknown or out of range, naming it
   */
  public Experiment features(String... specs) {
    FeatureExtractors known = FeatureExtractors.with();
    return withFeatures(choices(specs, known::parse, FeatureExtractor::spec));
  }

  /**
   * Chooses the features to compare, the caller's own among them.
   *
   * @param extractors compute them
   * @return a changed copy
   * @throws IllegalArgumentException if there are none, or some are given twice
   */
  public Experiment features(FeatureExtractor... extractors) {
    return withFeatures(
        Stream.of(extractors).map(it -> new Choice<>(it, it.spec(), it.spec())).toList());
  }

  /**
   * Chooses the classifiers to compare, by name.
   *
   * @param specs such as {@code "svm:kernel=rbf,c=10"}
   * @return a changed copy
   * @throws IllegalArgumentException if there are none, some are given twice, or a name or a
   *     setting is unknown or out of range, naming it
   */
  public Experiment classifiers(String... specs) {
    return withClassifiers(choices(specs, Classifiers::trainer, Trainer::spec));
  }

  /**
   * Chooses the classifiers to compare, the caller's own among them.
   *
   * @param trainers train them
   * @return a changed copy
   * @throws IllegalArgumentException if there are none, or some are given twice
   */
  public Experiment classifiers(Trainer... trainers) {
    return withClassifiers(
        Stream.of(trainers).map(it -> new Choice<>(it, it.spec(), it.spec())).toList());
  }

  /**
   * Chooses what is measured; {@link Protocol#defaults()} if it is not chosen. What there are too
   * few digits for is left out: points of the learning curve, and corrupted digits.
   *
   * @param value what is measured of each configuration
   * @return a changed copy
   */
  public Experiment protocol(Protocol value) {
    return new Experiment(training, tests, preprocessing, features, classifiers, value, folder);
  }

  /**
   * Chooses a folder in which finished cells are kept: the next run with the same digits, settings
   * and versions takes them from there.
   *
   * @param place is made if it is not there
   * @return a changed copy
   */
  public Experiment keepIn(Path place) {
    return new Experiment(training, tests, preprocessing, features, classifiers, protocol, place);
  }

  /**
   * Trains and measures, cell by cell. A cell that fails is reported, and the others go on.
   *
   * @param listener hears of cells and stages
   * @return what came of it
   * @throws IOException if the folder for finished cells cannot be made or written to
   * @throws IllegalArgumentException if the training digits are too few for the folds, naming the
   *     class
   */
  public Leaderboard run(ExperimentListener listener) throws IOException {
    if (features.isEmpty()) {
      return features(RecognizerTrainer.DEFAULT_FEATURES).run(listener);
    }
    if (classifiers.isEmpty()) {
      return classifiers(RecognizerTrainer.DEFAULT_CLASSIFIER).run(listener);
    }
    if (protocol.folds() > 0) {
      // Refused before any work, as it would be refused by every cell.
      StratifiedFolds.of(training.labels(), protocol.folds(), protocol.seeds().get(0));
    }
    List<FeatureGroup> groups = new ArrayList<>();
    for (Choice<NormalizerSettings> prepared : preprocessing) {
      for (Choice<FeatureExtractor> described : features) {
        List<Contender> contenders =
            classifiers.stream().map(it -> new Contender(prepared, described, it)).toList();
        groups.add(new FeatureGroup(training, tests, protocol, contenders));
      }
    }
    return new ExperimentRun(training, tests, protocol, groups, listener)
        .run(folder == null ? CellStore.none() : CellStore.in(folder));
  }

  private Experiment withFeatures(List<Choice<FeatureExtractor>> choices) {
    require("features", choices);
    return new Experiment(training, tests, preprocessing, choices, classifiers, protocol, folder);
  }

  private Experiment withClassifiers(List<Choice<Trainer>> choices) {
    require("classifiers", choices);
    return new Experiment(training, tests, preprocessing, features, choices, protocol, folder);
  }

  private static Choice<NormalizerSettings> preprocessing(String text) {
    NormalizerSettings settings = NormalizerSettings.parse(text);
    return new Choice<>(settings, text.strip(), ComponentSpec.join(settings.toMap()));
  }

  private static <T> List<Choice<T>> choices(
      String[] specs, Function<String, T> maker, Function<T, String> spec) {
    List<Choice<T>> choices = new ArrayList<>();
    for (String text : specs) {
      T made = maker.apply(text);
      choices.add(new Choice<>(made, text.strip(), spec.apply(made)));
    }
    return choices;
  }

  private static <T> void require(String what, List<Choice<T>> choices) {
    if (choices.isEmpty()) {
      throw new IllegalArgumentException(
          "the grid is empty: %s must be at least one, not none".formatted(what));
    }
    Set<String> specs = new HashSet<>();
    for (Choice<T> choice : choices) {
      if (!specs.add(choice.spec())) {
        throw new IllegalArgumentException(
            "%s: '%s' is in the grid twice".formatted(what, choice.name()));
      }
    }
  }
}
