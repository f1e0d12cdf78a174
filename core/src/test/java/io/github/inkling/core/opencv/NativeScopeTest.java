package io.github.inkling.core.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.JavaProcess;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;

class NativeScopeTest {
  @Test
  void whatIsOwnedIsGivenBackLastFirst() {
    List<String> released = new ArrayList<>();

    try (NativeScope scope = new NativeScope()) {
      assertThat(scope.own("first", released::add)).isEqualTo("first");
      scope.own("second", released::add);
      assertThat(released).isEmpty();
    }

    assertThat(released).containsExactly("second", "first");
  }

  /** On a platform without IPP the switch stays off, and there is nothing to restore. */
  @Test
  void theThreadsIppIsOffWithinAScopeAndAsBeforeBehindIt() {
    OpenCv.load();
    Core.setUseIPP(true);
    boolean before = Core.useIPP();

    try (NativeScope outer = new NativeScope()) {
      outer.own("", text -> {});
      try (NativeScope inner = new NativeScope()) {
        inner.own("", text -> {});
        assertThat(Core.useIPP()).isFalse();
      }
      assertThat(Core.useIPP()).isFalse();
    }

    assertThat(Core.useIPP()).isEqualTo(before);
  }

  /**
   * OpenCV's matrices are deleted by their finalizers as soon as they are unreachable, and compiled
   * code forgets its arguments early: hence a process whose code of this package is compiled from
   * the start.
   */
  @Test
  void whatIsGivenBackIsReachableUntilItIs() throws IOException, InterruptedException {
    String compiled = "-XX:CompileCommand=compileonly,io.github.inkling.core.opencv.*::*";

    String printed =
        JavaProcess.run(Releasing.class, List.of("-Xcomp", "-XX:CompileCommand=quiet", compiled));

    assertThat(printed.lines())
        .containsExactly(
            "forgotten by code that does not care: true",
            "forgotten by release: false",
            "forgotten by a scope that closes: false");
  }

  /** Tells of resources whether they can be collected while they are given back. */
  static final class Releasing {
    private Releasing() {}

    public static void main(String[] arguments) {
      // What is called for the first time is not compiled yet.
      report();
      System.out.print(report());
    }

    private static String report() {
      Watched careless = new Watched();
      giveBackCarelessly(new Object(), careless);
      Watched released = new Watched();
      NativeScope.release(new Object(), released);
      Watched closed = new Watched();
      try (NativeScope scope = new NativeScope()) {
        scope.own(new Object(), closed);
      }
      return """
          forgotten by code that does not care: %s
          forgotten by release: %s
          forgotten by a scope that closes: %s
          """
          .formatted(careless.forgotten, released.forgotten, closed.forgotten);
    }

    private static void giveBackCarelessly(Object resource, Consumer<Object> release) {
      release.accept(resource);
    }
  }

  /** A way to give something back that takes so long that its finalizer might run. */
  private static final class Watched implements Consumer<Object> {
    private static final int COLLECTIONS = 3;

    private boolean forgotten;

    @Override
    public void accept(Object resource) {
      WeakReference<Object> left = new WeakReference<>(resource);
      for (int i = 0; i < COLLECTIONS; i++) {
        System.gc();
      }
      forgotten = left.refersTo(null);
    }
  }
}
