package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.Classifiers;
import smile.math.kernel.GaussianKernel;

/** What all uses of Smile have in common. */
final class Smile {
  private Smile() {}

  static String library() {
    return "Smile " + Classifiers.libraries().get("smile");
  }

  /** Smile writes the kernel as {@code exp(-|a - b|² / (2 sigma²))}. */
  static GaussianKernel gaussian(double gamma) {
    return new GaussianKernel(Math.sqrt(0.5 / gamma));
  }
}
