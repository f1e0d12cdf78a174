package io.github.inkling.benchmark.rival;

import smile.classification.OneVersusOne;
import smile.classification.SVM;
import smile.math.kernel.GaussianKernel;

/** Smile's SVM as its user guide shows it. */
final class SmileSvm implements SmileRival {
  private final SvmTask settings;

  SmileSvm(SvmTask settings) {
    this.settings = settings;
  }

  @Override
  public String how() {
    return "OneVersusOne.fit of SVM.fit, all cores; predict, one core";
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
