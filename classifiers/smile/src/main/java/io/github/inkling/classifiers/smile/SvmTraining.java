package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.model.Variations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The training of one support vector machine, once or twice, in the features that it is given. */
final class SvmTraining {
  private static final long HEAP_PARTS = 4;
  private static final long MEGABYTE = 1 << 20;
  private static final long ENOUGH_MEMORY = 1024 * MEGABYTE;

  private final SvmSettings settings;
  private final long held;
  private final long seed;
  private final ProgressListener progress;

  /**
   * Prepares a training.
   *
   * @param held feature values that someone keeps in the heap beside those that are trained on
   */
  SvmTraining(SvmSettings settings, long held, long seed, ProgressListener progress) {
    this.settings = settings;
    this.held = held;
    this.seed = seed;
    this.progress = progress;
  }

  SvmClassifier train(TrainingSet digits) {
    KernelFunction kernel = kernel(digits.features());
    LearningSet set = LearningSet.of(digits);
    if (settings.virtual() == 0) {
      List<TrainedPair> pairs = forAllPairs(kernel, set, "Training SVM", PairTraining::calibrated);
      return new SvmAssembly(kernel, set, pairs).classifier(Map.of());
    }
    Variations variations = digits.variations().orElseThrow();
    // No calibration is needed to find the digits on which the machines rest.
    int[] supportVectors =
        SvmAssembly.supportVectors(
            forAllPairs(kernel, set, "Finding support vectors", PairTraining::machine));
    LearningSet enlarged =
        set.withVirtual(supportVectors, variations, settings.virtual(), progress);
    List<TrainedPair> pairs =
        forAllPairs(
            kernel, enlarged, "Training on virtual support vectors", PairTraining::calibrated);
    return new SvmAssembly(kernel, enlarged, pairs).classifier(figures(supportVectors.length));
  }

  private <T> List<T> forAllPairs(
      KernelFunction kernel,
      LearningSet set,
      String stage,
      BiFunction<PairTraining, Pair, T> work) {
    try (KernelBlocks blocks = new KernelBlocks(set.features(), set.order(), kernel)) {
      long spare = spareHeap(set.features());
      MemoryBudget budget = new MemoryBudget(Math.max(1, Math.min(memory(), spare)));
      int largest = WorkingSetSolver.largest(spare);
      PairTraining training = new PairTraining(settings, set, blocks, budget, largest, seed);
      return new AllPairs(set.order()).train(stage, progress, pair -> work.apply(training, pair));
    }
  }

  private Map<String, String> figures(int supportVectors) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("support vectors of the first stage", String.valueOf(supportVectors));
    figures.put(
        "virtual support vectors trained on", String.valueOf(supportVectors * settings.virtual()));
    return figures;
  }

  private KernelFunction kernel(FeatureMatrix features) {
    double gamma = settings.gamma().orElseGet(() -> scale(features));
    return new KernelFunction(settings.kernel(), gamma, settings.degree(), settings.coef0());
  }

  private static double scale(FeatureMatrix features) {
    double variance = ColumnMoments.of(features).totalVariance();
    return variance > 0 ? SvmSettings.GAMMA_FACTOR / variance : 1;
  }

  /**
   * Most of what the features leave of the heap, of which there may be two sets, the one enlarged
   * by copies. It is reckoned, not measured: what is free just now differs from run to run, and
   * machines would.
   */
  private long spareHeap(FeatureMatrix features) {
    long taken = (held + 2L * features.values().length) * Float.BYTES;
    return (Runtime.getRuntime().maxMemory() - taken) / 3 * 2;
  }

  private long memory() {
    return settings.memory().isPresent()
        ? settings.memory().getAsInt() * MEGABYTE
        : Math.min(ENOUGH_MEMORY, Runtime.getRuntime().maxMemory() / HEAP_PARTS);
  }
}
