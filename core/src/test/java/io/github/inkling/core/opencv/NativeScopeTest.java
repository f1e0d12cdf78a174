package io.github.inkling.core.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
}
