package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the page's files to what its Content-Security-Policy allows, and to each other. */
class PageFilesTest {
  private static final Path PAGE =
      Path.of("src", "main", "resources", "io", "github", "inkling", "service", "page");
  private static final Path TESTS = Path.of("src", "test", "page");

  /** The names of XML's vocabularies look like addresses; nobody goes there. */
  private static final Pattern NAMESPACE =
      Pattern.compile("http://www\\.w3\\.org/(2000/svg|1999/xlink|1999/xhtml)(?=['\"])");

  /** With a scheme, or without one where an address may begin. */
  private static final Pattern HOST = Pattern.compile("(?i)(https?|wss?)://|['\"(]\\s*//\\w");

  @ParameterizedTest
  @MethodSource("texts")
  void aFileNamesNoOtherHost(Path file) throws IOException {
    String text = Files.readString(PAGE.resolve(file));

    assertThat(NAMESPACE.matcher(text).replaceAll("")).doesNotContainPattern(HOST);
  }

  static Stream<Path> texts() throws IOException {
    return files(".html", ".css", ".js", ".json", ".svg", ".webmanifest");
  }

  @Test
  void theFilesAreOfKindsThatAreLookedThrough() throws IOException {
    List<Path> looked = Stream.concat(texts(), files(".png")).toList();

    assertThat(files("")).containsExactlyInAnyOrderElementsOf(looked);
  }

  @Test
  void theMarkupHasNoScriptAndNoStyleOfItsOwn() throws IOException {
    Document index = index();

    assertThat(index.select("script:not([src]), [^on], [href^=javascript:]")).isEmpty();
    assertThat(index.select("style, [style]")).isEmpty();
    assertThat(index.select("script[src]")).isNotEmpty();
  }

  @Test
  void whatTheMarkupLoadsIsThere() throws IOException {
    Document index = index();
    List<String> loaded =
        Stream.concat(
                index.select("link").eachAttr("href").stream(),
                index.select("script, img").eachAttr("src").stream())
            .toList();

    assertThat(loaded).isNotEmpty().allSatisfy(file -> assertThat(PAGE.resolve(file)).exists());
  }

  @Test
  void whatCallsItselfPureIsTested() throws IOException {
    List<String> pure =
        files(".js")
            .filter(script -> firstLine(script).contains("Pure"))
            .map(script -> script.getFileName().toString().replaceAll("js$", "test.js"))
            .toList();

    assertThat(pure).isNotEmpty().allSatisfy(test -> assertThat(TESTS.resolve(test)).exists());
  }

  private static Document index() throws IOException {
    return Jsoup.parse(Files.readString(PAGE.resolve("index.html")));
  }

  private static String firstLine(Path file) {
    try (Stream<String> lines = Files.lines(PAGE.resolve(file))) {
      return lines.findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page's files whose names end so. */
  private static Stream<Path> files(String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(PAGE)) {
      return files
          .filter(Files::isRegularFile)
          .map(PAGE::relativize)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList()
          .stream();
    }
  }
}
