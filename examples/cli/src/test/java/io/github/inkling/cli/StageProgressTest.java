package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageProgressTest {
  private final StringWriter err = new StringWriter();

  @Test
  void aLogGetsOneLinePerStage() {
    try (StageProgress progress = StageProgress.on(terminal(false))) {
      for (int done = 0; done <= 1000; done++) {
        progress.progress("Extracting features", done, 1000);
      }
      progress.progress("Training SVM", 0, 45);
      progress.progress("Training SVM", 45, 45);
    }

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0)).matches("Extracting features: \\d+\\.\\d s");
    assertThat(lines().get(1)).matches("Training SVM: \\d+\\.\\d s");
  }

  @Test
  void aStageThatWasNotFinishedIsNotCalledDone() {
    try (StageProgress progress = StageProgress.on(terminal(false))) {
      progress.progress("Training SVM", 3, 45);
    }

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aTerminalShowsBarsThatFitAndLeavesOneLinePerStage() throws InterruptedException {
    try (StageProgress progress = StageProgress.on(terminal(true))) {
      progress.progress("Normalising", 60_000, 60_000);
      progress.progress("Training SVM", 20, 45);
      awaitDrawn("44 %");
      progress.progress("Training SVM", 45, 45);
    }

    List<String> shown = List.of(err.toString().split("\r\u001b\\[K|\n"));
    assertThat(shown).allMatch(line -> line.length() < 80);
    assertThat(shown).anyMatch(line -> line.matches("Training SVM +[#]+[.]+ +44 %.*"));
    assertThat(lastOf("Normalising")).matches("Normalising +\\d+\\.\\d s");
    assertThat(lastOf("Training SVM")).matches("Training SVM +\\d+\\.\\d s");
  }

  @Test
  void anAbandonedBarIsWipedAway() {
    try (StageProgress progress = StageProgress.on(terminal(true))) {
      progress.progress("Training SVM", 3, 45);
    }

    assertThat(err.toString()).endsWith("\r\u001b[K");
  }

  /** The bar is drawn by a thread of its own, now and then. */
  private void awaitDrawn(String text) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(10);
    while (!err.toString().contains(text) && Instant.now().isBefore(deadline)) {
      Thread.sleep(10);
    }
  }

  /** What is left to see of a stage, when its line has been drawn for the last time. */
  private String lastOf(String stage) {
    return lines().stream()
        .map(line -> line.replaceFirst("(?s).*\r\u001b\\[K", ""))
        .filter(line -> line.startsWith(stage))
        .findFirst()
        .orElseThrow();
  }

  private List<String> lines() {
    return List.of(err.toString().split(System.lineSeparator()));
  }

  private Terminal terminal(boolean live) {
    return new Terminal(
        new PrintWriter(new StringWriter()), new PrintWriter(err), false, live, false);
  }
}
