package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.inkling.core.model.Classifiers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README tells to type is understood, down to the settings. */
class ReadmeCommandsTest {
  private static final Path README = Path.of("../../README.md");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./inkling (.+)$");
  private static final Pattern CLASSIFIER =
      Pattern.compile("`((?:svm|knn|mlp|ensemble|cascade)(?::[a-z0-9=,/.-]+)?)`");

  static Stream<String> commands() throws IOException {
    return found(COMMAND).stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsGoodUsage(String command) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());

    assertThatCode(
            () ->
                Inkling.commands(Terminal.plain(nowhere, nowhere))
                    .parseArgs(command.strip().split(" +")))
        .doesNotThrowAnyException();
  }

  @Test
  void everyClassifierIsNamedAndCanBeMade() throws IOException {
    List<String> specs = found(CLASSIFIER);

    assertThat(specs).containsAll(CountedEpochs.allOthers()).allSatisfy(Classifiers::trainer);
  }

  private static List<String> found(Pattern pattern) throws IOException {
    String oneLineEach = Files.readString(README).replaceAll("\\\\\\R", "");
    return pattern
        .matcher(oneLineEach)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
