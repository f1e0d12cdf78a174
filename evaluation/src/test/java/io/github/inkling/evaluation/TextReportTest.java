package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final int TERMINAL = 80;

  @Test
  void aGoodModelOnTenThousandDigits() throws IOException {
    assertThat(TextReport.plain().render(SampleAnswers.report(SampleAnswers.tenThousand())))
        .isEqualTo(expected("ten-thousand.txt"));
  }

  @Test
  void rejectionsAndUndefinedValues() throws IOException {
    assertThat(TextReport.plain().render(SampleAnswers.report(SampleAnswers.fourHundred())))
        .isEqualTo(expected("four-hundred.txt"));
  }

  @Test
  void noLineIsWiderThanATerminalOrEndsInSpaces() {
    int[][] counts = new int[10][10];
    counts[0][0] = 999_999;
    counts[9][0] = 123_456;
    Answers many = SampleAnswers.ofCounts(counts);

    assertThat(TextReport.plain().render(SampleAnswers.report(many)).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TERMINAL))
        .noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void coloursChangeNothingElse() {
    EvaluationReport report = SampleAnswers.report(SampleAnswers.fourHundred());
    String coloured = TextReport.ansi().render(report);

    assertThat(coloured).contains("\u001b[31m    30\u001b[0m").contains("\u001b[2m     .\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(TextReport.plain().render(report));
  }

  @Test
  void aSingleDigitAnsweredInNoTime() {
    Answers one = SampleAnswers.of(new int[] {7}, 7);
    EvaluationReport report = new EvaluationReport("folder:one", SampleAnswers.HASH, one, 0, 0);

    assertThat(TextReport.plain().render(report))
        .startsWith("folder:one, 1 digit (SHA-256 0fa7898d5092)\n")
        .contains("Classifier     0.00 s\n");
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = TextReportTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
