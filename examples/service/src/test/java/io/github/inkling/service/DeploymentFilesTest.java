package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the files with which the service is run elsewhere to what is in this repository. */
class DeploymentFilesTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path FILES = Path.of("deploy");
  private static final String DOCKERFILE = "Dockerfile";
  private static final String UNIT = "inkling.service";
  private static final String FOLDER = "/opt/inkling/";

  @Test
  void copiesWhatIsThere() {
    List<String> sources = copied("COPY (?!--from)(.+) \\S+\n");

    assertThat(sources).contains("pom.xml", "examples/service/deploy/prepare");
    assertThat(sources).allSatisfy(source -> assertThat(ROOT.resolve(source)).exists());
  }

  @Test
  void copiesEveryModuleThatIsBuilt() {
    List<String> sources = copied("COPY (?!--from)(.+) \\S+\n");
    List<String> modules = all("<module>(.+?)</module>", read(ROOT.resolve("pom.xml")));

    assertThat(modules).isNotEmpty();
    assertThat(modules)
        .allSatisfy(module -> assertThat(sources).contains(module.replaceAll("/.*", "")));
  }

  @Test
  void takesTheJarThatMavenBuilds() {
    List<String> built = copied("COPY --from=build (.+) \\S+\n");
    String pom = read(ROOT.resolve("examples/cli/pom.xml"));

    assertThat(built).contains("/src/examples/cli/target/inkling.jar");
    assertThat(pom).contains("<outputFile>${project.build.directory}/inkling.jar</outputFile>");
    assertThat(pom).contains("<id>" + one("-P(\\S+)", read(FILES.resolve(DOCKERFILE))) + "</id>");
  }

  private static List<String> copied(String pattern) {
    return all(pattern, read(FILES.resolve(DOCKERFILE))).stream()
        .flatMap(list -> Stream.of(list.split(" ")))
        .toList();
  }

  @Test
  void hasTheJavaThatInklingIsBuiltFor() {
    String release = one("<maven.compiler.release>(.+?)</", read(ROOT.resolve("pom.xml")));

    assertThat(all("openjdk-(\\d+)-j", read(FILES.resolve(DOCKERFILE))))
        .hasSize(2)
        .containsOnly(release);
  }

  @ParameterizedTest
  @ValueSource(strings = {DOCKERFILE, UNIT})
  void startsTheServiceWithOptionsThatItHas(String file) {
    String text = read(FILES.resolve(file));
    String command = serveCommand();
    String started = text.substring(text.indexOf("serve", text.indexOf("-jar")));
    List<String> options =
        all("\\s\"?(--[a-z-]+)", started.replaceAll("(?s)\n(LABEL|Success).*", ""));

    assertThat(options).contains("--host");
    assertThat(options)
        .allSatisfy(option -> assertThat(command).contains("names = \"" + option + "\""));
  }

  @Test
  void listensWhereTheImageSaysAndAsksForItsHealthThere() {
    String text = read(FILES.resolve(DOCKERFILE));
    String port = one("\"--port\",\\s+defaultValue = \"(\\d+)\"", serveCommand());

    // Whoever gave the port once more would be refused.
    assertThat(text).doesNotContain("\"--port\"");
    assertThat(one("EXPOSE (\\d+)", text)).isEqualTo(port);
    assertThat(one("/dev/tcp/127.0.0.1/(\\d+)", text)).isEqualTo(port);
    assertThat(text).contains("GET /health/ready ");
  }

  private static String serveCommand() {
    return read(ROOT.resolve("examples/cli/src/main/java/io/github/inkling/cli/ServeCommand.java"));
  }

  @Test
  void givesANewVolumeToTheUserThatItRunsAs() {
    String text = read(FILES.resolve(DOCKERFILE));
    String user = one("USER (\\d+):", text);

    assertThat(text).contains("install -d -o " + user + " -g " + user + " /corrections");
    assertThat(read(ROOT.resolve("docs/serving.md"))).contains(":/corrections inkling --collect");
  }

  @ParameterizedTest
  @ValueSource(strings = {DOCKERFILE, UNIT})
  void takesJavasOptionsAndWhatWasPrepared(String file) {
    String text = read(FILES.resolve(file));

    assertThat(text)
        .contains("@" + FOLDER + "java.options")
        .contains("-XX:SharedArchiveFile=" + FOLDER + "classes.jsa")
        .contains(FOLDER + "inkling.jar");
    assertThat(read(FILES.resolve("java.options"))).contains("=" + FOLDER + "natives");
    assertThat(read(FILES.resolve("prepare"))).contains("classes.jsa").contains("natives");
    assertThat(FILES.resolve("prepare")).isExecutable();
  }

  @Test
  void givesTheServiceTimeToAnswerWhatIsAsked() {
    // It answers for half a minute after it is asked to stop.
    assertThat(Integer.parseInt(one("TimeoutStopSec=(\\d+)", read(FILES.resolve(UNIT)))))
        .isGreaterThan(30);
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  private static String one(String pattern, String text) {
    List<String> found = all(pattern, text);
    assertThat(found).as(pattern).isNotEmpty();
    return found.get(0);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
