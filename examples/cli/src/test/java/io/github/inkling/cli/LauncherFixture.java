package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A clone of which the launcher is real, with a Java and a Maven that only say what they were asked
 * to do.
 */
final class LauncherFixture {
  /** Where the one who builds leaves its number, in the clone. */
  static final String LOCK = "examples/cli/target/build.lock";

  /** The variables that may hold options for Java. */
  static final List<String> OPTIONS =
      List.of("INKLING_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final Path LAUNCHER = Path.of("../../inkling");

  private final Path folder;
  private final Path root;
  private final Path tools;
  private Path jdk;

  /** Lays it out in an empty folder. */
  LauncherFixture(Path folder) throws IOException {
    this.folder = folder;
    root = Files.createDirectories(folder.resolve("a clone"));
    Files.copy(LAUNCHER, root.resolve("inkling"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(root.resolve("pom.xml"), "");
    for (String module :
        List.of(
            "core",
            "features",
            "classifiers/smile",
            "classifiers/ensemble",
            "classifiers/cnn",
            "classifiers/onnx",
            "evaluation",
            "examples/mnist",
            "examples/service",
            "examples/cli")) {
      Files.createDirectories(root.resolve(module + "/src/main/java"));
    }
    Files.writeString(root.resolve("core/src/main/java/A.java"), "");
    makeOld(root);
    useJdk("17.0.1");
    tools = Files.createDirectories(folder.resolve("tools"));
    script(
        tools.resolve("mvn"),
        """
        echo "mvn $*" >> '%s/mvn.log'
        sleep 0.2
        mkdir -p core/target examples/cli/target
        touch core/target/core.jar examples/cli/target/inkling-cli.jar
        echo -n "$PWD/core/target/core.jar" > examples/cli/target/classpath
        case "$*" in *cnn*)
          mkdir -p classifiers/cnn/target
          touch classifiers/cnn/target/inkling-cnn.jar
          echo -n "$PWD/core/target/core.jar" > classifiers/cnn/target/classpath
        esac
        """
            .formatted(folder));
  }

  /** The clone. */
  Path root() {
    return root;
  }

  /** The JDK that is used. */
  Path jdk() {
    return jdk;
  }

  /** The folder in which Maven and other programs are found first. */
  Path tools() {
    return tools;
  }

  /** Uses this JDK from now on. */
  void useJdk(Path home) {
    jdk = home;
  }

  /** Uses a JDK of this version from now on. */
  void useJdk(String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk-" + version));
    Files.createDirectories(home.resolve("bin"));
    script(home.resolve("bin/java"), "printf '[%s]\\n' \"$@\"");
    script(home.resolve("bin/javac"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    jdk = home;
  }

  /** Starts the launcher, with these variables set for it and no other options for Java. */
  Invocation start(Map<String, String> environment, String... args) throws Exception {
    ProcessBuilder process = process(environment);
    process.command().addAll(List.of(args));
    return finish(process);
  }

  /** What is started, to change and start in another way. */
  ProcessBuilder process(Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of(root.resolve("inkling").toString()));
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    process.environment().keySet().removeAll(OPTIONS);
    process.environment().remove("INKLING_WITH");
    process.environment().put("JAVA_HOME", jdk.toString());
    process.environment().merge("PATH", tools + ":", (path, mine) -> mine + path);
    process.environment().putAll(environment);
    return process;
  }

  /** Starts it and waits for its end. */
  Invocation finish(ProcessBuilder builder) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Invocation(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** How often Maven was called. */
  long builds() throws IOException {
    return Files.readAllLines(folder.resolve("mvn.log")).size();
  }

  void assertNotLocked() {
    assertThat(root.resolve("examples/cli/target"))
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("build.lock"));
  }

  /** Writes a program. */
  static void script(Path file, String commands) throws IOException {
    Files.write(file, ("#!/bin/sh\n" + commands).getBytes(StandardCharsets.UTF_8));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Gives all files and folders of a tree a date before every build. */
  static void makeOld(Path tree) throws IOException {
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    try (var files = Files.walk(tree)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setLastModifiedTime(file, old);
      }
    }
  }

  /** A date after every build. */
  static FileTime inAMinute() {
    return FileTime.from(Instant.now().plusSeconds(60));
  }
}
