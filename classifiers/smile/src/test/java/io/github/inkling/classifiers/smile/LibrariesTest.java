package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Classifiers;
import org.junit.jupiter.api.Test;

class LibrariesTest {
  @Test
  void versionsAreThoseOfTheBuild() {
    assertThat(Classifiers.libraries())
        .containsOnlyKeys("lucene", "openblas", "smile")
        .containsEntry("lucene", "9.12.3")
        .containsEntry("smile", "3.1.1");
    assertThat(Classifiers.libraries().get("openblas")).matches("0\\.3\\.\\d+.*");
  }
}
