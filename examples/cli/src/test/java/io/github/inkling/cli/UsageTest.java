package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Classifiers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir Path folder;

  @Test
  void noCommandShowsWhatThereIs() {
    Invocation run = Invocation.of();

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("quickstart", "train", "evaluate", "predict", "features", "show", "info")
        .contains("combine", "cascade", "export", "tune")
        .contains("doctor", "mnist:train");
  }

  /** Whatever is on the class path, but for the tests' own; a new one must not stay unknown. */
  @ParameterizedTest
  @ValueSource(strings = {"--help", "train --help"})
  void helpNamesEveryClassifier(String command) {
    assertThat(Invocation.of((Object[]) command.split(" ")).out())
        .contains(CountedEpochs.allOthers());
  }

  @Test
  void everyClassifierThatHelpNamesIsThereWithItsSettings() {
    List<String> examples =
        Pattern.compile("\\b(svm|knn|mlp|ensemble|cascade):[a-z=/,0-9.]+")
            .matcher(Invocation.of("--help").out())
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(examples).hasSizeGreaterThan(5);
    assertThat(examples).allSatisfy(Classifiers::trainer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quickstart",
        "train",
        "tune",
        "evaluate",
        "predict",
        "read",
        "combine",
        "cascade",
        "export",
        "features",
        "show",
        "info",
        "doctor"
      })
  void everyCommandHasHelpThatFitsATerminal(String command) {
    Invocation run = command.isEmpty() ? Invocation.of("--help") : Invocation.of(command, "--help");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage: inkling " + command, "--help", "--version", "--verbose");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "train", "doctor"})
  void everyCommandKnowsItsVersion(String command) {
    Invocation run =
        command.isEmpty() ? Invocation.of("--version") : Invocation.of(command, "--version");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).matches("inkling \\d+\\.\\d+\\.\\d+.*\\R");
  }

  static Stream<Arguments> badUsage() {
    return Stream.of(
        usage("trian", "there is no command 'trian'; did you mean train? See inkling --help"),
        usage("reed x.png", "there is no command 'reed'; did you mean read? See"),
        usage("eval", "did you mean evaluate?"),
        usage("xyz", "there is no command 'xyz'; see inkling --help"),
        usage(
            "read x.png --anotate out", "'--anotate'", "did you mean --annotate? See inkling read"),
        usage("read x.png --jsno=out", "did you mean --json?"),
        usage("predict x.png --verbos", "did you mean --verbose?"),
        usage("train", "missing required option: '--out=FILE'; see inkling train --help"),
        usage("train --out x --colour red", "unknown options: '--colour'", "; see inkling train"),
        usage("train --out x --seed many", "'--seed'", "'many'"),
        usage("train --out x --features hug", "no features named 'hug'", "hog"),
        usage("train --out x --features hog:cell=-1", "'--features'", "cell", "-1"),
        usage("train --out x --features zoning:4x4+", "'--features'"),
        usage("train --out x --classifier svn", "no classifier named 'svn'", "svm"),
        usage("train --out x --classifier knn:k=0", "'--classifier'", "k", "0"),
        usage("train --out x --preprocessing deskew=perhaps", "'--preprocessing'", "perhaps"),
        usage("train --out x --augment -1", "'--augment'", "0..1000", "'-1'"),
        usage("train --out x --augment 1001", "'--augment'", "0..1000", "'1001'"),
        usage("train --out x --augment some", "'--augment'", "0..1000", "'some'"),
        usage("train --out x --augmentation rotate=90", "'--augmentation'", "0..45", "90"),
        usage("train --out x --augmentation blur=1", "'--augmentation'", "'blur'", "rotate"),
        usage("train --out x --rescan share=2", "'--rescan'", "share", "0..1", "2"),
        usage("train --out x --rescan dirt=1", "'--rescan'", "'dirt'", "share"),
        usage("train --out x --data mnist:dev", "'mnist:dev'", "mnist:train"),
        usage("train --out x --data idx:images", "'idx:images'", "idx:IMAGES,LABELS"),
        usage("train --out x --data idx:a,b,flipped", "transposed"),
        usage("train --out x --data folder:", "'folder:'", "folder:DIR"),
        usage("train --out x --data emnist", "'emnist'", "usps:FILE"),
        usage("read", "missing required parameter: 'IMAGE'"),
        usage("predict --model m", "missing required parameter: 'IMAGE'"),
        usage("show a.png b.png --out c.png", "'b.png'"),
        usage("combine --model a --out x", "needs two models or more"),
        usage("combine --model a --model a --out x", "a is given twice"),
        usage("combine --model a --model b --method vote --out x", "'vote'", "pool, average"),
        usage(
            "combine --model a --model b --data mnist:fit --weights-of c --out x",
            "--data and --weights-of"),
        usage(
            "combine --model a --model b --weights-of c --method stack --out x",
            "leave --method out"),
        usage(
            "cascade --cheap a --strong b --out x --threshold 0.5 --more-errors 3",
            "--more-errors is for --data"),
        usage(
            "cascade --cheap a --strong b --out x --data mnist:fit --more-errors -1",
            "--more-errors must be at least 0, not -1"),
        usage("train --out x --classifier ensemble:members=svm/svm", "svm is named twice"),
        usage("cascade --cheap a --out x --data mnist:fit", "'--strong=FILE'"),
        usage("cascade --cheap a --strong b --out x", "--data=SPEC", "--threshold=P"),
        usage("cascade --cheap a --strong b --out x --threshold 1.5", "--threshold", "1.5"),
        usage("tune", "missing required option: '--over=S'"),
        usage("tune --over depth=1/2", "unknown setting 'depth'; svm has", "gamma"),
        usage("tune --classifier knn --over k=1 --over c=3", "unknown setting 'c'; knn has"),
        usage("tune --over features.depth=1/2", "unknown setting 'depth'; hog has"),
        usage("tune --over preprocessing.depth=1/2", "unknown setting 'depth'"),
        usage("tune --features hog+edges --over features.bins=9", "as in features.hog.bins"),
        usage("tune --over c=1/0", "c must be above 0"),
        usage("tune --over c=", "'--over'", "there is no value to try"),
        usage("tune --over c=9..1", "'--over'", "the range is reversed; write 1..9"),
        usage("tune --over c=1 --over c=3", "c is named twice"),
        usage("tune --over c=1..9 --search grid", "a grid needs listed values"),
        usage("tune --over c=1/3 --search grid --trials 9", "leave --trials out"),
        usage("tune --over c=1/3 --search best", "'best'", "grid, random, halving"),
        usage("tune --over c=1/3 --search random --trials 0", "trials must be in 1..10000"),
        usage("tune --over c=1/3 --folds 1", "folds must be at least 2, not 1"),
        usage("tune --over c=1/3 --data mnist:test", "not to choose by; tune on mnist:train"),
        usage("features --out x.npy", "missing required option: '--data=SPEC'"));
  }

  @ParameterizedTest
  @MethodSource
  void badUsage(String command, String[] hints) {
    Invocation run = Invocation.of((Object[]) command.split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("inkling: ").contains(hints).contains("--help");
  }

  @Test
  void withoutAModelTheOneThatComesAlongIsMeant() {
    assertThat(Invocation.of("evaluate", "--help").out())
        .contains("Default: pretrained, which comes along");
  }

  @Test
  void verboseShowsWhereAnErrorComesFrom() {
    Path nowhere = folder.resolve("nowhere.inkling");

    assertThat(Invocation.of("info", "--model", nowhere).err().lines()).hasSize(1);
    assertThat(Invocation.of("info", "--model", nowhere, "--verbose").err())
        .contains("IOException", "\tat io.github.inkling.cli.");
    assertThat(Invocation.of("--verbose", "info", "--model", nowhere).err())
        .contains("IOException", "\tat io.github.inkling.cli.");
  }

  /** The messages are English everywhere, and so are the digits in them. */
  @Test
  void messagesAreTheSameInEveryLocale() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path err = folder.resolve("err.txt");

    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "train",
                "--out",
                "x",
                "--augment",
                "some")
            .redirectError(err.toFile())
            .start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(err).content().contains("must be in 0..1000, not 'some'");
  }

  private static Arguments usage(String command, String... hints) {
    return Arguments.of(command, hints);
  }
}
