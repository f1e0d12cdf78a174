package io.github.inkling.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A fresh Java process with the tests' class path, for what only a fresh one can tell. */
public final class JavaProcess {
  private static final long MOST_SECONDS = 180;

  private JavaProcess() {}

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
    Path output = Files.createTempFile("output", ".txt");
    Path errors = Files.createTempFile("errors", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(errors);
      assertThat(ended).as("end within %d s; it said: %s", MOST_SECONDS, said).isTrue();
      assertThat(process.exitValue()).as("exit code; it said: %s", said).isZero();
      return Files.readString(output);
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }
}
