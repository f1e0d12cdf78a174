package io.github.inkling.core.opencv;

import java.lang.ref.Reference;
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
    releases.push(() -> release(resource, release));
    return resource;
  }

  /**
   * Gives a resource's native memory back, for one that no scope owns. A call of the resource's own
   * method may be its last use: Java then counts it as unreachable, and its finalizer may delete it
   * on another thread while that method still runs, which destroys the native heap.
   *
   * @param resource the resource
   * @param release gives the resource's native memory back
   * @param <T> the resource's type
   */
  public static <T> void release(T resource, Consumer<? super T> release) {
    try {
      release.accept(resource);
    } finally {
      Reference.reachabilityFence(resource);
    }
  }

  @Override
  public void close() {
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
    Core.setUseIPP(callersIpp);
  }
}
