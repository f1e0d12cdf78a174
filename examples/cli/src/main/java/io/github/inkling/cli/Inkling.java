package io.github.inkling.cli;

import io.github.inkling.core.recognizer.Versions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it tells what there is. */
@Command(
    name = "inkling",
    description = "Recognises handwritten digits with classical computer vision.",
    footer = {
      "",
      "A data set (SPEC) is one of",
      "  mnist:train, mnist:test          MNIST, which Inkling brings along",
      "  mnist:fit, mnist:validation      mnist:train in two parts, to choose settings by",
      "  idx:IMAGES,LABELS[,transposed]   IDX files, plain or .gz; EMNIST is transposed",
      "  folder:DIR                       pictures in subfolders 0 to 9",
      "  csv:FILE                         on each line a label, then pixels",
      "  usps:FILE                        the USPS text format",
      "",
      "A classifier (C) is one of",
      "  svm        support vector machine, as in svm:kernel=rbf,c=10 or svm:virtual=4",
      "  knn        nearest neighbours, as in knn:k=3 or knn:index=hnsw",
      "  mlp        perceptron, as in mlp:hidden=512,epochs=40,augment=true",
      "  cnn        convolutional network, as in cnn:preset=small; needs INKLING_WITH=cnn",
      "  ensemble   several that answer together, as in ensemble:members=svm/mlp",
      "  cascade    a strong one behind a cheap one, as in cascade:cheap=mlp,strong=svm",
      "",
      "Exit codes: 0 done, 1 failed, 2 bad usage. Start with: inkling quickstart"
    })
final class Inkling implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      order = 100,
      description = "With an error, show its stack trace, too.")
  private boolean verbose;

  /**
   * The commands, with their errors reported on the terminal: the one with which the arguments
   * begin, as picocli takes its time to take in each, or else all.
   */
  static CommandLine commands(Terminal terminal, String... args) {
    ErrorReporter errors = new ErrorReporter(terminal);
    CommandLine commands = new CommandLine(new Inkling());
    List<Object> all =
        List.of(
            new QuickstartCommand(terminal),
            new TrainCommand(terminal),
            new TuneCommand(terminal),
            new EvaluateCommand(terminal),
            new BenchmarkCommand(terminal),
            new PredictCommand(terminal),
            new ReadCommand(terminal),
            new ServeCommand(terminal),
            new CombineCommand(terminal),
            new CascadeCommand(terminal),
            new ExportCommand(terminal),
            new FeaturesCommand(terminal),
            new ShowCommand(terminal),
            new InfoCommand(terminal),
            new DoctorCommand(terminal));
    List<Object> named =
        all.stream().filter(command -> args.length > 0 && name(command).equals(args[0])).toList();
    (named.isEmpty() ? all : named).forEach(commands::addSubcommand);
    layOut(commands.getCommandSpec());
    commands.getSubcommands().values().forEach(command -> layOut(command.getCommandSpec()));
    return commands
        .registerConverter(Path.class, new SpecConverters.FileName())
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  private static String name(Object command) {
    return command.getClass().getAnnotation(Command.class).name();
  }

  /** What all commands have in common: --help, --version and the look of their help. */
  private static void layOut(CommandSpec command) {
    command.mixinStandardHelpOptions(true).versionProvider(new Version());
    command
        .usageMessage()
        .width(Terminal.COLUMNS)
        .sortOptions(false)
        .synopsisHeading("Usage: ")
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .optionListHeading("%n")
        .commandListHeading("%nCommands:%n");
  }

  static boolean isVerbose(CommandLine command) {
    CommandSpec root = command.getCommandSpec().root();
    return root.userObject() instanceof Inkling inkling && inkling.verbose;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  /** Tells Inkling's version without loading anything native. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"inkling " + Versions.inkling()};
    }
  }
}
