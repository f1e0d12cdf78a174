package io.github.inkling.evaluation;

import io.github.inkling.core.InputFile;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Every single answer as CSV, for other tools to measure; and back.
 *
 * <p>Columns: {@code truth}, {@code label} (empty if the picture was rejected), {@code p0} to
 * {@code p9} (the probabilities of each digit, given that it is one), {@code rejection} (the name
 * of the {@link Rejection}, empty if there is none), and {@code digit} (the probability that it is
 * a digit at all). Numbers read back as the same doubles. With a header; lines end in a line feed.
 * Columns that come to be are added behind the others, so that who reads by position finds what was
 * always there.
 */
public final class PredictionsCsv {
  /** The columns' names, in their order. */
  static final List<String> COLUMNS =
      List.of(
          "truth",
          "label",
          "p0",
          "p1",
          "p2",
          "p3",
          "p4",
          "p5",
          "p6",
          "p7",
          "p8",
          "p9",
          "rejection",
          "digit");

  private PredictionsCsv() {}

  /**
   * Writes one line per answer.
   *
   * @param answers the answers, with the true digits
   * @param out where to; neither flushed nor closed
   * @throws IOException if {@code out} cannot be written
   */
  public static void write(Answers answers, Appendable out) throws IOException {
    out.append(String.join(",", COLUMNS)).append('\n');
    for (int i = 0; i < answers.size(); i++) {
      out.append(row(answers.truth(i), answers.prediction(i)));
    }
  }

  /**
   * Reads a file that {@link #write} wrote, or another tool in its form.
   *
   * @param file in UTF-8
   * @return the answers, equal to those that were written; see {@link #read(Reader, String)}
   * @throws IOException if the file cannot be read; a {@link MalformedFileException} that names the
   *     line and the column if it does not follow the format
   */
  public static Answers read(Path file) throws IOException {
    try (Reader in =
        new InputStreamReader(
            InputFile.open(file, "a file of predictions"), StandardCharsets.UTF_8)) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * <p>The last two columns may be missing. Without {@code digit}, a picture with probabilities is
   * surely a digit (1), and one without, whose ten are all 0, is none (0). Without {@code
   * rejection}, a picture without a label was rejected all the same: as {@link Rejection#BLANK} if
   * it has no probabilities, else as {@link Rejection#AMBIGUOUS}. Further columns are passed over,
   * and so are blank lines. Nothing may stand in quotes.
   *
   * @param in the text; not closed
   * @param source what it is, for messages: a file's name
   * @return the answers, equal to those that were written
   * @throws IOException if {@code in} cannot be read; a {@link MalformedFileException} that names
   *     the line and the column if the text does not follow the format: also if a label is not the
   *     most probable digit, or the last line has no end, which may have been cut off within a
   *     number
   */
  public static Answers read(Reader in, String source) throws IOException {
    return new PredictionsReader(in, source).read();
  }

  // Digits, numbers and names of an enum: nothing that CSV would have to quote.
  private static String row(int truth, Prediction prediction) {
    StringBuilder row = new StringBuilder().append(truth).append(',');
    if (prediction.isDigit()) {
      row.append(prediction.label());
    }
    for (int digit = 0; digit < Prediction.CLASSES; digit++) {
      row.append(',').append(prediction.probability(digit));
    }
    return row.append(',')
        .append(prediction.rejection().map(Enum::name).orElse(""))
        .append(',')
        .append(prediction.digitProbability())
        .append('\n')
        .toString();
  }
}
