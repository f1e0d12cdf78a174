package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What a class prints in a Java of its own. */
record OwnJava(String out, String err) {
  /**
   * Runs the class's main.
   *
   * @param without the beginning of the names of jars that are left out of the class path
   */
  static OwnJava run(Class<?> main, String without, Map<String, String> environment)
      throws IOException, InterruptedException {
    String classpath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(without))
            .collect(Collectors.joining(File.pathSeparator));
    Path err = Files.createTempFile("inkling", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  classpath,
                  main.getName())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      String out = process.inputReader().lines().collect(Collectors.joining("\n"));
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      String errors = Files.readString(err);
      assertThat(process.exitValue()).as(out + errors).isZero();
      return new OwnJava(out, errors);
    } finally {
      Files.delete(err);
    }
  }
}
