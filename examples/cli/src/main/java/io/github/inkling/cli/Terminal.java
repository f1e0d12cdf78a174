package io.github.inkling.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.stream.Stream;

/**
 * Where a command writes to.
 *
 * @param out results go here
 * @param err errors and progress go here
 * @param colours whether {@code out} shows ANSI colours
 * @param live whether {@code err} is a terminal, where a bar can move
 * @param blocks whether both can show Unicode's block elements
 */
record Terminal(PrintWriter out, PrintWriter err, boolean colours, boolean live, boolean blocks) {
  /** Columns that every terminal has. */
  static final int COLUMNS = 80;

  /** The terminal, pipe or file that this process was started with, as the launcher found it. */
  static Terminal ofProcess() {
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    String noColor = System.getenv("NO_COLOR");
    Charset charset = charset();
    return new Terminal(
        writer(System.out, charset),
        writer(System.err, charset),
        Boolean.getBoolean("inkling.terminal.out")
            && !dumb
            && (noColor == null || noColor.isEmpty()),
        Boolean.getBoolean("inkling.terminal.err") && !dumb,
        charset.newEncoder().canEncode('\u2588'));
  }

  /** Plain text without any terminal. */
  static Terminal plain(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, false, false, false);
  }

  /**
   * Breaks a list behind its commas where it would be wider than every terminal.
   *
   * @param list the items, with commas between them
   * @param indent columns before it, which all its lines leave free
   */
  static String wrap(String list, int indent) {
    StringBuilder lines = new StringBuilder();
    int room = COLUMNS - indent;
    String rest = list;
    while (rest.length() > room) {
      int comma = rest.lastIndexOf(',', room - 1);
      int end = comma < 0 ? room : comma + 1;
      lines.append(rest, 0, end).append('\n').append(" ".repeat(indent));
      rest = rest.substring(end).stripLeading();
    }
    return lines.append(rest).toString();
  }

  private static PrintWriter writer(PrintStream stream, Charset charset) {
    OutputStream bytes = stream;
    return new PrintWriter(new OutputStreamWriter(bytes, charset), true);
  }

  /** JDK 19 names the terminal's encoding; JDK 17 does so if there is a terminal. */
  private static Charset charset() {
    return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
        .map(System::getProperty)
        .filter(name -> name != null && Charset.isSupported(name))
        .findFirst()
        .map(Charset::forName)
        .orElseGet(Charset::defaultCharset);
  }
}
