package io.github.inkling.benchmark.rival;

import static org.bytedeco.openblas.presets.openblas_nolapack.blas_get_num_threads;
import static org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads;

import java.util.function.Supplier;
import smile.math.kernel.GaussianKernel;

/** What all uses of Smile have in common. */
final class Smile {
  private Smile() {}

  /**
   * Lets the OpenBLAS that Smile calls work on all cores, as it does in a program without Inkling,
   * which keeps it to one for the whole process.
   */
  static <T> T onAllCores(Supplier<T> work) {
    int before = blas_get_num_threads();
    blas_set_num_threads(Runtime.getRuntime().availableProcessors());
    try {
      return work.get();
    } finally {
      blas_set_num_threads(before);
    }
  }

  /** Smile writes the kernel as {@code exp(-|a - b|² / (2 sigma²))}. */
  static GaussianKernel gaussian(double gamma) {
    return new GaussianKernel(Math.sqrt(0.5 / gamma));
  }
}
