package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Holds the services that tests share to it that no body stays in memory once it is answered. */
final class BodiesAreLetGo implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
    assertThat(TestServices.bodiesInMemory(TestServices.shared())).isZero();
    assertThat(TestServices.bodiesInMemory(TestServices.small())).isZero();
  }
}
