package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import java.util.List;

/**
 * Trains one machine for each pair of classes with Smile's LASVM, on kernel values that come from
 * matrix products, and calibrates each on held-out decision values.
 *
 * <p>Memory: the kernel values take {@link SvmSettings#memory()} at most; the solver keeps 8 bytes
 * for each support vector and digit of each machine in training beside them, and the features are
 * copied once to native memory.
 */
public final class SvmTrainer implements Trainer {
  private static final double LARGEST_KERNEL = 1e12;
  private static final double HEAP_SHARE = 0.4;
  private static final long MEGABYTE = 1 << 20;

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
   * @throws IllegalArgumentException if kernel values would be too large for the solver
   */
  @Override
  public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
    KernelFunction kernel = kernel(digits.features());
    requireModest(kernel, digits.features());
    ClassOrder order = new ClassOrder(digits);
    MemoryPlan plan =
        MemoryPlan.of(order.sizes(), budget(), Runtime.getRuntime().availableProcessors());
    List<TrainedPair> pairs;
    try (KernelBlocks blocks = new KernelBlocks(digits.features(), order, kernel)) {
      pairs = new PairTraining(settings, order, blocks, plan, seed, progress).train();
    }
    return new SvmAssembly(kernel, digits.features(), order, pairs).classifier();
  }

  private KernelFunction kernel(FeatureMatrix features) {
    double gamma = settings.gamma().orElseGet(() -> scale(features));
    return new KernelFunction(settings.kernel(), gamma, settings.degree(), settings.coef0());
  }

  private static double scale(FeatureMatrix features) {
    double variance = ColumnMoments.of(features).totalVariance();
    return variance > 0 ? SvmSettings.GAMMA_FACTOR / variance : 1;
  }

  /** A kernel is largest between a digit and itself, as its matrix is positive semidefinite. */
  private static void requireModest(KernelFunction kernel, FeatureMatrix features) {
    float[] norms =
        SquaredNorms.of("training digit", features.values(), features.rows(), features.columns());
    float[] value = new float[1];
    for (int digit = 0; digit < norms.length; digit++) {
      value[0] = norms[digit];
      kernel.apply(value, 0, 1, norms[digit], norms, digit);
      if (!(value[0] <= LARGEST_KERNEL)) {
        throw new IllegalArgumentException(
            "the kernel of training digit %d with itself is %.3g, above %.0e: scale the features or lower gamma, coef0 or degree"
                .formatted(digit, value[0], LARGEST_KERNEL));
      }
    }
  }

  private long budget() {
    return settings.memory().isPresent()
        ? settings.memory().getAsInt() * MEGABYTE
        : (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory());
  }
}
