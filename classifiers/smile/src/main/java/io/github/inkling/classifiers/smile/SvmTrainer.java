package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.Interruption;
import java.util.concurrent.CancellationException;

/**
 * Trains one machine for each pair of classes with Smile's LASVM on working sets, with kernel
 * values that come from matrix products, and calibrates each on held-out decision values.
 *
 * <p>The machines work in {@link SvmSettings#axes()} principal axes of the features, if there are
 * more features than that: the answers hardly change, and memory and time become as much less as
 * there are fewer dimensions.
 *
 * <p>On request the machines are trained a second time, on the support vectors of the first
 * training and changed copies of them: the virtual support vector method (DeCoste and Schoelkopf,
 * "Training Invariant Support Vector Machines", Machine Learning 46, 2002, section 3.2). Digits
 * that are no support vectors have no influence on a machine, so their copies hardly have one, and
 * the second training is spared them.
 *
 * <p>Memory: the features, or their places along the axes, are copied once to native memory; the
 * machines in training take {@link SvmSettings#memory()}, or one machine what it needs if that is
 * more: 4 bytes for each pair of digits of its working set and 8 for each of its support vectors
 * and such a digit. Where the heap is too small for that, working sets stay smaller, and a machine
 * that would have more support vectors than fit rests on a part of them: with 2 GB, some 10,000 of
 * a pair of digits.
 */
public final class SvmTrainer implements Trainer {
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
    if (settings.virtual() > 0) {
      digits.requireVariations("svm:virtual=" + settings.virtual(), "virtual=0");
    }
    if (settings.axes() == 0 || settings.axes() >= digits.features().columns()) {
      return new SvmTraining(settings, 0, seed, progress).train(digits);
    }
    PrincipalSubspace subspace = axes(digits, progress);
    return new SvmTraining(settings, digits.features().values().length, seed, progress)
        .train(digits.describedBy(subspace::project))
        .in(subspace);
  }

  private PrincipalSubspace axes(TrainingSet digits, ProgressListener progress) {
    try {
      return PrincipalSubspace.of(digits.features(), settings.axes(), progress);
    } catch (CancellationException e) {
      throw Interruption.ofTraining(e);
    }
  }
}
