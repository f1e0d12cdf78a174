package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.vision.Strokes;
import io.github.inkling.core.vision.Strokes.Dot;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrokesJsonTest {
  private static Strokes read(String json) {
    return StrokesJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertSame(Strokes read, Strokes expected) {
    assertThat(read.drawDigit()).isEqualTo(expected.drawDigit());
    assertThat(read.drawPage()).isEqualTo(expected.drawPage());
  }

  @Test
  void strokesAreReadInTheirOrder() {
    assertSame(
        read("{\"strokes\":[[[0,0],[60,0],[20,100]],[[5.5,-50],[5e1,50]]]}"),
        Strokes.of(
            List.of(
                List.of(new Dot(0, 0), new Dot(60, 0), new Dot(20, 100)),
                List.of(new Dot(5.5, -50), new Dot(50, 50)))));
  }

  @Test
  void pressureAndPenAreRead() {
    assertSame(
        read("{\"pen\":14,\"strokes\":[[[0,0,0],[60,0,0.25],[20,100,1]]]}"),
        Strokes.of(List.of(List.of(new Dot(0, 0, 0), new Dot(60, 0, 0.25), new Dot(20, 100, 1))))
            .withPen(14));
  }

  @Test
  void noStrokesAreABlankDigit() {
    assertSame(read("{\"strokes\":[]}"), Strokes.of(List.of()));
    assertSame(read("{\"strokes\":[[],[]]}"), Strokes.of(List.of()));
  }

  @ParameterizedTest
  @CsvSource({"UTF-16BE", "UTF-16LE", "UTF-32BE"})
  void jsonMayBeInAnyUnicode(String charset) {
    byte[] body = "{\"strokes\":[[[1,2]]]}".getBytes(Charset.forName(charset));
    assertSame(StrokesJson.read(body), Strokes.of(List.of(List.of(new Dot(1, 2)))));
  }

  @Test
  void aListOfDigitsIsReadInItsOrder() {
    List<Sent> digits =
        StrokesJson.readAll(
            "{\"digits\":[{\"image\":\"AQID\"},{\"strokes\":[[[1,2]]]},{\"image\":\"\"}]}"
                .getBytes(StandardCharsets.UTF_8),
            3);

    assertThat(digits).extracting(Sent::isDrawn).containsExactly(false, true, false);
    assertThat(digits.get(0).file()).containsExactly(1, 2, 3);
    assertSame(digits.get(1).strokes(), Strokes.of(List.of(List.of(new Dot(1, 2)))));
    assertThat(digits.get(2).file()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | the field strokes is missing; send {\"strokes\": [[[x, y], [x, y]]]}",
        "{\"dots\":1} | there is no field \"dots\"; expected strokes or pen",
        "[] | expected an object with strokes or pen (line 1, column 1)",
        "{\"strokes\":[[[1]]]} | y must be a number (line 1, column 16)",
        "{\"strokes\":[[[1,2],[\"3\",4]]]} | x must be a number (line 1, column 21)",
        "{\"strokes\":[[[1,2e6]]]} | y must be in -1,000,000..1,000,000, not 2000000.0",
        "{\"strokes\":[[[1,2,1.5]]]} | the pressure must be in 0..1, not 1.5",
        "{\"strokes\":[[[1,2]]],\"pen\":0} | pen must be above 0, not 0.0",
        "{\"strokes\":[]} x | the JSON cannot be read: Unrecognized token 'x' (line 1, column 16)",
        "{\"strokes\":[]} 1 | there is something behind the JSON; send one object",
        "{\"strokes\":[[[NaN,1]]]} | the JSON cannot be read: Non-standard token 'NaN' (line 1, column 18)",
        "{\"strokes\":[],\"strokes\":[]} | the JSON cannot be read: Duplicate field 'strokes' (line 1, column 24)",
        "{\"strokes\":[[[1,2] | the JSON cannot be read: Unexpected end-of-input (line 1, column 19)",
        "{\"a12345678901234567890123456789012345678901\":1} | the JSON cannot be read: it is nested too deeply, or a name or number is too long (line 1, column 1)",
      })
  void whatIsWrongIsSaidInPlainWords(String json, String detail) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_REQUEST);
              assertThat(e.problem().detail()).startsWith(detail).doesNotContain("`", "Source");
            });
  }
}
