package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.evaluation.EvaluationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings are tuned on the command line. */
class TuneTest {
  @TempDir static Path shared;
  private static String data;

  @TempDir Path folder;

  @BeforeAll
  static void writeDigits() throws IOException {
    data = SmallMnist.write(shared, "train", 0, 600);
  }

  @Test
  void trialsAreListedFromTheBestToTheWorst() throws IOException {
    Path json = folder.resolve("tuned.json");

    Invocation run =
        tune("knn", "--over", "k=41/1", "--over", "features.zoning=4x4/7x7", "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("idx:").contains(" 600 digits; judged on 100 of them");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80 || line.contains("idx:"));
    List<Double> errors =
        run.out()
            .lines()
            .filter(line -> line.matches(" +[0-9.]+% .*"))
            .map(line -> Double.valueOf(line.strip().replaceFirst("%.*", "")))
            .toList();
    assertThat(errors).hasSize(4).isSorted().doesNotHaveDuplicates();
    JsonNode tree = new ObjectMapper().readTree(json.toFile());
    assertThat(tree.at("/samples").asInt()).isEqualTo(600);
    assertThat(tree.at("/trials")).hasSize(4);
    assertThat(tree.at("/trials/0/settings/k").asText()).isEqualTo("41");
    JsonNode best = tree.at("/trials/" + (tree.at("/best").asInt() - 1));
    assertThat(100 * (1 - best.at("/accuracy").asDouble()))
        .isEqualTo(errors.get(0), within(0.0051));
    assertThat(tree.at("/command").asText())
        .startsWith(
            "./inkling train --classifier %s --features %s --data idx:"
                .formatted(best.at("/classifier").asText(), best.at("/features").asText()))
        .endsWith(" --out tuned.inkling");
  }

  /** The other route trains what is found on the part that trials learned from. */
  @Test
  void theFiguresAreThoseOfTheRestOfTheDigits() throws IOException {
    Path json = folder.resolve("tuned.json");
    tune("knn", "--over", "k=3", "--seed", 7, "--json", json);

    LabeledDigits digits = SmallMnist.digits(0, 600);
    Split split = Split.stratified(digits, 500, 7);
    EvaluationReport report =
        EvaluationReport.of(
            DigitRecognizer.trainer().features("zoning").classifier("knn:k=3").train(split.train()),
            split.rest(),
            ProgressListener.NONE);
    JsonNode trial = new ObjectMapper().readTree(json.toFile()).at("/trials/0");
    assertThat(trial.at("/accuracy").asDouble()).isEqualTo(report.accuracy());
    assertThat(trial.at("/learned").asInt()).isEqualTo(500);
    assertThat(trial.at("/deviation").isNull()).isTrue();
  }

  @Test
  void theCommandThatIsPrintedTrainsTheBest() {
    Invocation run =
        tune("knn", "--over", "k=1..9", "--trials", 3, "--over", "preprocessing.deskew=false");
    Path model = folder.resolve("best.inkling");
    String command =
        run.out().substring(run.out().indexOf("./inkling ")).replaceAll("\\\\\\R *", "").strip();
    String[] words =
        command.replace("tuned.inkling", model.toString()).replaceAll("'", "").split(" ", -1);

    Invocation train = Invocation.of(List.of(words).subList(1, words.length).toArray());

    assertThat(train.exit()).as(train.err()).isZero();
    assertThat(command).contains("--preprocessing deskew=false", "--features zoning");
    assertThat(Invocation.of("info", "--model", model).out()).contains("knn:k=");
  }

  @Test
  void foldsAndHalvingAndFewerDigits() {
    Invocation run =
        tune(
            "knn",
            "--over",
            "k=1..9",
            "--search",
            "halving",
            "--trials",
            6,
            "--least",
            30,
            "--folds",
            3,
            "--digits",
            300);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("300 digits; judged by cross-validation in 3 folds", "+-");
    assertThat(run.out().lines().filter(line -> line.matches(".*\\b200\\b.*k=\\d"))).hasSize(2);
    assertThat(run.out().lines().filter(line -> line.matches(".*\\b66\\b.*k=\\d"))).hasSize(4);
  }

  /** Only a graph has neighbours to a node. */
  @Test
  void whatFailsIsListedAtTheEndWithItsReason() {
    Invocation run = tune("knn", "--over", "index=exact/hnsw", "--over", "m=8/16");

    assertThat(run.exit()).as(run.err()).isZero();
    List<String> rows = run.out().lines().filter(line -> line.contains("index=")).toList();
    assertThat(rows.get(0)).contains("%", "index=hnsw");
    assertThat(rows.get(1)).contains("%", "index=hnsw");
    assertThat(rows.get(2)).startsWith("   failed  index=exact, m=8: ");
    assertThat(rows.get(3)).startsWith("   failed  index=exact, m=16: ");
    assertThat(run.out()).contains("unknown setting");
  }

  @Test
  void tooManyFoldsAreToldByTheClassThatIsTooSmall() {
    Invocation run = tune("knn", "--over", "k=1/3", "--folds", 300);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.errors().get(0)).contains("too few for 300 folds; take at most");
  }

  private static Invocation tune(String classifier, Object... more) {
    Object[] fixed = {"tune", "--classifier", classifier, "--features", "zoning", "--data", data};
    Object[] all = new Object[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Invocation.of(all);
  }
}
