package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.FeatureMatrix;
import smile.classification.OneVersusOne;
import smile.classification.SVM;
import smile.math.kernel.GaussianKernel;

/** Smile's SVM as its user guide shows it. */
final class SmileSvm implements Rival<double[][]> {
  private final SvmTask settings;

  SmileSvm(SvmTask settings) {
    this.settings = settings;
  }

  @Override
  public String library() {
    return Smile.library();
  }

  @Override
  public String how() {
    return "OneVersusOne.fit of SVM.fit, all cores; predict, one core";
  }

  @Override
  public double[][] convert(FeatureMatrix digits) {
    return Rows.of(digits);
  }

  @Override
  public Trained<double[][]> train(double[][] digits, int[] labels) {
    GaussianKernel kernel = Smile.gaussian(settings.gamma());
    OneVersusOne<double[]> trained =
        OneVersusOne.fit(
            digits, labels, (x, y) -> SVM.fit(x, y, kernel, settings.c(), SvmTask.TOLERANCE));
    return trained::predict;
  }
}
