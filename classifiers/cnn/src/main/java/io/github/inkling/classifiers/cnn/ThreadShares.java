package io.github.inkling.classifiers.cnn;

import ai.djl.pytorch.jni.JniUtils;
import io.github.inkling.core.training.Interruption;
import io.github.inkling.core.training.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Shares PyTorch's threads out among networks that learn side by side: with as many for each as
 * there are cores they would wait for each other.
 *
 * <p>PyTorch has a number of threads for each thread that computes, which takes it at its first
 * computation from one of the whole process. That one is a share while networks learn side by side,
 * and as before once none do.
 */
final class ThreadShares {
  private static int groups;
  private static int whole;
  private static boolean isLowered;

  private ThreadShares() {}

  /**
   * Trains networks as {@link SideBySide#train} does.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted before it
   *     begins
   * @throws IllegalStateException if it is interrupted later, or PyTorch is not there
   */
  static <T> List<T> train(String name, List<Supplier<T>> trainings) {
    Interruption.check();
    PyTorch.load();
    int threads = begin();
    try {
      int atATime = SideBySide.atATime(trainings.size());
      List<Supplier<T>> sharing = new ArrayList<>();
      for (int i = 0; i < trainings.size(); i++) {
        Supplier<T> training = trainings.get(i);
        int share = share(threads, i, trainings.size(), atATime);
        sharing.add(
            () -> {
              take(share);
              return training.get();
            });
      }
      return SideBySide.train(name, sharing);
    } finally {
      end();
    }
  }

  /** What one of several networks gets: the last ones are fewer at a time, and get more each. */
  static int share(int threads, int network, int networks, int atATime) {
    int last = networks % atATime;
    return Math.max(1, threads / (network < networks - last ? atATime : last));
  }

  private static synchronized int begin() {
    if (groups == 0) {
      whole = JniUtils.getNumThreads();
    }
    groups++;
    return whole;
  }

  private static synchronized void take(int share) {
    // Asking first makes this thread's number its own: nobody else's setting changes it any more.
    if (JniUtils.getNumThreads() != share) {
      JniUtils.setNumThreads(share);
      isLowered = true;
    }
  }

  private static synchronized void end() {
    groups--;
    if (groups == 0 && isLowered) {
      JniUtils.setNumThreads(whole);
      isLowered = false;
    }
  }
}
