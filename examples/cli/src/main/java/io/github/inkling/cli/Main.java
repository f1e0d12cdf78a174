package io.github.inkling.cli;

import java.util.Locale;
import picocli.CommandLine;

/** The entry point of the {@code inkling} command. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 bad usage.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    // What is said is English everywhere, so that digits of another script would not go with it.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(Terminal.ofProcess(), args));
  }

  static int run(Terminal terminal, String... args) {
    CommandLine commands = Inkling.commands(terminal, args);
    try {
      return commands.execute(args);
    } catch (Error e) {
      // Memory that is too small, natives that do not load: picocli lets errors pass.
      return new ErrorReporter(terminal).report(e, Inkling.isVerbose(commands));
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }
}
