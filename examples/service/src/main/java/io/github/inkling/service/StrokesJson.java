package io.github.inkling.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.inkling.core.vision.Strokes;
import io.github.inkling.core.vision.Strokes.Dot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads strokes, and lists of digits, from JSON. Token by token, so that no more is kept than the
 * limits allow, whatever the text says: {@code {"strokes": [[[x, y], [x, y, pressure]]], "pen":
 * 8}}.
 */
final class StrokesJson {
  static final int MOST_STROKES = 1000;
  static final int MOST_DOTS = 20_000;

  private static final int MOST_NESTING = 8;
  private static final double FARTHEST = 1e6;

  /** Such as: Unexpected character ('}' (code 125)). */
  private static final Pattern PLAIN =
      Pattern.compile("(Unexpected|Unrecognized|Duplicate|Invalid|Illegal|Non-standard)[^:`\\n]*");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_NESTING)
                  .maxNumberLength(40)
                  .maxNameLength(40)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;
  private int strokes;
  private int dots;

  private StrokesJson(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads a body that is strokes. */
  static Strokes read(byte[] body) {
    return parse(body, json -> json.item(/* mayBePicture= */ false)).strokes();
  }

  /** Reads a body that is a list of digits. */
  static List<Sent> readAll(byte[] body, int most) {
    return parse(body, json -> json.items(most));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(StrokesJson json) throws IOException;
  }

  private static <T> T parse(byte[] body, Reading<T> reading) {
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      T result = reading.read(new StrokesJson(parser));
      if (parser.nextToken() != null) {
        throw bad("there is something behind the JSON; send one object");
      }
      return result;
    } catch (JsonProcessingException e) {
      throw bad(
          "the JSON cannot be read: %s (line %d, column %d)"
              .formatted(
                  problem(e),
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw bad("the JSON cannot be read");
    }
  }

  /** What Jackson says, without its advice to programmers. */
  private static String problem(JsonProcessingException error) {
    if (error instanceof StreamConstraintsException) {
      return "it is nested too deeply, or a name or number is too long";
    }
    String said = error.getOriginalMessage();
    Matcher plain = PLAIN.matcher(said == null ? "" : said);
    return plain.lookingAt() ? plain.group() : "it is damaged";
  }

  private List<Sent> items(int most) throws IOException {
    expect(JsonToken.START_OBJECT, "an object with digits");
    List<Sent> items = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      if (!parser.currentName().equals("digits")) {
        throw bad("there is no field \"%s\"; expected digits".formatted(parser.currentName()));
      }
      parser.nextToken();
      expect(JsonToken.START_ARRAY, "a list of digits");
      items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (items.size() == most) {
          throw new ProblemException(
              Problem.Kind.TOO_LARGE, "a request has at most %,d digits".formatted(most));
        }
        items.add(item(/* mayBePicture= */ true));
      }
    }
    if (items == null) {
      throw bad("the field digits is missing");
    }
    return items;
  }

  private Sent item(boolean mayBePicture) throws IOException {
    String fields = mayBePicture ? "strokes, pen or image" : "strokes or pen";
    expect(JsonToken.START_OBJECT, "an object with " + fields);
    List<List<Dot>> drawn = null;
    Double pen = null;
    byte[] picture = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("strokes")) {
        drawn = strokes();
      } else if (name.equals("pen")) {
        pen = number("pen");
      } else if (name.equals("image") && mayBePicture) {
        picture = picture();
      } else {
        throw bad("there is no field \"%s\"; expected %s".formatted(name, fields));
      }
    }
    if ((drawn == null) == (picture == null)) {
      throw bad(
          mayBePicture
              ? "a digit has either strokes or an image"
              : "the field strokes is missing; send {\"strokes\": [[[x, y], [x, y]]]}");
    }
    return drawn == null ? Sent.picture(picture) : Sent.drawn(of(drawn, pen));
  }

  private static Strokes of(List<List<Dot>> drawn, Double pen) {
    Strokes strokes = Strokes.of(drawn);
    if (pen == null) {
      return strokes;
    }
    if (!(pen > 0)) {
      throw bad("pen must be above 0, not " + pen);
    }
    return strokes.withPen(pen);
  }

  private List<List<Dot>> strokes() throws IOException {
    expect(JsonToken.START_ARRAY, "a list of strokes");
    List<List<Dot>> drawn = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (++strokes > MOST_STROKES) {
        throw tooMuch("%,d strokes", MOST_STROKES);
      }
      expect(JsonToken.START_ARRAY, "a stroke, which is a list of points");
      List<Dot> stroke = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (++dots > MOST_DOTS) {
          throw tooMuch("%,d points", MOST_DOTS);
        }
        stroke.add(dot());
      }
      drawn.add(stroke);
    }
    return drawn;
  }

  private static ProblemException tooMuch(String what, int most) {
    return new ProblemException(
        Problem.Kind.TOO_LARGE, ("a request has at most " + what).formatted(most));
  }

  private Dot dot() throws IOException {
    expect(JsonToken.START_ARRAY, "a point, which is [x, y] or [x, y, pressure]");
    parser.nextToken();
    double x = number("x");
    parser.nextToken();
    double y = number("y");
    if (parser.nextToken() == JsonToken.END_ARRAY) {
      return new Dot(x, y);
    }
    double pressure = number("pressure");
    if (!(pressure >= 0 && pressure <= 1)) {
      throw bad("the pressure must be in 0..1, not " + pressure);
    }
    parser.nextToken();
    expect(JsonToken.END_ARRAY, "the end of a point, which is [x, y] or [x, y, pressure]");
    return new Dot(x, y, pressure);
  }

  private double number(String name) throws IOException {
    if (parser.currentToken() == null || !parser.currentToken().isNumeric()) {
      throw bad("%s must be a number (%s)".formatted(name, place()));
    }
    double value = parser.getDoubleValue();
    if (!(Math.abs(value) <= FARTHEST)) {
      throw bad("%s must be in -1,000,000..1,000,000, not %s".formatted(name, value));
    }
    return value;
  }

  private byte[] picture() throws IOException {
    expect(JsonToken.VALUE_STRING, "a picture in Base64");
    try {
      // Bit by bit, so that the text is not in memory, too.
      return parser.getBinaryValue();
    } catch (JsonParseException e) {
      throw bad("image is not Base64 (%s)".formatted(place()));
    }
  }

  private void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw bad("expected %s (%s)".formatted(what, place()));
    }
  }

  private String place() {
    return "line %d, column %d"
        .formatted(
            parser.currentTokenLocation().getLineNr(), parser.currentTokenLocation().getColumnNr());
  }

  private static ProblemException bad(String detail) {
    return new ProblemException(Problem.Kind.BAD_REQUEST, detail);
  }
}
