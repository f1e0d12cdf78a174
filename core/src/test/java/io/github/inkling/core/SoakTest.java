package io.github.inkling.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SoakTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void aLeakOf3MegabytesARoundIsSeen() {
    assertThatThrownBy(() -> Soak.assertMemoryStaysFlat(Leaking.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("kilobytes");
  }

  /** Keeps memory outside the heap, every page of it touched. */
  static final class Leaking implements Soak.Round {
    private final List<ByteBuffer> kept = new ArrayList<>();

    @Override
    public void run() {
      kept.add(ByteBuffer.allocateDirect(3 << 20));
    }
  }
}
