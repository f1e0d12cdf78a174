package io.github.inkling.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A fresh Java process with the tests' class path, for what only a fresh one can tell. Immutable.
 */
public final class JavaProcess {
  private static final long MOST_SECONDS = 180;

  private final Class<?> main;
  private final String classPath;
  private final Map<String, String> environment;

  private JavaProcess(Class<?> main, String classPath, Map<String, String> environment) {
    this.main = main;
    this.classPath = classPath;
    this.environment = environment;
  }

  /**
   * What a process wrote.
   *
   * @param out to its standard output
   * @param err to its standard error
   */
  public record Output(String out, String err) {}

  /**
   * Prepares a process.
   *
   * @param main has a {@code main} method
   * @return the process, which does not run yet
   */
  public static JavaProcess of(Class<?> main) {
    return new JavaProcess(main, System.getProperty("java.class.path"), Map.of());
  }

  /**
   * Runs a class and expects it to succeed in time; else the failure shows what it wrote to its
   * error stream.
   *
   * @param main has a {@code main} method
   * @param options of the virtual machine, such as {@code -Xmx64m}
   * @param arguments of the method
   * @return what it printed
   * @throws IOException if the process cannot be started
   * @throws InterruptedException if the wait for it is interrupted
   */
  public static String run(Class<?> main, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    return of(main).run(options, arguments).out();
  }

  /**
   * Leaves out jars.
   *
   * @param jar how their names begin
   * @return a changed copy
   */
  public JavaProcess without(String jar) {
    String rest =
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(jar))
            .collect(Collectors.joining(File.pathSeparator));
    return new JavaProcess(main, rest, environment);
  }

  /**
   * Sets variables of the environment.
   *
   * @param variables beside those of this process
   * @return a changed copy
   */
  public JavaProcess in(Map<String, String> variables) {
    return new JavaProcess(main, classPath, Map.copyOf(variables));
  }

  /**
   * Runs the class and expects it to succeed in time; else the failure shows what it wrote to its
   * error stream.
   *
   * @param options of the virtual machine, such as {@code -Xmx64m}
   * @param arguments of the method
   * @return what it wrote
   * @throws IOException if the process cannot be started
   * @throws InterruptedException if the wait for it is interrupted
   */
  public Output run(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("output", ".txt");
    Path errors = Files.createTempFile("errors", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(errors);
      assertThat(ended).as("end within %d s; it said: %s", MOST_SECONDS, said).isTrue();
      assertThat(process.exitValue()).as("exit code; it said: %s", said).isZero();
      return new Output(Files.readString(output), said);
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }
}
