package io.github.inkling.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A service in a Java of its own: what native code prints goes to a file, what it crashes is not
 * the tests, and its memory is nobody else's.
 */
final class OtherService implements AutoCloseable {
  private static final Limits LIMITS =
      new Limits(
          100_000,
          1_000_000,
          Duration.ofSeconds(15),
          1_000_000,
          1000,
          256,
          16,
          20,
          /* collected= */ 1);

  private final Process process;
  private final int port;

  private OtherService(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static OtherService start(Path log) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                OtherService.class.getName())
            .redirectError(log.toFile())
            .start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    if (line == null) {
      throw new IOException("it did not start; see " + log);
    }
    return new OtherService(process, Integer.parseInt(line));
  }

  int port() {
    return port;
  }

  /** What its threads do, or how it ended. */
  String state() {
    return process.isAlive()
        ? "the service is alive:\n" + threads()
        : "the service ended with " + process.exitValue();
  }

  private String threads() {
    try {
      Process dump =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jstack").toString(),
                  String.valueOf(process.pid()))
              .redirectErrorStream(true)
              .start();
      return dump.inputReader().lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "its threads are not known: " + e.getMessage();
    }
  }

  /** Bytes of memory that the process has, native code's included. */
  long memory() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc", process.pid() + "", "status"));
    return status.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws IOException {
    try (InklingService service = TestServices.start(TestServices.local().withLimits(LIMITS))) {
      System.out.println(service.port());
      while (System.in.read() >= 0) {
        System.gc();
      }
    }
  }
}
