package io.github.inkling.benchmark.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bytedeco.openblas.presets.openblas_nolapack.blas_get_num_threads;
import static org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmileTest {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final int before = blas_get_num_threads();

  /** As Inkling leaves it. */
  @BeforeEach
  void keepToOneCore() {
    blas_set_num_threads(1);
  }

  @AfterEach
  void putBack() {
    blas_set_num_threads(before);
  }

  @Test
  void smilesTurnHasAllCoresAndInklingsHasOneAgain() {
    assertThat(Smile.<Integer>onAllCores(() -> blas_get_num_threads())).isEqualTo(CORES);
    assertThat(blas_get_num_threads()).isEqualTo(1);
  }

  @Test
  void aTurnThatFailsIsOverTooAndOnlyThen() {
    AtomicInteger during = new AtomicInteger();

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Smile.onAllCores(
                    () -> {
                      during.set(blas_get_num_threads());
                      throw new IllegalStateException("diverged");
                    }));

    assertThat(during).hasValue(CORES);
    assertThat(blas_get_num_threads()).isEqualTo(1);
  }
}
