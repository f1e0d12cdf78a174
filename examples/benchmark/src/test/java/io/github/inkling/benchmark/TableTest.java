package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table =
      new Table(
          List.of("library", "s"), List.of(List.of("Inkling", "2"), List.of("Smile", "12.5")));

  @Test
  void numbersAreSetRight() {
    assertThat(table.text())
        .isEqualTo(
            """
            library     s
            -------  ----
            Inkling     2
            Smile    12.5
            """);
  }

  @Test
  void markdownSaysWhichColumnsAreNumbers() {
    assertThat(table.markdown())
        .isEqualTo(
            """
            | library | s |
            | --- | ---: |
            | Inkling | 2 |
            | Smile | 12.5 |
            """);
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of("1"))))
        .withMessageContaining("1 cells, but there are 2 columns");
  }
}
