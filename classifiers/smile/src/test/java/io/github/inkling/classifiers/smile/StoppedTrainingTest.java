package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever ends a training early, its threads end before it: native memory that they still read
 * would be gone, and the virtual machine with it.
 */
class StoppedTrainingTest {
  private static final int CLASSES = 3;
  private static final int CLASS_SIZE = 1000;
  private static final int WIDTH = 400;

  /** Classes that nothing tells apart, so that a product and a machine take their time. */
  private static final TrainingSet NOISE = noise();

  @Test
  void aListenerThatThrowsLeavesNoThreadBehind() {
    ProgressListener listener =
        (stage, done, total) -> {
          if (done == 1) {
            throw new IllegalStateException("stop");
          }
        };

    assertThatThrownBy(() -> Classifiers.trainer("svm:axes=0").train(NOISE, 1, listener))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("stop");

    assertNoThreadIsLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"svm", "svm:axes=0", "svm:axes=0,memory=1"})
  void anInterruptEndsTheTrainingAndIsKept(String spec) {
    Thread caller = Thread.currentThread();
    ProgressListener listener = (stage, done, total) -> caller.interrupt();

    assertThatThrownBy(() -> Classifiers.trainer(spec).train(NOISE, 1, listener))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the training was interrupted");

    assertThat(Thread.interrupted()).isTrue();
    assertNoThreadIsLeft();
  }

  @Test
  void aSolverStopsWhenItsThreadIsInterrupted() {
    float[][] kernel = new float[1000][1000];
    boolean[] first = new boolean[1000];
    for (int i = 0; i < 1000; i++) {
      Arrays.fill(kernel[i], 0.5f);
      kernel[i][i] = 1;
      first[i] = i < 500;
    }

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> new PairSolver(10, 1e-3).solve(kernel, first, 1, 1))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void assertNoThreadIsLeft() {
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      Thread thread = entry.getKey();
      if (thread.getName().equals("svm-training")) {
        assertThat(entry.getValue())
            .as("a thread that has done its last task")
            .noneMatch(frame -> frame.getClassName().startsWith("io.github.inkling"));
        // It may still be on its way out of the pool.
        assertThat(joined(thread)).isTrue();
      }
    }
  }

  private static boolean joined(Thread thread) {
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return !thread.isAlive();
  }

  private static TrainingSet noise() {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[CLASSES * CLASS_SIZE * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    int[] labels = new int[CLASSES * CLASS_SIZE];
    Arrays.setAll(labels, i -> i % CLASSES);
    return new TrainingSet(FeatureMatrix.wrap(labels.length, WIDTH, values), labels);
  }
}
