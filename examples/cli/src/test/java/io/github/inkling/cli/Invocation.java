package io.github.inkling.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** One run of the command within the test's own process. */
record Invocation(int exit, String out, String err) {
  /** Runs a command; paths among the arguments are written out. */
  static Invocation of(Object... arguments) {
    String[] args = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(Terminal.plain(new PrintWriter(out), new PrintWriter(err)), args);
    return new Invocation(exit, out.toString(), err.toString());
  }

  /** The error, without the lines of progress before it. */
  List<String> errors() {
    return err.lines().filter(line -> line.startsWith("inkling: ")).toList();
  }

  static String idx(Path images, Path labels) {
    return "idx:" + images + "," + labels;
  }
}
