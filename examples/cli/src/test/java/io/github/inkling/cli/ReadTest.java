package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTest {
  @TempDir static Path shared;
  private static Path model;

  @TempDir private Path folder;

  @BeforeAll
  static void trainSmallModel() throws IOException {
    model = shared.resolve("model.inkling");
    String data = SmallMnist.write(shared, "train", 0, 300);
    Invocation run =
        Invocation.of("train", "--classifier", "knn:k=3", "--data", data, "--out", model);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void aPageWithoutDigitsIsAnAnswer() throws IOException {
    Path page = png(folder.resolve("empty.png"));
    Path json = folder.resolve("pages.json");

    Invocation run = Invocation.of("read", page, "--model", model, "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(page + ": no digits\n");
    assertThat(run.errors()).isEmpty();
    assertThat(run.err()).contains("Reading pages: ");
    JsonNode image = images(json).get(0);
    assertThat(image.path("file").asText()).isEqualTo(page.toString());
    assertThat(image.has("page")).isFalse();
    assertThat(image.path("width").asInt()).isEqualTo(300);
    assertThat(image.path("rotation").isInt()).isTrue();
    assertThat(image.path("lines").isArray()).isTrue();
    assertThat(image.path("lines")).isEmpty();
  }

  @Test
  void oneBadFileDoesNotStopTheRest() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    Path missing = folder.resolve("missing.png");
    Path empty = Files.write(folder.resolve("empty.png"), new byte[0]);
    Path good = png(folder.resolve("good.png"));
    Path json = folder.resolve("pages.json");

    Invocation run =
        Invocation.of("read", text, missing, empty, good, "--model", model, "--json", json);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(good + ": no digits\n");
    assertThat(run.errors()).hasSize(3);
    assertThat(run.err()).contains("1 of 4 pages are read, 3 could not be");
    assertThat(run.errors().get(0)).contains(text.toString(), "not a picture");
    assertThat(run.errors().get(1)).contains(missing.toString(), "no such file");
    assertThat(run.errors().get(2)).contains(empty.toString(), "empty");
    JsonNode images = images(json);
    assertThat(images).hasSize(4);
    assertThat(images.get(0).path("error").asText()).contains("not a picture");
    assertThat(images.get(3).has("error")).isFalse();
  }

  @Test
  void aFolderIsReadInTheOrderOfItsNames() throws IOException {
    Path b = png(folder.resolve("b.png"));
    Path a = png(folder.resolve("a.PNG"));
    Files.writeString(folder.resolve("notes.txt"), "not meant");

    Invocation run = Invocation.of("read", folder, "--model", model);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(a + ": no digits\n" + b + ": no digits\n");
  }

  @Test
  void whatAShellNamesBesideThePicturesIsPassedOver() throws IOException {
    Path json = folder.resolve("pages.json");
    Path labels = Files.writeString(folder.resolve("labels.json"), "{}");
    Path hidden = Files.write(folder.resolve(".DS_Store"), new byte[] {0, 0, 0, 1});
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path unnamed = Files.copy(png(folder.resolve("page.png")), folder.resolve("page"));

    Invocation run =
        Invocation.of("read", labels, hidden, inside, unnamed, "--model", model, "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(unnamed + ": no digits\n");
    assertThat(run.errors()).isEmpty();
    for (Path other : List.of(labels, hidden, inside)) {
      assertThat(run.err()).contains(other + ": is no picture and has none; passed over");
    }
    JsonNode tree = new ObjectMapper().readTree(json.toFile());
    assertThat(tree.path("images")).hasSize(1);
    assertThat(tree.path("passedOver"))
        .extracting(JsonNode::asText)
        .containsExactly(labels.toString(), hidden.toString(), inside.toString());
  }

  @Test
  void whatIsNamedAloneMustBeAPicture() throws IOException {
    Path labels = Files.writeString(folder.resolve("labels.json"), "{}");
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(Invocation.of("read", labels, "--model", model).exit()).isEqualTo(1);
    Invocation run = Invocation.of("read", labels, empty, "--model", model);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).hasSize(2);
    assertThat(run.errors().get(0)).contains(labels.toString(), "not a picture");
    assertThat(run.errors().get(1)).contains(empty.toString(), "has no pictures");
  }

  @Test
  void thePagesOfATiffAreNumbered() throws IOException {
    Path scan = tiff(folder.resolve("scan.tif"), 3);
    Path json = folder.resolve("pages.json");

    Invocation run = Invocation.of("read", scan, "--model", model, "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .containsExactly(scan + "#1: no digits", scan + "#2: no digits", scan + "#3: no digits");
    JsonNode images = images(json);
    for (int i = 0; i < 3; i++) {
      assertThat(images.get(i).path("file").asText()).isEqualTo(scan.toString());
      assertThat(images.get(i).path("page").asInt()).isEqualTo(i + 1);
      assertThat(images.get(i).path("width").asInt()).isEqualTo(300 + i);
    }
  }

  @Test
  void drawingsAndStagesHaveNamesOfTheirOwn() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path first = png(folder.resolve("page.png"));
    Path second = png(other.resolve("page.png"));
    Path scan = tiff(folder.resolve("scan.tif"), 2);
    Path drawn = folder.resolve("drawn/deep");
    Path stages = folder.resolve("stages");

    Invocation run =
        Invocation.of(
            "read",
            first,
            second,
            scan,
            "--model",
            model,
            "--annotate",
            drawn,
            "--explain",
            stages);

    assertThat(run.exit()).as(run.err()).isZero();
    try (Stream<Path> files = Files.list(drawn)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("page.png", "page-2.png", "scan-page1.png", "scan-page2.png");
    }
    assertThat(ImageIO.read(drawn.resolve("scan-page2.png").toFile()).getWidth()).isEqualTo(301);
    assertThat(stages.resolve("page-2").resolve("06-components.png")).isRegularFile();
    assertThat(stages.resolve("page-2").resolve("07-cuts.png")).isRegularFile();
    assertThat(stages.resolve("scan-page1")).isDirectory();
  }

  @Test
  void aResultReplacesNothingThatIsRead() throws IOException {
    Path page = png(folder.resolve("page.png"));

    assertThat(Invocation.of("read", page, "--model", model, "--json", page).errors())
        .singleElement()
        .asString()
        .contains("is read by this command, too");
    assertThat(Invocation.of("read", folder, "--model", model, "--json", page).errors())
        .singleElement()
        .asString()
        .contains("is read by this command, too");
    assertThat(Invocation.of("read", page, "--model", model, "--annotate", page).errors())
        .singleElement()
        .asString()
        .contains("is a file; name a folder");
  }

  @Test
  void aDrawingReplacesNoPictureThatIsRead() throws IOException {
    Path page = png(folder.resolve("page.png"));
    byte[] before = Files.readAllBytes(page);

    Invocation run = Invocation.of("read", page, "--model", model, "--annotate", folder);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains(page.toString(), "is read by this command, too");
    assertThat(Files.readAllBytes(page)).isEqualTo(before);
  }

  @Test
  void aStageReplacesNoPictureThatIsRead() throws IOException {
    Path page = png(folder.resolve("page.png"));
    Path stages = folder.resolve("stages");
    Invocation.of("read", page, "--model", model, "--explain", stages);
    Path stage = stages.resolve("page/01-grey.png");
    byte[] before = Files.readAllBytes(stage);

    Invocation run = Invocation.of("read", page, stage, "--model", model, "--explain", stages);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains(stage.toString(), "is read by this command, too");
    assertThat(stages.resolve("01-grey")).doesNotExist();
    assertThat(Files.readAllBytes(stage)).isEqualTo(before);
    assertThat(Invocation.of("read", page, "--model", model, "--explain", stages).exit())
        .as("its own stages may be replaced")
        .isZero();
  }

  /** Or digits of another script would not be known as a stage's number. */
  @Test
  void stagesHaveTheSameNamesInEveryLocale() throws IOException {
    Path page = png(folder.resolve("page.png"));
    Path stages = folder.resolve("stages");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      Invocation run = Invocation.of("read", page, "--model", model, "--explain", stages);

      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(stages.resolve("page/01-grey.png")).isRegularFile();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aPictureInAFolderOfItsOwnNameMayBeExplainedThere() throws IOException {
    Path own = Files.createDirectory(folder.resolve("page"));
    Path page = png(own.resolve("page.png"));

    Invocation run = Invocation.of("read", page, "--model", model, "--explain", folder);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(own.resolve("01-grey.png")).isRegularFile();
  }

  @Test
  void theJsonReplacesNoDrawing() throws IOException {
    Path page = png(folder.resolve("page.png"));
    Path drawn = Files.createDirectory(folder.resolve("drawn"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), drawn);

    for (Path json : List.of(drawn.resolve("page.png"), link.resolve("page.png"))) {
      Invocation run =
          Invocation.of("read", page, "--model", model, "--annotate", drawn, "--json", json);

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.errors()).singleElement().asString().contains(json + ": is named for two");
      assertThat(drawn).isEmptyDirectory();
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenIsToldBeforeAnythingIsRead() throws IOException {
    Path page = png(folder.resolve("page.png"));
    Path drawn = Files.createDirectory(folder.resolve("drawn"));
    assumeTrue(drawn.toFile().setWritable(false) && !Files.isWritable(drawn), "not for root");

    Invocation run = Invocation.of("read", page, "--model", model, "--annotate", drawn);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().contains(drawn + ": is a read-only folder");
    assertThat(run.err()).doesNotContain("Reading pages");
  }

  @Test
  void aFileThatMayNotBeReadDoesNotStopTheRest() throws IOException {
    Path secret = png(folder.resolve("a.png"));
    Path good = png(folder.resolve("b.png"));
    assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "not for root");

    Invocation run = Invocation.of("read", secret, good, "--model", model);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(good + ": no digits\n");
    assertThat(run.errors()).singleElement().asString().contains(secret.toString(), "permission");
  }

  @Test
  void namesMayBeAsLongAsAFileSystemTakesAndInAnyScript() throws IOException {
    Path accented = png(folder.resolve("zahl-\u00fc-\u4e03.png"));
    Path first = png(folder.resolve("x".repeat(250) + "1.png"));
    Path second = png(folder.resolve("x".repeat(250) + "2.png"));
    Path wide = png(folder.resolve("\u4e03".repeat(83) + ".png"));
    Path drawn = folder.resolve("drawn");
    Path stages = folder.resolve("stages");

    Invocation run =
        Invocation.of(
            "read",
            accented,
            first,
            second,
            wide,
            "--model",
            model,
            "--annotate",
            drawn,
            "--explain",
            stages);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(4);
    for (Path written : List.of(drawn, stages)) {
      try (Stream<Path> files = Files.list(written)) {
        assertThat(files).hasSize(4);
      }
    }
    assertThat(drawn.resolve("zahl-\u00fc-\u4e03.png")).isRegularFile();
  }

  @Test
  void aNameThatIsTooLongIsToldAsSuch() {
    Path tooLong = folder.resolve("x".repeat(300) + ".png");

    Invocation run = Invocation.of("read", tooLong, "--model", model);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().startsWith("inkling: " + tooLong);
  }

  @Test
  void aModelThatDoesNotLoadIsToldOnce() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.inkling"), "no model");
    Path missing = folder.resolve("missing.inkling");
    Path page = png(folder.resolve("page.png"));

    Invocation run = Invocation.of("read", page, page, page, "--model", broken);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors()).singleElement().asString().contains(broken.toString());
    assertThat(Invocation.of("read", page, "--model", missing).errors())
        .singleElement()
        .asString()
        .contains("missing.inkling: no such file; make a model with inkling train");
  }

  private static JsonNode images(Path json) throws IOException {
    return new ObjectMapper().readTree(json.toFile()).path("images");
  }

  private static Path png(Path file) throws IOException {
    ImageIO.write(white(300), "png", file.toFile());
    return file;
  }

  private static Path tiff(Path file, int pages) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < pages; i++) {
        writer.writeToSequence(new IIOImage(white(300 + i), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static BufferedImage white(int width) {
    BufferedImage image = new BufferedImage(width, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.fillRect(0, 0, width, 400);
    graphics.dispose();
    return image;
  }
}
