package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one jar, as whoever downloads it starts it: without Maven, in any folder. */
@Timeout(120)
class RunnableJarIT {
  private static final Path JAR = Path.of("target", "inkling.jar").toAbsolutePath();

  /** What a process says of being ended by SIGTERM. */
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder;

  @Test
  void servesDigitsAndEndsWhenItIsAskedTo() throws Exception {
    Process process = start("serve", "--port", "0");
    try (BufferedReader said = process.inputReader()) {
      String address = said.readLine().replaceAll(".* ", "");

      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address + "/api/v1/digit"))
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString("{\"strokes\":[[[20,20],[80,20],[45,110]]]}"))
                      .build(),
                  BodyHandlers.ofString());
      process.destroy();

      assertThat(answer.body()).startsWith("{\"label\":7,");
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(TERMINATED);
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(errors())).isEmpty();
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(errors()));
  }

  @Test
  void findsAllItsParts() throws Exception {
    Process process = start("doctor");
    try (BufferedReader said = process.inputReader()) {
      List<String> lines = said.lines().toList();

      assertThat(process.waitFor()).isZero();
      assertThat(lines).last().isEqualTo("Everything is there.");
      assertThat(String.join(" ", lines)).contains("cascade, ensemble, knn, mlp, svm");
    }
    assertThat(Files.readString(errors())).isEmpty();
  }

  @Test
  void hasWhatTheJarsHadThatItWasMadeOf() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Manifest manifest = jar.getManifest();
      List<String> names = jar.stream().map(entry -> entry.getName()).toList();

      assertThat(manifest.getMainAttributes().getValue("Enable-Native-Access"))
          .isEqualTo("ALL-UNNAMED");
      assertThat(jar.isMultiRelease()).isTrue();
      assertThat(names)
          .contains("META-INF/inkling/LICENSE", "META-INF/inkling/NOTICE", "META-INF/LICENSE")
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.endsWith("module-info.class"))
          .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|EC)"));
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 23) {
      // JavaCPP uses Unsafe, of which newer JDKs warn; no manifest can tell them not to.
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-jar");
    command.add(JAR.toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(errors().toFile())
        .start();
  }

  private Path errors() {
    return folder.resolve("errors");
  }
}
