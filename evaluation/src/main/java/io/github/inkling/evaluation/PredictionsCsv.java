package io.github.inkling.evaluation;

import io.github.inkling.core.model.Prediction;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every single answer as CSV, for other tools to measure.
 *
 * <p>Columns: {@code truth}, {@code label} (empty if the picture was rejected), {@code p0} to
 * {@code p9} (the probabilities of each digit, given that it is one), {@code rejection} (the name
 * of the {@link io.github.inkling.core.model.Rejection}, empty if there is none), and {@code digit}
 * (the probability that it is a digit at all). Numbers read back as the same doubles. With a
 * header; lines end in a line feed. Columns that come to be are added behind the others, so that
 * who reads by position finds what was always there.
 */
public final class PredictionsCsv {
  private static final String HEADER =
      IntStream.range(0, Prediction.CLASSES)
          .mapToObj(digit -> "p" + digit)
          .collect(Collectors.joining(",", "truth,label,", ",rejection,digit\n"));

  private PredictionsCsv() {}

  /**
   * Writes one line per answer.
   *
   * @param answers the answers, with the true digits
   * @param out where to; neither flushed nor closed
   * @throws IOException if {@code out} cannot be written
   */
  public static void write(Answers answers, Appendable out) throws IOException {
    out.append(HEADER);
    for (int i = 0; i < answers.size(); i++) {
      out.append(row(answers.truth(i), answers.prediction(i)));
    }
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
