package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.junit.jupiter.api.Test;

class WebServerTest {
  @Test
  void noConnectionGetsMemoryThatAnotherHad() {
    ByteBufferPool buffers = WebServer.buffers();
    RetainableByteBuffer given = buffers.acquire(8192, /* direct= */ false);
    given.getByteBuffer().clear().put(0, (byte) 1);
    given.release();

    RetainableByteBuffer next = buffers.acquire(8192, /* direct= */ false);

    assertThat(next.getByteBuffer().clear().get(0)).isZero();
  }
}
