package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoctorTest {
  @Test
  void everythingIsThereWhereTheBuildPasses() {
    Invocation run = Invocation.of("doctor");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out())
        .doesNotContain("MISSING")
        .contains(
            "Java",
            "cores",
            "Memory",
            "OpenCV       4.9.0",
            "hog",
            "knn, mlp, svm",
            "smile 3.1.1",
            "mlp:hidden=1024",
            "60,000")
        .endsWith("Everything is there." + System.lineSeparator());
    assertThat(run.out().lines())
        .as("lines without a path of this machine")
        .filteredOn(line -> !line.startsWith("ok       Java") && !line.contains("Temporary"))
        .allMatch(line -> line.length() <= 80);
  }
}
