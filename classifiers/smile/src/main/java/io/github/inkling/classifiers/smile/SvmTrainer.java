package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.model.Variations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Trains one machine for each pair of classes with Smile's LASVM on working sets, with kernel
 * values that come from matrix products, and calibrates each on held-out decision values.
 *
 * <p>On request the machines are trained a second time, on the support vectors of the first
 * training and changed copies of them: the virtual support vector method (DeCoste and Schoelkopf,
 * "Training Invariant Support Vector Machines", Machine Learning 46, 2002, section 3.2). Digits
 * that are no support vectors have no influence on a machine, so their copies hardly have one, and
 * the second training is spared them.
 *
 * <p>Memory: the features are copied once to native memory; the machines in training take {@link
 * SvmSettings#memory()}, or one machine what it needs if that is more: 4 bytes for each pair of
 * digits of its working set and 8 for each of its support vectors and such a digit. Where the heap
 * is too small for that, working sets stay smaller, and a machine that would have more support
 * vectors than fit rests on a part of them: with 2 GB, some 10,000 of a pair of digits.
 */
public final class SvmTrainer implements Trainer {
  private static final long HEAP_PARTS = 4;
  private static final long MEGABYTE = 1 << 20;
  private static final long ENOUGH_MEMORY = 1024 * MEGABYTE;

  private final SvmSettings settings;

  /**
   * Makes a trainer.
   *
   * @param settings its settings
   */
  public SvmTrainer(SvmSettings settings) {
    this.settings = settings;
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if kernel values would be too large for the solver, or virtual
   *     support vectors are wanted and the digits have no variations, or they would be more than a
   *     matrix can hold
   * @throws IllegalStateException if the thread is interrupted, which it stays
   */
  @Override
  public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
    KernelFunction kernel = kernel(digits.features());
    LearningSet set = LearningSet.of(digits);
    if (settings.virtual() == 0) {
      List<TrainedPair> pairs =
          forAllPairs(kernel, set, seed, "Training SVM", progress, PairTraining::calibrated);
      return new SvmAssembly(kernel, set, pairs).classifier(Map.of());
    }
    Variations variations = digits.variations().orElseThrow(this::noPictures);
    // No calibration is needed to find the digits on which the machines rest.
    int[] supportVectors =
        SvmAssembly.supportVectors(
            forAllPairs(
                kernel, set, seed, "Finding support vectors", progress, PairTraining::machine));
    LearningSet enlarged =
        set.withVirtual(supportVectors, variations, settings.virtual(), progress);
    List<TrainedPair> pairs =
        forAllPairs(
            kernel,
            enlarged,
            seed,
            "Training on virtual support vectors",
            progress,
            PairTraining::calibrated);
    return new SvmAssembly(kernel, enlarged, pairs).classifier(figures(supportVectors.length));
  }

  private <T> List<T> forAllPairs(
      KernelFunction kernel,
      LearningSet set,
      long seed,
      String stage,
      ProgressListener progress,
      BiFunction<PairTraining, Pair, T> work) {
    try (KernelBlocks blocks = new KernelBlocks(set.features(), set.order(), kernel)) {
      PairTraining training = training(set, blocks, seed);
      return new AllPairs(set.order()).train(stage, progress, pair -> work.apply(training, pair));
    }
  }

  private PairTraining training(LearningSet set, KernelBlocks blocks, long seed) {
    long spare = spareHeap(set.features());
    MemoryBudget budget = new MemoryBudget(Math.max(1, Math.min(memory(), spare)));
    return new PairTraining(settings, set, blocks, budget, WorkingSetSolver.largest(spare), seed);
  }

  private IllegalArgumentException noPictures() {
    return new IllegalArgumentException(
        "svm:virtual=%d makes changed copies of pictures, and here are only features: train on pictures, or with virtual=0"
            .formatted(settings.virtual()));
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
  private static long spareHeap(FeatureMatrix features) {
    long taken = 2L * features.values().length * Float.BYTES;
    return (Runtime.getRuntime().maxMemory() - taken) / 3 * 2;
  }

  private long memory() {
    return settings.memory().isPresent()
        ? settings.memory().getAsInt() * MEGABYTE
        : Math.min(ENOUGH_MEMORY, Runtime.getRuntime().maxMemory() / HEAP_PARTS);
  }
}
