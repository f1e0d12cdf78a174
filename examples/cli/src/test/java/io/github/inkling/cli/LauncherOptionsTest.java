package io.github.inkling.cli;

import static io.github.inkling.cli.LauncherFixture.inAMinute;
import static io.github.inkling.cli.LauncherFixture.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher tells Java, and the archive of classes that it has Java use. */
@DisabledOnOs(OS.WINDOWS)
class LauncherOptionsTest {
  @TempDir private Path folder;
  private LauncherFixture clone;

  @BeforeEach
  void layOut() throws IOException {
    clone = new LauncherFixture(folder);
  }

  @Test
  void onlyNewerJdksAreToldOfNativeCode() throws Exception {
    String native22 = "--enable-native-access=ALL-UNNAMED";
    String unsafe23 = "--sun-misc-unsafe-memory-access=allow";

    assertThat(clone.start(Map.of()).out()).doesNotContain(native22, unsafe23);
    clone.useJdk("22.0.1");
    assertThat(clone.start(Map.of()).out()).contains(native22).doesNotContain(unsafe23);
    clone.useJdk("25");
    assertThat(clone.start(Map.of()).out()).contains(native22, unsafe23);
  }

  @Test
  void pagesAreReadInLittleMemoryAndTrainingMayHaveMuch() throws Exception {
    String heap = "[-XX:MaxRAMPercentage=60]";

    assertThat(clone.start(Map.of(), "read", "page.png").out())
        .contains("[-Xmx1g]", "[-XX:TieredStopAtLevel=1]", "[read]")
        .doesNotContain(heap);
    assertThat(clone.start(Map.of(), "train", "read").out())
        .contains(heap)
        .doesNotContain("-Xmx", "TieredStopAtLevel");
  }

  @Test
  void theServiceRunsInLittleMemory() throws Exception {
    assertThat(clone.start(Map.of(), "serve").out())
        .contains("[-Xmx1g]", "[serve]")
        .doesNotContain("TieredStopAtLevel", "MaxRAMPercentage");
    assertThat(clone.start(Map.of("INKLING_OPTS", "-Xmx4g"), "serve").out())
        .contains("[-Xmx4g]")
        .doesNotContain("-Xmx1g", "-Xms256m");
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
  }

  @Test
  void whatAnyVariableSaysOfMemoryIsNotSaidTwice() throws Exception {
    for (String variable : LauncherFixture.OPTIONS) {
      assertThat(clone.start(Map.of(variable, "-XX:+UseG1GC"), "read").out())
          .as(variable)
          .contains("[-Xms128m]")
          .doesNotContain("UseSerialGC");
      assertThat(clone.start(Map.of(variable, "-Xmx100m"), "read").out())
          .as(variable)
          .contains("[-XX:+UseSerialGC]")
          .doesNotContain("[-Xms128m]", "[-Xmx1g]");
      assertThat(clone.start(Map.of(variable, "-Xmx100m"), "train").out())
          .as(variable)
          .contains("[train]", "[-Djava.awt.headless=true]")
          .doesNotContain("MaxRAMPercentage");
      assertThat(clone.start(Map.of(variable, "-XX:+UseG1GC"), "train").out())
          .as(variable)
          .contains("[-XX:MaxRAMPercentage=60]");
    }
  }

  private String reading(String options) throws Exception {
    return clone.start(Map.of("INKLING_OPTS", options), "read").out();
  }

  @Test
  void furtherOptionsReachJava() throws Exception {
    assertThat(clone.start(Map.of("INKLING_OPTS", "-Xmx3g -Da=b")).out())
        .contains("[-Xmx3g]", "[-Da=b]");
  }

  @Test
  void inPlainCFileNamesMayBeInAnyScript() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "others take names as UTF-8");
    script(clone.jdk().resolve("bin/java"), "echo \"$LC_ALL\"");

    assertThat(clone.start(Map.of("LC_ALL", "C")).out()).isEqualTo("C.UTF-8\n");
  }

  @Test
  void everyBuildArchivesClassesForTheStartsAfterIt() throws Exception {
    archiveBy("echo classes > \"$new\"; echo '{}' > \"${new%.new}.json\"");
    Path archive = clone.root().resolve("examples/cli/target/classes-17-8.jsa");
    String option = "[-XX:SharedArchiveFile=%s]".formatted(archive);

    assertThat(clone.start(Map.of(), "read").out()).as("once built").contains(option);
    assertThat(clone.start(Map.of(), "info").out()).contains(option).doesNotContain("AtExit");
    assertThat(archives()).as("nothing is left over").containsExactly("classes-17-8.jsa");

    clone.useJdk("25");
    assertThat(clone.start(Map.of()).out())
        .as("of another Java")
        .doesNotContain("SharedArchiveFile");
    assertThat(archive).exists();
  }

  @Test
  void anArchiveThatIsCutOffIsNotUsed() throws Exception {
    archiveBy("echo classes > \"$new\"");
    assertThat(clone.start(Map.of()).out()).contains("SharedArchiveFile");
    Files.writeString(clone.root().resolve("examples/cli/target/classes-17-8.jsa"), "cla");
    assertThat(clone.start(Map.of()).out()).doesNotContain("SharedArchiveFile");

    archiveBy("echo cla > \"$new\"; echo '{' > \"${new%.new}.json\"; exit 1");
    Files.setLastModifiedTime(clone.root().resolve("core/src/main/java/A.java"), inAMinute());
    assertThat(clone.start(Map.of()).out())
        .as("one that failed")
        .doesNotContain("SharedArchiveFile");
    assertThat(archives()).isEmpty();
  }

  @Test
  void classesAreArchivedAsPagesAreReadWhateverFurtherOptionsSay() throws Exception {
    archiveBy("printf '[%s]\\n' \"$@\"; echo classes > \"$new\"");

    clone.start(Map.of("INKLING_OPTS", "-Xmx40g -XX:+UseG1GC"), "info");

    assertThat(clone.root().resolve("examples/cli/target/build.log"))
        .content()
        .contains("[-XX:TieredStopAtLevel=1]", "[-XX:+UseSerialGC]", "[-Xmx1g]", "[-Xmn48m]")
        .doesNotContain("-Xmx40g");
  }

  @Test
  void optionsInTheEnvironmentAreNoneOfTheArchives() throws Exception {
    archiveBy("env | grep -c JAVA.*OPTIONS=-Da > '%s/options.txt'".formatted(folder));
    for (String variable : LauncherFixture.OPTIONS) {
      Files.deleteIfExists(clone.root().resolve("examples/cli/target/launcher.stamp"));

      clone.start(Map.of(variable, "-Da=b"));

      assertThat(folder.resolve("options.txt")).as(variable).hasContent("0");
    }
  }

  @Test
  void theAnnouncedBuildEndsWithTheArchive() throws Exception {
    archiveBy("cp '%1$s/err.txt' '%1$s/announced.txt'".formatted(folder));

    assertThat(clone.start(Map.of()).err()).endsWith("\n");
    assertThat(folder.resolve("announced.txt"))
        .content()
        .startsWith("inkling: building")
        .doesNotContain("\n");
  }

  @Test
  void aStartThatIsToldToEndWhileItArchivesLeavesNothing() throws Exception {
    archiveBy(
        "echo classes > \"$new\"; kill -TERM $(readlink '%s')"
            .formatted(clone.root().resolve(LauncherFixture.LOCK)));

    assertThat(clone.start(Map.of()).exit()).isEqualTo(128 + 15);
    assertThat(archives()).isEmpty();
    clone.assertNotLocked();
  }

  /** Has Java run these commands when it is to archive classes in the file {@code $new}. */
  private void archiveBy(String commands) throws IOException {
    script(
        clone.jdk().resolve("bin/java"),
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
    try (Stream<Path> files = Files.list(clone.root().resolve("examples/cli/target"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("classes-"))
          .toList();
    }
  }

  @Test
  void onlyTheNetworkHasTheCLibraryKeepItsMemory() throws Exception {
    script(clone.jdk().resolve("bin/java"), "env");

    assertThat(clone.start(Map.of()).out()).doesNotContain("MALLOC_");
    assertThat(clone.start(Map.of("INKLING_WITH", "cnn", "MALLOC_ARENA_MAX", "4")).out())
        .contains("MALLOC_ARENA_MAX=4\n", "MALLOC_MMAP_MAX_=0\n", "TORCH_CPP_LOG_LEVEL=ERROR\n");
  }
}
