package io.github.inkling.evaluation;

import com.fasterxml.jackson.core.io.NumberInput;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one file of predictions, line by line, and names the place of what is wrong. */
final class PredictionsReader {
  private static final int CLASSES = Prediction.CLASSES;
  private static final int TRUTH = 0;
  private static final int LABEL = 1;
  private static final int FIRST_PROBABILITY = 2;
  private static final int REJECTION = FIRST_PROBABILITY + CLASSES;
  private static final int DIGIT = REJECTION + 1;

  /** Without these columns there is nothing to measure. */
  private static final int LEAST_COLUMNS = REJECTION;

  private static final int QUOTED = 24;

  private final CsvLines lines;
  private String[] header = {};
  private String[] cells = {};

  PredictionsReader(Reader in, String source) {
    this.lines = new CsvLines(in, source);
  }

  Answers read() throws IOException {
    readHeader();
    List<Integer> truth = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      requireEnd();
      split(line);
      truth.add(digit(TRUTH, "expected the true digit, 0..9"));
      predictions.add(prediction());
    }
    return Answers.of(truth.stream().mapToInt(Integer::intValue).toArray(), predictions);
  }

  private void readHeader() throws IOException {
    String line = lines.next();
    if (line == null) {
      throw lines.malformed("the file is empty; expected the header " + expectedHeader());
    }
    header = line.split(",", -1);
    int known = PredictionsCsv.COLUMNS.size();
    int columns = Math.min(header.length, known);
    if (columns < LEAST_COLUMNS
        || !PredictionsCsv.COLUMNS
            .subList(0, columns)
            .equals(List.of(header).subList(0, columns))) {
      throw lines.malformed(
          "'%s' is not the header of predictions; expected %s, of which the last two may be missing"
              .formatted(quoted(line), expectedHeader()));
    }
    requireEnd();
    cells = new String[header.length];
  }

  /** A number that was cut off is another number, and nothing but the line's end tells. */
  private void requireEnd() throws MalformedFileException {
    if (!lines.ended()) {
      throw lines.malformed(
          "has no end, so the file may be cut off; if it is whole, end its last line");
    }
  }

  private static String expectedHeader() {
    return String.join(",", PredictionsCsv.COLUMNS);
  }

  private void split(String line) throws MalformedFileException {
    int columns = 0;
    int start = 0;
    while (start <= line.length()) {
      int comma = line.indexOf(',', start);
      int end = comma < 0 ? line.length() : comma;
      if (columns < cells.length) {
        cells[columns] = line.substring(start, end);
      }
      columns++;
      start = end + 1;
    }
    if (columns != cells.length) {
      throw lines.malformed(
          "%d column%s; expected %d as in the header"
              .formatted(columns, columns == 1 ? "" : "s", cells.length));
    }
  }

  private Prediction prediction() throws MalformedFileException {
    double[] probabilities = new double[CLASSES];
    for (int digit = 0; digit < CLASSES; digit++) {
      probabilities[digit] = probability(FIRST_PROBABILITY + digit);
    }
    boolean none = Arrays.stream(probabilities).allMatch(p -> p == 0);
    Optional<Rejection> rejection = rejection(none);
    if (rejection.isPresent() && none) {
      Prediction blank = Prediction.rejected(rejection.get());
      return has(DIGIT) ? blank.withDigitProbability(probability(DIGIT)) : blank;
    }
    Prediction prediction = distribution(probabilities);
    if (has(DIGIT)) {
      prediction = prediction.withDigitProbability(probability(DIGIT));
    }
    if (rejection.isPresent()) {
      return prediction.reject(rejection.get());
    }
    int label = digit(LABEL, "expected 0..9, or nothing for a rejected picture");
    if (label != prediction.label()) {
      throw malformed(
          LABEL,
          "is not the most probable digit; expected %d, as p%d is the largest"
              .formatted(prediction.label(), prediction.label()));
    }
    return prediction;
  }

  /** Of a file that does not tell reasons, the mildest one that the probabilities allow. */
  private Optional<Rejection> rejection(boolean noProbabilities) throws MalformedFileException {
    boolean labelled = !cells[LABEL].isEmpty();
    if (!has(REJECTION)) {
      return labelled
          ? Optional.empty()
          : Optional.of(noProbabilities ? Rejection.BLANK : Rejection.AMBIGUOUS);
    }
    String name = cells[REJECTION];
    if (labelled != name.isEmpty()) {
      throw malformed(
          REJECTION,
          labelled
              ? "is a rejection beside the label '%s'; expected one of both"
                  .formatted(quoted(cells[LABEL]))
              : "is no rejection, nor is there a label; expected one of both");
    }
    if (labelled) {
      return Optional.empty();
    }
    for (Rejection reason : Rejection.values()) {
      if (reason.name().equals(name)) {
        return Optional.of(reason);
      }
    }
    throw malformed(REJECTION, "is no rejection; expected one of " + Arrays.toString(names()));
  }

  private static String[] names() {
    return Arrays.stream(Rejection.values()).map(Enum::name).toArray(String[]::new);
  }

  private Prediction distribution(double[] probabilities) throws MalformedFileException {
    try {
      return Prediction.of(probabilities);
    } catch (IllegalArgumentException e) {
      throw lines.malformed("columns 3 to 12 (p0 to p9): " + e.getMessage());
    }
  }

  private boolean has(int column) {
    return column < header.length;
  }

  private int digit(int column, String expected) throws MalformedFileException {
    String value = cells[column];
    if (value.length() == 1 && value.charAt(0) >= '0' && value.charAt(0) <= '9') {
      return value.charAt(0) - '0';
    }
    throw malformed(column, "is no digit; " + expected);
  }

  private double probability(int column) throws MalformedFileException {
    double value = number(cells[column]);
    if (value >= 0 && value <= 1) {
      return value;
    }
    throw malformed(column, "is no probability; expected a number 0..1");
  }

  /** NaN, which is no probability, stands for whatever is no number. */
  private static double number(String value) {
    try {
      // The same numbers as of Double.parseDouble, several times as fast.
      return NumberInput.parseDouble(value, true);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private MalformedFileException malformed(int column, String problem) {
    return lines.malformed(
        "column %d (%s): '%s' %s"
            .formatted(column + 1, header[column], quoted(cells[column]), problem));
  }

  /** Short and without control characters, since it may come from any file. */
  private static String quoted(String value) {
    String clean = value.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= QUOTED ? clean : clean.substring(0, QUOTED) + "...";
  }
}
