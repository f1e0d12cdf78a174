package io.github.inkling.evaluation;

import io.github.inkling.core.MalformedFileException;
import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text, none of which is long: a line is refused before it takes much memory.
 * Carriage returns at the end of a line are no part of it, nor is a byte order mark at the start.
 */
final class CsvLines {
  /** Far more than a line of numbers needs. */
  static final int MAX_LINE = 4096;

  private static final int BUFFER = 1 << 14;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final Reader in;
  private final Object source;
  private final char[] buffer = new char[BUFFER];
  private final StringBuilder begun = new StringBuilder();
  private int start;
  private int end;
  private long number;
  private boolean ended = true;

  /**
   * Starts before the first line.
   *
   * @param in the text; not closed
   * @param source named in errors
   */
  CsvLines(Reader in, Object source) {
    this.in = in;
    this.source = source;
  }

  /** The next line without its end; null if there is none. */
  String next() throws IOException {
    begun.setLength(0);
    number++;
    while (start < end || fill()) {
      int at = start;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      ended = at < end;
      if (begun.length() + at - start > MAX_LINE) {
        throw malformed("longer than %d characters".formatted(MAX_LINE));
      }
      begun.append(buffer, start, at - start);
      start = ended ? at + 1 : at;
      if (ended) {
        return line();
      }
    }
    return begun.isEmpty() ? null : line();
  }

  /** The number of the line that {@link #next} returned, from 1. */
  long number() {
    return number;
  }

  /** Whether a line feed ended the line that {@link #next} returned. */
  boolean ended() {
    return ended;
  }

  /** What is wrong with the line that {@link #next} returned. */
  MalformedFileException malformed(String problem) {
    return new MalformedFileException(source, "line %d: %s".formatted(number, problem));
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(0, in.read(buffer, 0, BUFFER));
    return end > 0;
  }

  private String line() {
    int from = number == 1 && !begun.isEmpty() && begun.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int to = begun.length();
    while (to > from && begun.charAt(to - 1) == '\r') {
      to--;
    }
    return begun.substring(from, to);
  }
}
