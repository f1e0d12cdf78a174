package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.dataset.LabeledDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Benchmarks through the command line, on real digits. */
class BenchmarkTest {
  @TempDir Path folder;

  @Test
  void everyCombinationIsMeasuredAndReported() throws IOException {
    String training = SmallMnist.write(folder, "train", 0, 600);
    String unseen = SmallMnist.write(folder, "unseen", 600, 800);
    String others = SmallMnist.write(folder, "others", 800, 900);
    Path out = folder.resolve("out");

    Invocation run =
        benchmark(training, out, "--test", unseen, "--test", others, "--folds", 3, "--seeds", 2);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("1/4  hog, knn", "4/4  zoning:4x4, mlp:epochs=2,hidden=32");
    assertThat(run.out())
        .contains("95 % range", "hog, knn", "index.html")
        .contains("cannot be told from the best");
    JsonNode json = read(out.resolve("leaderboard.json"));
    assertThat(json.get("cells")).hasSize(4);
    assertThat(json.get("comparisons")).hasSize(6);
    assertThat(json.at("/cells/0/runs")).hasSize(2);
    assertThat(json.at("/cells/0/runs/0/tests")).hasSize(2);
    assertThat(json.at("/cells/0/runs/0/tests/0/samples").asInt()).isEqualTo(200);
    assertThat(json.at("/cells/0/crossValidation/folds")).hasSize(3);
    assertThat(json.at("/cells/0/robustness/digits").asInt()).isEqualTo(20);
    assertThat(json.at("/cells/0/cost/modelBytes").asLong()).isPositive();
    assertThat(Files.readAllLines(out.resolve("leaderboard.csv"))).hasSize(5);
    assertThat(out.resolve("leaderboard.md")).content().startsWith("| rank | features |");
    assertThat(out.resolve("index.html")).content().startsWith("<!DOCTYPE html>").contains("hog");
    assertThat(out).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void whatWasMeasuredIsKeptAndTheSameBytesComeOfIt() throws IOException {
    String training = SmallMnist.write(folder, "train", 0, 600);
    String unseen = SmallMnist.write(folder, "unseen", 600, 800);
    Path out = folder.resolve("out");
    Path again = folder.resolve("again");

    benchmark(training, out, "--test", unseen);
    byte[] first = Files.readAllBytes(out.resolve("leaderboard.json"));
    Invocation second = benchmark(training, out, "--test", unseen);
    Invocation afresh = benchmark(training, again, "--test", unseen);

    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.err().lines().filter(line -> line.endsWith("kept"))).hasSize(4);
    assertThat(out.resolve("leaderboard.json")).hasBinaryContent(first);
    assertThat(afresh.err()).doesNotContain("kept");
    assertThat(withoutCost(again)).isEqualTo(withoutCost(out));
  }

  @Test
  void aDamagedCellIsMeasuredAgainAndThatIsSaid() throws IOException {
    String training = SmallMnist.write(folder, "train", 0, 300);
    String unseen = SmallMnist.write(folder, "unseen", 600, 700);
    Path out = folder.resolve("out");
    benchmark(training, out, "--test", unseen);
    Path cell;
    try (Stream<Path> cells = Files.list(out.resolve("cells"))) {
      cell = cells.sorted().findFirst().orElseThrow().resolve("cell.json");
    }
    Files.writeString(cell, "{");

    Invocation run = benchmark(training, out, "--test", unseen);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("Measured again, as what was kept is damaged: ", "cell.json is damaged");
    assertThat(run.err().lines().filter(line -> line.endsWith("kept"))).hasSize(3);
  }

  @Test
  void aMissingClassIsToldAsUndefined() throws IOException {
    LabeledDigits digits = SmallMnist.digits(600, 800);
    int[] withoutFours =
        IntStream.range(0, digits.size()).filter(i -> digits.label(i) != 4).toArray();
    String training = SmallMnist.write(folder, "train", 0, 600);
    String unseen = SmallMnist.write(folder, "unseen", digits.select(withoutFours));
    Path out = folder.resolve("out");

    Invocation run = benchmark(training, out, "--test", unseen);

    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode four = read(out.resolve("leaderboard.json")).at("/cells/0/runs/0/tests/0/perClass/4");
    assertThat(four.get("support").asInt()).isZero();
    assertThat(four.get("recall").isNull()).isTrue();
    assertThat(four.get("rocAuc").isNull()).isTrue();
    assertThat(out.resolve("index.html")).content().contains("undefined");
  }

  @Test
  void aFailingCellIsReportedTheRestGoesOnAndTheExitCodeTells() throws IOException {
    LabeledDigits digits = SmallMnist.digits(0, 400);
    String training = SmallMnist.write(folder, "train", digits);
    String unseen = SmallMnist.write(folder, "unseen", 600, 700);
    Path out = folder.resolve("out");

    Invocation run =
        Invocation.of(
            "benchmark",
            "--features",
            "zoning",
            "--classifiers",
            "mlp:rate=1e30,knn:k=3",
            "--data",
            training,
            "--test",
            unseen,
            "--corrupted",
            0,
            "--learning-curve",
            0,
            "--out",
            out);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("zoning, knn:k=3", "Failed: zoning, mlp:rate=1e30: ");
    assertThat(read(out.resolve("leaderboard.json")).get("failures")).hasSize(1);
  }

  @Test
  void aFileSaysTheSameAndOptionsGoBeforeIt() throws IOException {
    String training = SmallMnist.write(folder, "train", 0, 300);
    String unseen = SmallMnist.write(folder, "unseen", 600, 700);
    Path out = folder.resolve("out");
    Path yaml =
        Files.writeString(
            folder.resolve("experiment.yaml"),
            """
            # what we compare
            features: [zoning, "hog:bins=9,cell=7"]
            classifiers: knn
            preprocessing: [default, "deskew=false"]
            data: %s
            test:
              - %s
            folds: 7
            corrupted: 0
            learning-curve: 0
            out: %s
            """
                .formatted(training, unseen, folder.resolve("elsewhere")));

    Invocation run = Invocation.of("benchmark", yaml, "--folds", 2, "--out", out);

    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode json = read(out.resolve("leaderboard.json"));
    assertThat(json.at("/protocol/folds").asInt()).isEqualTo(2);
    assertThat(json.get("cells"))
        .extracting(cell -> cell.at("/configuration/name").asText())
        .containsExactlyInAnyOrder(
            "zoning, knn",
            "hog:bins=9,cell=7, knn",
            "zoning, knn, deskew=false",
            "hog:bins=9,cell=7, knn, deskew=false");
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--features hogg | there are no features named 'hogg' | did you mean hog?",
        "--features hog,zonning:4x4 | named 'zonning' | did you mean zoning?",
        "--classifiers svn | there is no classifier named 'svn' | did you mean svm?",
        "--classifiers svm,knn:kk=3 | unknown setting 'kk' | knn has",
        "--preprocessing deskw=false | unknown setting 'deskw' | deskew",
        "--data mnist:trian | MNIST has mnist:train | did you mean mnist:train?",
        "--test mnits:test | names no data set | did you mean mnist:test?",
        "--features hog, | '' is not a name | expected such as hog",
        "--folds two | --folds | two",
        "--flods 3 | --flods | did you mean --folds?",
      })
  void unknownNamesAreToldWithTheNearestOne(String options, String problem, String remedy) {
    Invocation run =
        Invocation.of(
            Stream.concat(Stream.of("benchmark"), Stream.of(options.split(" "))).toArray());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains(problem, remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--folds 1 | folds must be 0, for none, or at least 2, not 1",
        "--folds 40 | digit",
        "--seeds 0 | --seeds must be in 1..100, not 0",
        "--learning-curve 100,10 | must ascend",
        "--corrupted -1 | the number of corrupted digits must be",
        "--features zoning,zoning | is in the grid twice",
        "--corrupted 6000 | the number of corrupted digits must be",
      })
  void numbersOutOfRangeAreRefusedBeforeAnyTraining(String options, String problem)
      throws IOException {
    String training = SmallMnist.write(folder, "train", 0, 100);
    List<String> args =
        List.of("benchmark", "--data", training, "--out", folder.resolve("out").toString());

    Invocation run =
        Invocation.of(Stream.concat(args.stream(), Stream.of(options.split(" "))).toArray());

    assertThat(run.exit()).isNotZero();
    assertThat(run.errors()).singleElement().asString().contains(problem);
    assertThat(folder.resolve("out/cells")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "featurs: hog | there is no 'featurs' (did you mean features?)",
        "features: [] | features is an empty list; name at least one",
        "features: [hog | is no YAML",
        "features: {hog: 1} | features must be a value or a list of values",
        "data: [mnist:train] | data must be one value",
        "features: | features must be a value or a list of values, not nothing",
        "{features: hog, features: zoning} | Duplicate field 'features'",
        "features: '@secret' | '@secret' is not a name",
        "just text | names with values are expected",
        "features: hogg | there are no features named 'hogg'",
      })
  void aFileThatIsWrongIsToldByItsName(String content, String problem) throws IOException {
    Path yaml = Files.writeString(folder.resolve("wrong.yaml"), content + "\n");

    Invocation run = Invocation.of("benchmark", yaml, "--out", folder.resolve("out"));

    assertThat(run.exit()).isNotZero();
    assertThat(run.errors()).singleElement().asString().contains(yaml.toString(), problem);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatIsTrainedOnIsNotTestedOn() {
    Invocation run =
        Invocation.of(
            "benchmark",
            "--data",
            "mnist:train",
            "--test",
            "mnist:fit",
            "--out",
            folder.resolve("out"));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("mnist:fit has digits of mnist:train", "test on others");
  }

  @Test
  void aSecondDocumentAFolderAndWhatIsNoTextAreToldByName() throws IOException {
    Path two = Files.writeString(folder.resolve("two.yaml"), "folds: 2\n---\nfolds: 3\n");
    Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, 0, 1, 2});

    for (Path file : List.of(two, bytes, folder)) {
      Invocation run = Invocation.of("benchmark", file, "--out", folder.resolve("out"));
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.errors()).singleElement().asString().contains(file.toString());
    }
  }

  @Test
  void aFileThatIsMissingIsTold() {
    Invocation run = Invocation.of("benchmark", folder.resolve("none.yaml"));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().contains("none.yaml", "no such file");
  }

  private static Invocation benchmark(String training, Path out, Object... more) {
    Stream<Object> given =
        Stream.of(
            "benchmark",
            "--features",
            "hog,zoning:4x4",
            "--classifiers",
            "knn,mlp:epochs=2,hidden=32",
            "--data",
            training,
            "--corrupted",
            20,
            "--learning-curve",
            "100,300",
            "--out",
            out);
    return Invocation.of(Stream.concat(given, Stream.of(more)).toArray());
  }

  private static String withoutCost(Path out) throws IOException {
    JsonNode json = read(out.resolve("leaderboard.json"));
    json.get("cells").forEach(cell -> ((ObjectNode) cell).remove("cost"));
    return json.toPrettyString();
  }

  private static JsonNode read(Path json) throws IOException {
    return new ObjectMapper().readTree(json.toFile());
  }
}
