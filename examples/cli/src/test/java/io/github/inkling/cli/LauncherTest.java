package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Java and a Maven that only say what they were asked to do. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("../../inkling");
  private static final String LOCK = "examples/cli/target/build.lock";

  /** No process has this number. */
  private static final String GONE = "99999999";

  @TempDir Path folder;
  private Path root;
  private Path jdk;
  private Path tools;

  @BeforeEach
  void layOut() throws IOException {
    root = Files.createDirectories(folder.resolve("a clone"));
    Files.copy(LAUNCHER, root.resolve("inkling"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(root.resolve("pom.xml"), "");
    for (String module :
        List.of(
            "core",
            "features",
            "classifiers/smile",
            "classifiers/ensemble",
            "evaluation",
            "examples/mnist",
            "examples/cli")) {
      Files.createDirectories(root.resolve(module + "/src/main/java"));
    }
    Files.writeString(root.resolve("core/src/main/java/A.java"), "");
    makeOld(root);
    jdk = jdk("17.0.1");
    tools = Files.createDirectories(folder.resolve("tools"));
    script(
        tools.resolve("mvn"),
        """
        echo "mvn $*" >> '%s/mvn.log'
        sleep 0.2
        mkdir -p core/target examples/cli/target
        touch core/target/core.jar examples/cli/target/inkling-cli.jar
        echo -n "$PWD/core/target/core.jar" > examples/cli/target/classpath
        """
            .formatted(folder));
  }

  @Test
  void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
    Invocation first = start(Map.of(), "info", "--model", "my model");
    Invocation second = start(Map.of(), "info");

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err().lines()).hasSize(1).first().asString().contains("building");
    assertThat(first.out())
        .contains("io.github.inkling.cli.Main", "[info]", "[--model]", "[my model]")
        .contains(root + "/core/target/core.jar");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void everyBuildArchivesClassesForTheStartsAfterIt() throws Exception {
    archiveBy("echo classes > \"$new\"; echo '{}' > \"${new%.new}.json\"");
    Path archive = root.resolve("examples/cli/target/classes-17-8.jsa");
    String option = "[-XX:SharedArchiveFile=%s]".formatted(archive);

    assertThat(start(Map.of(), "read").out()).as("once built").contains(option);
    assertThat(start(Map.of(), "info").out()).contains(option).doesNotContain("AtExit");
    assertThat(archives()).as("nothing is left over").containsExactly("classes-17-8.jsa");

    jdk = jdk("25");
    assertThat(start(Map.of()).out()).as("of another Java").doesNotContain("SharedArchiveFile");
    assertThat(archive).exists();
  }

  @Test
  void anArchiveThatIsCutOffIsNotUsed() throws Exception {
    archiveBy("echo classes > \"$new\"");
    assertThat(start(Map.of()).out()).contains("SharedArchiveFile");
    Files.writeString(root.resolve("examples/cli/target/classes-17-8.jsa"), "cla");
    assertThat(start(Map.of()).out()).doesNotContain("SharedArchiveFile");

    archiveBy("echo cla > \"$new\"; echo '{' > \"${new%.new}.json\"; exit 1");
    Files.setLastModifiedTime(root.resolve("core/src/main/java/A.java"), inAMinute());
    assertThat(start(Map.of()).out()).as("one that failed").doesNotContain("SharedArchiveFile");
    assertThat(archives()).isEmpty();
  }

  @Test
  void classesAreArchivedAsPagesAreReadWhateverFurtherOptionsSay() throws Exception {
    archiveBy("printf '[%s]\\n' \"$@\"; echo classes > \"$new\"");

    start(Map.of("INKLING_OPTS", "-Xmx40g -XX:+UseG1GC"), "info");

    assertThat(root.resolve("examples/cli/target/build.log"))
        .content()
        .contains("[-XX:TieredStopAtLevel=1]", "[-XX:+UseSerialGC]", "[-Xmx1g]", "[-Xmn48m]")
        .doesNotContain("-Xmx40g");
  }

  @Test
  void theAnnouncedBuildEndsWithTheArchive() throws Exception {
    archiveBy("cp '%1$s/err.txt' '%1$s/announced.txt'".formatted(folder));

    assertThat(start(Map.of()).err()).endsWith("\n");
    assertThat(folder.resolve("announced.txt"))
        .content()
        .startsWith("inkling: building")
        .doesNotContain("\n");
  }

  @Test
  void aStartThatIsToldToEndWhileItArchivesLeavesNothing() throws Exception {
    archiveBy("echo classes > \"$new\"; kill -TERM $(readlink '%s')".formatted(root.resolve(LOCK)));

    assertThat(start(Map.of()).exit()).isEqualTo(128 + 15);
    assertThat(archives()).isEmpty();
    assertNotLocked();
  }

  /** Has Java run these commands when it is to archive classes in the file {@code $new}. */
  private void archiveBy(String commands) throws IOException {
    script(
        jdk.resolve("bin/java"),
        """
        for option; do
          case $option in
            -XX:ArchiveClassesAtExit=*)
              new=${option#*=}
              %s
              exit
              ;;
          esac
        done
        printf '[%%s]\\n' "$@"
        """
            .formatted(commands));
  }

  private List<String> archives() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("examples/cli/target"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("classes-"))
          .toList();
    }
  }

  @Test
  void inPlainCFileNamesMayBeInAnyScript() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "others take names as UTF-8");
    script(jdk.resolve("bin/java"), "echo \"$LC_ALL\"");

    assertThat(start(Map.of("LC_ALL", "C")).out()).isEqualTo("C.UTF-8\n");
  }

  @Test
  void aNewerOrAVanishedSourceIsBuilt() throws Exception {
    start(Map.of());
    Files.setLastModifiedTime(root.resolve("core/src/main/java/A.java"), inAMinute());
    assertThat(start(Map.of()).err()).contains("the sources have changed");
    assertThat(builds()).isEqualTo(2);

    makeOld(root.resolve("core/src"));
    assertThat(start(Map.of()).err()).isEmpty();
    Files.delete(root.resolve("core/src/main/java/A.java"));
    Files.setLastModifiedTime(root.resolve("core/src/main/java"), inAMinute());
    assertThat(start(Map.of()).err()).contains("the sources have changed");

    makeOld(root.resolve("core/src"));
    Files.delete(root.resolve("core/target/core.jar"));
    assertThat(start(Map.of()).err()).contains("building");
  }

  @Test
  void firstStartsAtTheSameTimeBuildOnce() throws Exception {
    startManyAtOnce(3);
    assertThat(builds()).isEqualTo(1);
    assertNotLocked();
  }

  @Test
  void aLockWhoseOwnerIsGoneIsTakenOverByOneOfManyStarts() throws Exception {
    for (int round = 1; round <= 4; round++) {
      Files.deleteIfExists(root.resolve("examples/cli/target/launcher.stamp"));
      lockFor(GONE);
      startManyAtOnce(4);
      assertThat(builds()).as("builds by now").isEqualTo(round);
      assertNotLocked();
    }
  }

  @Test
  void aTakeOverThatWasBrokenOffIsTakenOver() throws Exception {
    lockFor(GONE);
    Files.createSymbolicLink(root.resolve(LOCK + "." + GONE), Path.of("99999998"));

    assertThat(start(Map.of()).exit()).isZero();
    assertNotLocked();
  }

  @Test
  void aStartThatWasKilledHoldsUpNoOther() throws Exception {
    Path working = tools.resolve("mvn.working");
    Files.move(tools.resolve("mvn"), working);
    script(tools.resolve("mvn"), "kill -KILL $(readlink %s)".formatted(LOCK));
    assertThat(start(Map.of()).exit()).isEqualTo(128 + 9);
    assertThat(root.resolve(LOCK)).isSymbolicLink();

    Files.move(working, tools.resolve("mvn"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(start(Map.of()).exit()).isZero();
    assertNotLocked();
  }

  @Test
  void aStartThatIsToldToEndSaysSoAndUnlocks() throws Exception {
    script(tools.resolve("mvn"), "kill -TERM $(readlink %s)".formatted(LOCK));

    assertThat(start(Map.of()).exit()).isEqualTo(128 + 15);
    assertNotLocked();
  }

  @Test
  void aPlaceThatCannotBeLockedIsToldInsteadOfWaitingForEver() throws Exception {
    // A read-only folder would not stop root.
    script(tools.resolve("ln"), "exit 1");

    assertFails("may it be written?");
  }

  @Test
  void aLinkFromAnotherFolderLeadsToTheSameClone() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("inkling"));
    Path relative = Files.createSymbolicLink(tools.resolve("inkling"), Path.of("../link"));

    ProcessBuilder process = process(Map.of());
    process.command(relative.toString(), "doctor");

    assertThat(finish(process).out()).contains(root + "/core/target/core.jar", "[doctor]");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void onlyNewerJdksAreToldOfNativeCode() throws Exception {
    String native22 = "--enable-native-access=ALL-UNNAMED";
    String unsafe23 = "--sun-misc-unsafe-memory-access=allow";

    assertThat(start(Map.of()).out()).doesNotContain(native22, unsafe23);
    jdk = jdk("22.0.1");
    assertThat(start(Map.of()).out()).contains(native22).doesNotContain(unsafe23);
    jdk = jdk("25");
    assertThat(start(Map.of()).out()).contains(native22, unsafe23);
  }

  @Test
  void pagesAreReadInLittleMemoryAndTrainingMayHaveMuch() throws Exception {
    String heap = "[-XX:MaxRAMPercentage=60]";

    assertThat(start(Map.of(), "read", "page.png").out())
        .contains("[-Xmx1g]", "[-XX:TieredStopAtLevel=1]", "[read]")
        .doesNotContain(heap);
    assertThat(start(Map.of(), "train", "read").out())
        .contains(heap)
        .doesNotContain("-Xmx", "TieredStopAtLevel");
  }

  /** Java would not start with two collectors, nor with a smaller heap than it begins with. */
  @Test
  void whatFurtherOptionsSayOfMemoryIsNotSaidTwice() throws Exception {
    assertThat(reading("-XX:+UseG1GC"))
        .contains("[-XX:+UseG1GC]", "[-Xms128m]", "[-Xmx1g]", "[-XX:TieredStopAtLevel=1]")
        .doesNotContain("UseSerialGC");
    for (String heap :
        List.of("-Xmx100m", "-Xms2g", "-Xmn2g", "-XX:MaxHeapSize=9m", "-XX:MinHeapFreeRatio=40")) {
      assertThat(reading("-Da=b " + heap))
          .contains("[" + heap + "]", "[-XX:+UseSerialGC]", "[-XX:TieredStopAtLevel=1]", "[read]")
          .doesNotContain("[-Xms128m]", "[-Xmn48m]", "[-Xmx1g]", "FreeRatio=10", "FreeRatio=20")
          .doesNotContain("[]");
    }
    assertThat(reading("-Xmx4g -XX:+UseZGC")).doesNotContain("UseSerialGC", "-Xms", "-Xmn", "=20");
    assertThat(start(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC"), "read").out())
        .doesNotContain("UseSerialGC");
  }

  private String reading(String options) throws Exception {
    return start(Map.of("INKLING_OPTS", options), "read").out();
  }

  @Test
  void furtherOptionsReachJava() throws Exception {
    assertThat(start(Map.of("INKLING_OPTS", "-Xmx3g -Da=b")).out()).contains("[-Xmx3g]", "[-Da=b]");
  }

  @Test
  void aBuildThatFailsIsToldWithItsReason() throws Exception {
    script(tools.resolve("mvn"), "echo '[ERROR] no route to host'; exit 1");

    Invocation run = start(Map.of());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).last().asString().contains("no route to host", "build.log");
    assertNotLocked();
  }

  @Test
  void aMissingOrOldJdkIsToldInOneLine() throws Exception {
    jdk = jdk("11.0.2");
    assertFails("is Java 11; Inkling needs a JDK 17 or newer");
    jdk = jdk("1.8.0_392");
    assertFails("is Java 8;");
    jdk = folder.resolve("nowhere");
    assertFails("which has no bin/java");
    jdk = jdk("17.0.1");
    Files.delete(jdk.resolve("bin/javac"));
    assertFails("has no javac beside it");
  }

  @Test
  void aJdkWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
    Files.delete(jdk.resolve("release"));
    String options = "echo 'Picked up JAVA_TOOL_OPTIONS: -Da=b' >&2\n";
    script(jdk.resolve("bin/java"), options + "echo 'openjdk version \"17.0.1\"' >&2");
    assertThat(start(Map.of()).exit()).isZero();

    script(jdk.resolve("bin/java"), options + "echo 'java version \"1.8.0_392\"' >&2");
    assertFails("is Java 8;");
  }

  private void assertFails(String problem) throws Exception {
    Invocation run = start(Map.of());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("inkling: ").contains(problem);
  }

  private void startManyAtOnce(int count) throws Exception {
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      starts.add(process(Map.of()).start());
    }
    for (Process start : starts) {
      assertThat(start.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(start.exitValue()).isZero();
    }
  }

  private void lockFor(String owner) throws IOException {
    Path lock = root.resolve(LOCK);
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, Path.of(owner));
  }

  private void assertNotLocked() {
    assertThat(root.resolve("examples/cli/target"))
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("build.lock"));
  }

  private Invocation start(Map<String, String> environment, String... args) throws Exception {
    ProcessBuilder process = process(environment);
    process.command().addAll(List.of(args));
    return finish(process);
  }

  private ProcessBuilder process(Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of(root.resolve("inkling").toString()));
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    process.environment().remove("INKLING_OPTS");
    process.environment().put("JAVA_HOME", jdk.toString());
    process.environment().merge("PATH", tools + ":", (path, mine) -> mine + path);
    process.environment().putAll(environment);
    return process;
  }

  private Invocation finish(ProcessBuilder builder) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Invocation(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private long builds() throws IOException {
    return Files.readAllLines(folder.resolve("mvn.log")).size();
  }

  private Path jdk(String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk-" + version));
    Files.createDirectories(home.resolve("bin"));
    script(home.resolve("bin/java"), "printf '[%s]\\n' \"$@\"");
    script(home.resolve("bin/javac"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void script(Path file, String commands) throws IOException {
    Files.write(file, ("#!/bin/sh\n" + commands).getBytes(StandardCharsets.UTF_8));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static void makeOld(Path tree) throws IOException {
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    try (var files = Files.walk(tree)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setLastModifiedTime(file, old);
      }
    }
  }

  private static FileTime inAMinute() {
    return FileTime.from(Instant.now().plusSeconds(60));
  }
}
