package io.github.inkling.benchmark;

import io.github.inkling.benchmark.Timing.Timed;
import io.github.inkling.benchmark.rival.Rival;
import io.github.inkling.benchmark.rival.Rival.Trained;
import java.util.function.Supplier;

/**
 * Measures libraries one after the other on the same matrices, warm. Where a library is too slow
 * for the budget, it is asked for the first of the digits alone.
 */
final class Race {
  private static final int WARM_UP_TRAINING = 500;
  private static final int WARM_UP_ANSWERS = 200;

  /** Digits that tell how many more there is time for. */
  private static final int PILOT = 20;

  private final LabeledMatrix training;
  private final LabeledMatrix questions;
  private final Effort effort;

  Race(LabeledMatrix training, LabeledMatrix questions, Effort effort) {
    this.training = training;
    this.questions = questions;
    this.effort = effort;
  }

  <M> Outcome run(Rival<M> rival) {
    warmUp(rival);
    M digits = rival.convert(training.features());
    int[] labels = training.labels().toArray();
    Timed<Trained<M>> trained =
        Timing.repeat(effort.repetitions(), effort.budget(), () -> rival.train(digits, labels));
    try (Trained<M> classifier = trained.result()) {
      Timed<int[]> answered = answer(rival, classifier);
      return new Outcome(
          rival.library(),
          rival.how(),
          trained.timing(),
          answered.timing(),
          Labels.of(answered.result()));
    } finally {
      rival.release(digits);
    }
  }

  private <M> Timed<int[]> answer(Rival<M> rival, Trained<M> classifier) {
    double perDigit = seconds(rival, classifier, PILOT) / PILOT;
    int affordable = (int) Math.min(questions.size(), effort.budget() / perDigit);
    int count = Math.max(Math.min(PILOT, questions.size()), affordable);
    M digits = rival.convert(questions.first(count).features());
    try {
      // Java compiles anew for a larger model and many digits.
      warmUp(() -> classifier.predict(digits));
      return Timing.repeat(effort.repetitions(), effort.budget(), () -> classifier.predict(digits));
    } finally {
      rival.release(digits);
    }
  }

  private <M> double seconds(Rival<M> rival, Trained<M> classifier, int count) {
    M digits = rival.convert(questions.first(count).features());
    try {
      return Timing.once(() -> classifier.predict(digits)).timing().median();
    } finally {
      rival.release(digits);
    }
  }

  private <M> void warmUp(Rival<M> rival) {
    LabeledMatrix few = training.first(WARM_UP_TRAINING);
    M digits = rival.convert(few.features());
    int[] labels = few.labels().toArray();
    M asked = rival.convert(questions.first(WARM_UP_ANSWERS).features());
    try {
      warmUp(
          () -> {
            try (Trained<M> trained = rival.train(digits, labels)) {
              return trained.predict(asked);
            }
          });
    } finally {
      rival.release(digits);
      rival.release(asked);
    }
  }

  private void warmUp(Supplier<int[]> work) {
    double spent = 0;
    while (spent < effort.warmUp()) {
      spent += Timing.once(work).timing().median();
    }
  }
}
