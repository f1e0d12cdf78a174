package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as a page, and two models compared, through the command line. */
class ModelPageTest {
  @TempDir Path folder;

  @Test
  void oneModelBecomesAPage() throws IOException {
    String unseen = SmallMnist.write(folder, "unseen", 600, 800);
    Path model = train("knn.inkling", "knn");
    Path out = folder.resolve("page");

    Invocation run = Invocation.of("evaluate", "--model", model, "--data", unseen, "--html", out);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("Accuracy", "The whole report: " + out.resolve("index.html"));
    assertThat(out.resolve("index.html"))
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("A model on ", "knn.inkling", "Errors of ");
  }

  @Test
  void twoModelsAreComparedInWordsInNumbersAndAsAPage() throws IOException {
    String unseen = SmallMnist.write(folder, "unseen", 600, 800);
    Path good = train("good.inkling", "knn");
    Path bad = train("bad.inkling", "mlp:epochs=1,hidden=8");
    Path out = folder.resolve("page");
    Path json = folder.resolve("report.json");

    Invocation run =
        Invocation.of(
            "evaluate",
            "--model",
            good,
            "--against",
            bad,
            "--data",
            unseen,
            "--html",
            out,
            "--json",
            json);

    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    JsonNode against = report.get("against");
    int onlyGood = against.get("onlyThisRight").asInt();
    int onlyBad = against.get("onlyOtherRight").asInt();
    assertThat(onlyGood - onlyBad)
        .as("who is right more often is right alone more often")
        .isEqualTo(against.get("errors").asInt() - report.get("errors").asInt())
        .isPositive();
    assertThat(against.get("p").asDouble()).isLessThan(0.001);
    assertThat(run.out()).contains("Against " + bad, "read rightly by neither", "more than chance");
    assertThat(out.resolve("index.html"))
        .content()
        .contains("Two models on ", "good.inkling", "bad.inkling");
  }

  /** Both parts of MNIST are at hand, so similar digits are shown of each model's own. */
  @Test
  void modelsOfDifferentDigitsHaveGalleriesOfTheirOwn() throws IOException {
    Path model = folder.resolve("validation.inkling");
    Invocation train =
        Invocation.of(
            "train",
            "--features",
            "zoning",
            "--classifier",
            "mlp:epochs=1,hidden=8",
            "--data",
            "mnist:validation",
            "--out",
            model);
    assertThat(train.exit()).as(train.err()).isZero();
    Path out = folder.resolve("page");
    String unseen = SmallMnist.write(folder, "unseen", 600, 700);

    Invocation run =
        Invocation.of(
            "evaluate",
            "--model",
            model,
            "--against",
            train("knn.inkling", "knn"),
            "--data",
            unseen,
            "--html",
            out);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(out.resolve("index.html")).content().contains("mnist:validation; ");
  }

  @Test
  void aModelThatKnowsTheDigitsIsNotedAlsoOnThePage() throws IOException {
    Path model = train("knn.inkling", "knn");
    String training = SmallMnist.write(folder, "train", 0, 600);
    Path out = folder.resolve("page");

    Invocation run =
        Invocation.of(
            "evaluate", "--model", model, "--against", model, "--data", training, "--html", out);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines().filter(line -> line.contains("flatter"))).hasSize(2);
    assertThat(out.resolve("index.html")).content().contains("figures flatter it");
  }

  @Test
  void aModelComparedWithItselfDiffersInNothing() throws IOException {
    String unseen = SmallMnist.write(folder, "unseen", 600, 700);
    Path model = train("knn.inkling", "knn");

    Invocation run =
        Invocation.of("evaluate", "--model", model, "--against", model, "--data", unseen);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("may be chance (exact McNemar test, p = 1.00)");
  }

  @Test
  void aPlaceThatIsNoFolderIsToldBeforeAnyWork() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    Invocation run = Invocation.of("evaluate", "--html", file);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().contains("is a file; name a folder");
    assertThat(file).hasContent("mine");
  }

  private Path train(String name, String classifier) throws IOException {
    String data = SmallMnist.write(folder, "train", 0, 600);
    Path model = folder.resolve(name);
    Invocation run =
        Invocation.of(
            "train",
            "--features",
            "zoning",
            "--classifier",
            classifier,
            "--data",
            data,
            "--out",
            model);
    assertThat(run.exit()).as(run.err()).isZero();
    return model;
  }
}
