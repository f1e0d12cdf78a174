package io.github.inkling.evaluation.search;

import io.github.inkling.core.Stopwatch;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.NestedSubsets;
import io.github.inkling.core.recognizer.PreparedDigits;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.experiment.CrossValidation.Fold;
import io.github.inkling.evaluation.search.Validation.Parts;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tries one combination of settings after the other. Features are computed once for all that share
 * them, as long as memory allows to keep them.
 */
final class TrialRunner {
  private final RecognizerTrainer base;
  private final LabeledDigits digits;
  private final List<Parts> parts;
  private final List<NestedSubsets> subsets;
  private final int most;
  private final Map<String, SoftReference<PreparedDigits>> prepared = new HashMap<>();

  /**
   * Prepares nothing yet.
   *
   * @param base whose copies and seed all trials share
   * @param digits training digits
   * @param parts how they are divided
   * @param subsets of the digits to learn from, for each of the parts
   * @param most as many digits, and more, are all that there are to learn from
   */
  TrialRunner(
      RecognizerTrainer base,
      LabeledDigits digits,
      List<Parts> parts,
      List<NestedSubsets> subsets,
      int most) {
    this.base = base;
    this.digits = digits;
    this.parts = parts;
    this.subsets = subsets;
    this.most = most;
  }

  /** What pipelines have in common whose digits are prepared in the same way. */
  static String preparation(Pipeline pipeline) {
    try {
      return pipeline.preparation();
    } catch (IllegalArgumentException e) {
      // Its trial will say why it cannot be used.
      return e.getMessage();
    }
  }

  /** Tries a combination; what goes wrong is in the trial. */
  Trial run(int number, Map<String, String> settings, Pipeline pipeline, int count) {
    Stopwatch stopwatch = Stopwatch.start();
    try {
      RecognizerTrainer trainer = pipeline.applyTo(base);
      PreparedDigits ready = prepared(pipeline, trainer);
      stopwatch = Stopwatch.start();
      List<Fold> folds = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        folds.add(
            Fold.of(
                trainer, ready.select(training(i, count)), ready.select(parts.get(i).judging())));
      }
      return new Trial(
          number, settings, pipeline, count, folds, stopwatch.seconds(), Optional.empty());
    } catch (RuntimeException | OutOfMemoryError e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return new Trial(
          number, settings, pipeline, count, List.of(), stopwatch.seconds(), Optional.of(why(e)));
    }
  }

  private PreparedDigits prepared(Pipeline pipeline, RecognizerTrainer trainer) {
    String key = pipeline.preparation();
    SoftReference<PreparedDigits> kept = prepared.get(key);
    PreparedDigits ready = kept == null ? null : kept.get();
    if (ready == null) {
      ready = trainer.prepare(digits);
      prepared.put(key, new SoftReference<>(ready));
    }
    return ready;
  }

  private int[] training(int part, int count) {
    int[] all = parts.get(part).training();
    return count >= most
        ? all
        : IntStream.of(subsets.get(part).first(count)).map(place -> all[place]).toArray();
  }

  private static String why(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return "the memory is not enough";
    }
    String message = e.getMessage() == null ? "" : e.getMessage();
    boolean forPeople = e instanceof IllegalArgumentException || e instanceof IllegalStateException;
    return (forPeople && !message.isBlank() ? message : e.toString())
        .lines()
        .findFirst()
        .orElse("");
  }
}
