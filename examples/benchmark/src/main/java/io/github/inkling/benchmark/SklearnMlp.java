package io.github.inkling.benchmark;

import io.github.inkling.benchmark.Timing.Timed;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import java.util.Optional;

/**
 * Looks for the fewest epochs with which a perceptron reaches an error. Each number of epochs is a
 * whole training of its own, as the learning rate falls to 0 over the epochs there are.
 *
 * @param spec the perceptron, without its epochs
 * @param mostEpochs after which it gives up
 * @param target proportion of wrong answers, 0 to 1
 */
record SklearnMlp(String spec, int mostEpochs, double target) {
  /**
   * A training that reached the target.
   *
   * @param epochs it took
   * @param seconds of that training alone
   * @param errors it makes
   */
  record Reached(int epochs, double seconds, int errors) {}

  static String spec(String spec, int epochs) {
    return spec + (spec.contains(":") ? "," : ":") + "epochs=" + epochs;
  }

  Optional<Reached> search(LabeledMatrix training, LabeledMatrix questions, Console console) {
    TrainingSet set = new TrainingSet(training.features(), training.labels().toArray());
    for (int epochs = 1; epochs <= mostEpochs; epochs++) {
      String whole = spec(spec, epochs);
      Timed<Classifier> trained =
          Timing.once(
              () ->
                  Classifiers.trainer(whole)
                      .train(set, RecognizerTrainer.DEFAULT_SEED, ProgressListener.NONE));
      int errors =
          Labels.of(trained.result().predict(questions.features())).differences(questions.labels());
      console.say("  %s: %d errors".formatted(whole, errors));
      if (errors <= target * questions.size()) {
        return Optional.of(new Reached(epochs, trained.timing().median(), errors));
      }
    }
    return Optional.empty();
  }
}
