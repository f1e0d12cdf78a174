package io.github.inkling.cli;

import static io.github.inkling.cli.LauncherFixture.LOCK;
import static io.github.inkling.cli.LauncherFixture.inAMinute;
import static io.github.inkling.cli.LauncherFixture.makeOld;
import static io.github.inkling.cli.LauncherFixture.script;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds, on what, and how starts at the same time share one build. */
@DisabledOnOs(OS.WINDOWS)
class LauncherBuildTest {
  /** No process has this number. */
  private static final String GONE = "99999999";

  @TempDir private Path folder;
  private LauncherFixture clone;

  @BeforeEach
  void layOut() throws IOException {
    clone = new LauncherFixture(folder);
  }

  @Test
  void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
    Invocation first = clone.start(Map.of(), "info", "--model", "my model");
    Invocation second = clone.start(Map.of(), "info");

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err().lines()).hasSize(1).first().asString().contains("building");
    assertThat(first.out())
        .contains("io.github.inkling.cli.Main", "[info]", "[--model]", "[my model]")
        .contains(clone.root() + "/core/target/core.jar");
    assertThat(second.err()).isEmpty();
    assertThat(clone.builds()).isEqualTo(1);
  }

  @Test
  void aNewerOrAVanishedSourceIsBuilt() throws Exception {
    clone.start(Map.of());
    Files.setLastModifiedTime(clone.root().resolve("core/src/main/java/A.java"), inAMinute());
    assertThat(clone.start(Map.of()).err()).contains("the sources have changed");
    assertThat(clone.builds()).isEqualTo(2);

    makeOld(clone.root().resolve("core/src"));
    assertThat(clone.start(Map.of()).err()).isEmpty();
    Files.delete(clone.root().resolve("core/src/main/java/A.java"));
    Files.setLastModifiedTime(clone.root().resolve("core/src/main/java"), inAMinute());
    assertThat(clone.start(Map.of()).err()).contains("the sources have changed");

    makeOld(clone.root().resolve("core/src"));
    Files.delete(clone.root().resolve("core/target/core.jar"));
    assertThat(clone.start(Map.of()).err()).contains("building");
  }

  @Test
  void theNetworkIsBuiltAndStartedOnlyWhenAskedFor() throws Exception {
    Map<String, String> withNetwork = Map.of("INKLING_WITH", "cnn");
    String jar = clone.root() + "/classifiers/cnn/target/inkling-cnn.jar";

    Invocation without = clone.start(Map.of());
    Invocation with = clone.start(withNetwork);
    Invocation again = clone.start(withNetwork);

    assertThat(without.out()).doesNotContain(jar);
    assertThat(with.exit()).as(with.err()).isZero();
    assertThat(with.out()).contains(jar);
    assertThat(again.out()).contains(jar);
    assertThat(again.err()).isEmpty();
    assertThat(clone.builds()).isEqualTo(2);

    // Whoever does without need not wait for what changes there.
    Files.setLastModifiedTime(clone.root().resolve("classifiers/cnn/src/main/java"), inAMinute());
    assertThat(clone.start(Map.of()).err()).isEmpty();
    assertThat(clone.start(withNetwork).err()).contains("the sources have changed");

    // What is built without it does not make it new.
    makeOld(clone.root().resolve("classifiers"));
    Files.setLastModifiedTime(clone.root().resolve("core/src/main/java/A.java"), inAMinute());
    assertThat(clone.start(Map.of()).err()).contains("the sources have changed");
    makeOld(clone.root().resolve("core/src"));
    Files.setLastModifiedTime(
        clone.root().resolve("core/src/main/java/A.java"), FileTime.from(Instant.now()));
    assertThat(clone.start(withNetwork).err()).contains("the sources have changed");
  }

  @Test
  void whatCannotBeAddedIsTold() throws Exception {
    Invocation started = clone.start(Map.of("INKLING_WITH", "cpp"));

    assertThat(started.exit()).isEqualTo(1);
    assertThat(started.err())
        .isEqualTo("inkling: INKLING_WITH is cpp, and what there is to add is cnn\n");
  }

  @Test
  void firstStartsAtTheSameTimeBuildOnce() throws Exception {
    startManyAtOnce(3);
    assertThat(clone.builds()).isEqualTo(1);
    clone.assertNotLocked();
  }

  @Test
  void aLockWhoseOwnerIsGoneIsTakenOverByOneOfManyStarts() throws Exception {
    for (int round = 1; round <= 2; round++) {
      Files.deleteIfExists(clone.root().resolve("examples/cli/target/launcher.stamp"));
      lockFor(GONE);
      startManyAtOnce(4);
      assertThat(clone.builds()).as("builds by now").isEqualTo(round);
      clone.assertNotLocked();
    }
  }

  @Test
  void aTakeOverThatWasBrokenOffIsTakenOver() throws Exception {
    lockFor(GONE);
    Files.createSymbolicLink(clone.root().resolve(LOCK + "." + GONE), Path.of("99999998"));

    assertThat(clone.start(Map.of()).exit()).isZero();
    clone.assertNotLocked();
  }

  @Test
  void aStartThatWasKilledHoldsUpNoOther() throws Exception {
    Path working = clone.tools().resolve("mvn.working");
    Files.move(clone.tools().resolve("mvn"), working);
    script(clone.tools().resolve("mvn"), "kill -KILL $(readlink %s)".formatted(LOCK));
    assertThat(clone.start(Map.of()).exit()).isEqualTo(128 + 9);
    assertThat(clone.root().resolve(LOCK)).isSymbolicLink();

    Files.move(working, clone.tools().resolve("mvn"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(clone.start(Map.of()).exit()).isZero();
    clone.assertNotLocked();
  }

  @Test
  void aStartThatIsToldToEndSaysSoAndUnlocks() throws Exception {
    script(clone.tools().resolve("mvn"), "kill -TERM $(readlink %s)".formatted(LOCK));

    assertThat(clone.start(Map.of()).exit()).isEqualTo(128 + 15);
    clone.assertNotLocked();
  }

  @Test
  void aPlaceThatCannotBeLockedIsToldInsteadOfWaitingForEver() throws Exception {
    // A read-only folder would not stop root.
    script(clone.tools().resolve("ln"), "exit 1");

    assertFails("may it be written?");
  }

  @Test
  void aLinkFromAnotherFolderLeadsToTheSameClone() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), clone.root().resolve("inkling"));
    Path relative = Files.createSymbolicLink(clone.tools().resolve("inkling"), Path.of("../link"));

    ProcessBuilder process = clone.process(Map.of());
    process.command(relative.toString(), "doctor");

    assertThat(clone.finish(process).out())
        .contains(clone.root() + "/core/target/core.jar", "[doctor]");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aBuildThatFailsIsToldWithItsReason() throws Exception {
    script(clone.tools().resolve("mvn"), "echo '[ERROR] no route to host'; exit 1");

    Invocation run = clone.start(Map.of());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).last().asString().contains("no route to host", "build.log");
    clone.assertNotLocked();
  }

  @Test
  void aMissingOrOldJdkIsToldInOneLine() throws Exception {
    clone.useJdk("11.0.2");
    assertFails("is Java 11; Inkling needs a JDK 17 or newer");
    clone.useJdk("1.8.0_392");
    assertFails("is Java 8;");
    clone.useJdk(folder.resolve("nowhere"));
    assertFails("which has no bin/java");
    clone.useJdk("17.0.1");
    Files.delete(clone.jdk().resolve("bin/javac"));
    assertFails("has no javac beside it");
  }

  @Test
  void aJdkWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
    Files.delete(clone.jdk().resolve("release"));
    String options = "echo 'Picked up JAVA_TOOL_OPTIONS: -Da=b' >&2\n";
    script(clone.jdk().resolve("bin/java"), options + "echo 'openjdk version \"17.0.1\"' >&2");
    assertThat(clone.start(Map.of()).exit()).isZero();

    script(clone.jdk().resolve("bin/java"), options + "echo 'java version \"1.8.0_392\"' >&2");
    assertFails("is Java 8;");
  }

  private void assertFails(String problem) throws Exception {
    Invocation run = clone.start(Map.of());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("inkling: ").contains(problem);
  }

  private void startManyAtOnce(int count) throws Exception {
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      starts.add(clone.process(Map.of()).start());
    }
    for (Process start : starts) {
      assertThat(start.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(start.exitValue()).isZero();
    }
  }

  private void lockFor(String owner) throws IOException {
    Path lock = clone.root().resolve(LOCK);
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, Path.of(owner));
  }
}
