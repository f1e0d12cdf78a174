package io.github.inkling.benchmark.rival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Defaults of Inkling's own must not come between the sides of a comparison. */
class RivalsTest {
  @Test
  void perceptronsLearnFromAllDigitsAtTheSameRate() {
    assertThat(Rivals.mlp(new MlpTask(256, 128, 0.05)).get(0).how())
        .contains("rate=0.05", "schedule=constant", "smoothing=0", "decay=0", "holdout=0");
  }

  @Test
  void machinesHaveTheSameKernelAndStopAtTheSameTolerance() {
    assertThat(Rivals.svm(new SvmTask(10, 0.4)).get(0).how())
        .contains("kernel=rbf", "c=10", "gamma=0.4", "tol=0.001", "axes=0,");
  }

  @Test
  void neighboursAreExact() {
    assertThat(Rivals.knn(3).get(0).how()).contains("index=exact", "weights=uniform");
  }
}
