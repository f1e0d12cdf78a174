package io.github.inkling.evaluation.search;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.NestedSubsets;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.search.Validation.Parts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tries settings on training digits. What is judged by was never learned from, and no test set has
 * a part in it. Immutable.
 *
 * <pre>{@code
 * Tuning tuning =
 *     new Tuning(
 *         DigitRecognizer.trainer(),
 *         new Pipeline("", "hog", "svm"),
 *         digits,
 *         Validation.folds(5, 42));
 * TuningResult result =
 *     tuning.search(
 *         SearchSpace.parse("c=1/3/10", "features.cell=7/14"),
 *         new GridSearch(),
 *         ProgressListener.NONE);
 * Pipeline best = result.best().orElseThrow().pipeline();
 * }</pre>
 */
public final class Tuning {
  private static final String STAGE = "Trying settings";

  private final RecognizerTrainer base;
  private final Pipeline pipeline;
  private final LabeledDigits digits;
  private final Validation validation;

  /**
   * Tries nothing yet.
   *
   * @param base whose copies and seed all trials share; its parts and its listener are not used
   * @param pipeline what is tuned: settings that are not tried stay as they are here
   * @param digits training digits
   * @param validation which of them are learned from, and which are judged by
   * @throws IllegalArgumentException if a part of the pipeline is unknown or a setting out of range
   */
  public Tuning(
      RecognizerTrainer base, Pipeline pipeline, LabeledDigits digits, Validation validation) {
    pipeline.requireKnown();
    this.base = base.progress(ProgressListener.NONE);
    this.pipeline = pipeline;
    this.digits = digits;
    this.validation = validation;
  }

  /**
   * Refuses what no trial could use, before there are any digits.
   *
   * @param pipeline what is tuned
   * @param space what may be tried
   * @param strategy what of it is tried
   * @throws IllegalArgumentException if a setting is unknown, none of its values can be used, or
   *     the strategy cannot search the space
   */
  public static void check(Pipeline pipeline, SearchSpace space, SearchStrategy strategy) {
    pipeline.requireKnown();
    new KnownSettings(pipeline).require(space, strategy.candidates(space));
  }

  /**
   * Tries settings. What fails is reported as a failed trial, and the others go on.
   *
   * @param space what may be tried
   * @param strategy what of it is tried
   * @param progress hears of finished trials
   * @return every trial
   * @throws IllegalArgumentException if a setting is unknown, or none of its values can be used,
   *     before anything is trained; or if there are too few digits for the validation or the search
   */
  public TuningResult search(
      SearchSpace space, SearchStrategy strategy, ProgressListener progress) {
    List<Map<String, String>> candidates = strategy.candidates(space);
    new KnownSettings(pipeline).require(space, candidates);
    List<Parts> parts = validation.parts(digits.labels());
    List<NestedSubsets> subsets = parts.stream().map(this::subsets).toList();
    int most = subsets.stream().mapToInt(NestedSubsets::size).min().orElseThrow();
    List<Rung> rungs = strategy.schedule(candidates.size(), most);
    // Refused before anything is trained.
    rungs.forEach(rung -> subsets.forEach(subset -> subset.first(rung.digits())));
    TrialRunner runner = new TrialRunner(base, digits, parts, subsets, most);
    int judged = parts.stream().mapToInt(part -> part.judging().length).sum();
    return new TuningResult(climb(candidates, rungs, runner, progress), judged);
  }

  /** Step by step, with the best of each step in the next. */
  private List<Trial> climb(
      List<Map<String, String>> candidates,
      List<Rung> rungs,
      TrialRunner runner,
      ProgressListener progress) {
    int total = rungs.stream().mapToInt(Rung::trials).sum();
    List<Trial> trials = new ArrayList<>();
    List<Integer> numbers = IntStream.rangeClosed(1, candidates.size()).boxed().toList();
    progress.progress(STAGE, 0, total);
    List<Trial> last = List.of();
    for (Rung rung : rungs) {
      if (!last.isEmpty()) {
        numbers = best(last, rung.trials());
      }
      int before = trials.size();
      List<Trial> tried = new ArrayList<>();
      for (int number : sharingFeatures(candidates, numbers)) {
        Map<String, String> settings = candidates.get(number - 1);
        tried.add(runner.run(number, settings, pipeline.with(settings), rung.digits()));
        progress.progress(STAGE, Math.min(total, before + tried.size()), total);
      }
      tried.sort(Comparator.comparingInt(Trial::number));
      trials.addAll(tried);
      last = tried;
    }
    return trials;
  }

  private static List<Integer> best(List<Trial> tried, int count) {
    return tried.stream()
        .filter(trial -> !trial.failed())
        .sorted(TuningResult.BY_SCORE)
        .limit(count)
        .map(Trial::number)
        .sorted()
        .toList();
  }

  /** The same numbers, those of the same features side by side, so that few are kept at a time. */
  private List<Integer> sharingFeatures(
      List<Map<String, String>> candidates, List<Integer> numbers) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int number : numbers) {
      String preparation = TrialRunner.preparation(pipeline.with(candidates.get(number - 1)));
      groups.computeIfAbsent(preparation, key -> new ArrayList<>()).add(number);
    }
    return groups.values().stream().flatMap(List::stream).toList();
  }

  private NestedSubsets subsets(Parts part) {
    int[] labels = IntStream.of(part.training()).map(digits::label).toArray();
    return NestedSubsets.of(labels, validation.seed());
  }
}
