package io.github.inkling.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
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
    print("%s; see %s --help".formatted(usageProblem(error), qualifiedName(command)));
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
      return error.getCommandLine().getParent() == null
          ? "there is no command '%s'%s".formatted(argument, suggestion(unmatched))
          : "'%s' is one argument too many".formatted(argument);
    }
    String message = error.getMessage();
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String suggestion(UnmatchedArgumentException unmatched) {
    return unmatched.getSuggestions().stream()
        .findFirst()
        .map(name -> "; did you mean " + name.substring(name.lastIndexOf(' ') + 1) + "?")
        .orElse("");
  }

  private static String qualifiedName(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }
}
