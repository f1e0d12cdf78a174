package io.github.inkling.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells an error in one line; the stack trace is for those who ask for it. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Terminal terminal;

  ErrorReporter(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    String hint =
        suggestion(error).map(name -> "; did you mean %s? See".formatted(name)).orElse("; see");
    print("%s%s %s --help".formatted(usageProblem(error), hint, qualifiedName(command)));
    if (Inkling.isVerbose(command)) {
      error.printStackTrace(terminal.err());
    }
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
    return report(error, Inkling.isVerbose(command));
  }

  int report(Throwable error, boolean verbose) {
    print(ErrorMessage.of(error));
    if (verbose) {
      error.printStackTrace(terminal.err());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** One line, whatever the message holds. */
  private void print(String message) {
    terminal.err().println("inkling: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  private static String usageProblem(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String argument = unmatched.getUnmatched().get(0);
      List<PositionalParamSpec> positional =
          error.getCommandLine().getCommandSpec().positionalParameters();
      if (argument.isEmpty() && !positional.isEmpty()) {
        // The second of many files: picocli takes it for the end of them.
        return "%s is empty; name a file or folder".formatted(positional.get(0).paramLabel());
      }
      return error.getCommandLine().getParent() == null
          ? "there is no command '%s'".formatted(argument)
          : "'%s' is one argument too many".formatted(argument);
    }
    String message = error.getMessage();
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  /** What was meant by a word that is neither an option nor a command. */
  private static Optional<String> suggestion(ParameterException error) {
    if (!(error instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    CommandLine command = error.getCommandLine();
    // What follows an equals sign is the option's value.
    String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
    return Spelling.nearest(
        word,
        unmatched.isUnknownOption()
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet());
  }

  private static String qualifiedName(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }
}
