package io.github.inkling.core.opencv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.opencv.core.Core;

/**
 * Owns native resources and gives them back, last first, when the scope closes. Not thread-safe: a
 * scope belongs to the thread that opened it.
 *
 * <pre>{@code
 * try (NativeScope scope = new NativeScope()) {
 *   Mat picture = scope.own(new Mat(), Mat::release);
 *   ...
 * }
 * }</pre>
 */
public final class NativeScope implements AutoCloseable {
  private final Deque<Runnable> releases = new ArrayDeque<>();
  private final boolean callersIpp;

  /**
   * Opens a scope that owns nothing yet. Loads OpenCV if that has not happened, and sees to it that
   * on this thread, until the scope closes, the same input gives the same result, bit for bit.
   */
  public NativeScope() {
    OpenCv.load();
    // Intel's IPP rounds by where a buffer happens to lie in memory: the same digit would not
    // always give the same features. OpenCV keeps this switch per thread.
    callersIpp = Core.useIPP();
    Core.setUseIPP(false);
  }

  /**
   * Takes ownership of a resource.
   *
   * @param resource the resource
   * @param release gives the resource's native memory back
   * @param <T> the resource's type
   * @return the resource itself
   */
  public <T> T own(T resource, Consumer<? super T> release) {
    releases.push(() -> release.accept(resource));
    return resource;
  }

  @Override
  public void close() {
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
    Core.setUseIPP(callersIpp);
  }
}
