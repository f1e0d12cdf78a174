package io.github.inkling.benchmark;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The entry point of the benchmark; {@code examples/benchmark/run} starts it. */
@Command(
    name = "run",
    description = "Measures Inkling, alone and beside other libraries.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Digits come from mnist:fit to learn from and mnist:validation to answer, never from"
          + " mnist:test, unless pages, rejection or writers is told to."
          + " Exit codes: 0 done, 1 failed, 2 bad usage."
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /**
   * Runs one benchmark and ends the process with its exit code: 0 done, 1 failed, 2 bad usage.
   *
   * @param args the benchmark and its options
   */
  public static void main(String[] args) {
    System.exit(run(new Console(System.out, System.err), args));
  }

  static int run(Console console, String... args) {
    CommandLine commands = new CommandLine(new Main());
    commands.getCommandSpec().usageMessage().width(Console.COLUMNS);
    List.of(
            new SideBySideCommand(console),
            new LatencyCommand(console),
            new SklearnCommand(console),
            new ScalingCommand(console),
            new PointCommand(console),
            new IdentityCommand(console),
            new OnnxCommand(console),
            new PagesCommand(console),
            new RejectionCommand(console),
            new WritersCommand(console),
            new StartCommand(console),
            new DigitsCommand(console),
            new SoakCommand(console))
        .forEach(commands::addSubcommand);
    try {
      return commands
          .setOut(writer(console.out()))
          .setErr(writer(console.err()))
          .setParameterExceptionHandler(
              (error, arguments) -> {
                console.fail(
                    "%s; see run %s--help"
                        .formatted(error.getMessage(), place(error.getCommandLine())));
                return CommandLine.ExitCode.USAGE;
              })
          .setExecutionExceptionHandler(
              (error, command, parsed) -> {
                console.fail(Optional.ofNullable(error.getMessage()).orElse(error.toString()));
                return CommandLine.ExitCode.SOFTWARE;
              })
          .execute(args);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, Charset.defaultCharset());
  }

  private static String place(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName() + " ";
  }
}
