package io.github.inkling.service;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests of the page's modules, which are in {@code src/test/page}, in Node.js. Where it is
 * not installed, they are skipped and say so; where the environment variable {@code
 * INKLING_BROWSER} is {@code required}, they fail.
 */
class PageModulesTest {
  private static final Path TESTS = Path.of("src", "test", "page");
  private static final int OLDEST_NODE = 20;

  /** What Node says of a test that passed, in TAP. */
  private static final Pattern PASSED =
      Pattern.compile("(?ms)^# Subtest: \\V+\\Rok \\d+ - (\\V+)\\R.*?^  \\.\\.\\.\\R");

  @TempDir private static Path folder;

  @BeforeAll
  static void nodeIsInstalled() throws Exception {
    Ended version;
    try {
      version = node(folder, "--version");
    } catch (IOException e) {
      missing("Node.js is not installed: the page's modules are not tested");
      return;
    }
    Matcher major = Pattern.compile("v(\\d+)\\.").matcher(version.output());
    if (!major.lookingAt() || Integer.parseInt(major.group(1)) < OLDEST_NODE) {
      missing(
          "Node.js is %s, not %d or newer: the page's modules are not tested"
              .formatted(version.output().strip(), OLDEST_NODE));
    }
  }

  @Test
  void theTestsOfTheModulesPass() throws Exception {
    Ended ended = node(TESTS, "--test", "--test-reporter=tap");

    assertThat(ended.exit()).as(PASSED.matcher(ended.output()).replaceAll("")).isZero();
    List<String> passed =
        PASSED.matcher(ended.output()).results().map((MatchResult test) -> test.group(1)).toList();
    assertThat(passed).as("tests that passed").isNotEmpty();
    // Node passes a file without a test under the name of the file.
    assertThat(passed).as("tests in every file").noneMatch(name -> name.endsWith(".test.js"));
    assertThat(passed).as("tests that ran").noneMatch(name -> name.contains(" # "));
  }

  private record Ended(int exit, String output) {}

  /** Runs Node in a folder until it ends. */
  private static Ended node(Path where, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(2, MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("%s ended; it wrote %s", command, Files.readString(output)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output));
  }

  /** Skips the tests, or fails them where the browser is required. */
  private static void missing(String reason) {
    if ("required".equals(System.getenv("INKLING_BROWSER"))) {
      fail(reason);
    }
    abort(reason);
  }
}
