package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetEdgeTest {
  @Test
  void itIsDarkBeyondIfNearlyAllThatIsSeenIs() {
    assertThat(new SheetEdge(100, 85, 0, 0).isDarkBeyond()).isTrue();
    assertThat(new SheetEdge(100, 84, 0, 0).isDarkBeyond()).isFalse();
    assertThat(new SheetEdge(0, 0, 0, 0).isDarkBeyond()).as("nothing is seen").isFalse();
  }

  @Test
  void oneLineIsSlantedFromTwelveDegreesOn() {
    assertThat(line(0).isOneSlantedLine()).isFalse();
    assertThat(line(11).isOneSlantedLine()).isFalse();
    assertThat(line(12).isOneSlantedLine()).isTrue();
    assertThat(line(45).isOneSlantedLine()).isTrue();
    assertThat(line(79).isOneSlantedLine()).isFalse();
    assertThat(new SheetEdge(200, 0, 60, 60).isOneSlantedLine()).as("two lines").isFalse();
    assertThat(new SheetEdge(0, 0, 0, 0).isOneSlantedLine()).as("nothing is seen").isFalse();
  }

  private static SheetEdge line(double degrees) {
    double angle = Math.toRadians(degrees);
    return new SheetEdge(100, 100, 100 * Math.cos(angle), 100 * Math.sin(angle));
  }
}
