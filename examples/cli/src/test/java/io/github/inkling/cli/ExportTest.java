package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.classifiers.onnx.OnnxExport;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are written for other programs on the command line. */
class ExportTest {
  @TempDir Path folder;

  @Test
  void theModelThatComesAlongIsWrittenAsOnnx() {
    Path out = folder.resolve("pretrained.onnx");

    Invocation run = Invocation.of("export", "--out", out);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(out + ", ONNX, 3.2 MB", "batch x 1 x 28 x 28", "batch x 10", "rejection");
    assertThat(out).hasBinaryContent(OnnxExport.toBytes(DigitRecognizer.pretrained()));
  }

  @Test
  void aTrainedModelIsWrittenAsTheFormatThatIsNamed() throws IOException {
    Path model = train("zoning:4x4");
    Path out = folder.resolve("mine.onnx");

    Invocation run = Invocation.of("export", "--model", model, "--format", "ONNX", "--out", out);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("rejection");
    assertThat(out).hasBinaryContent(OnnxExport.toBytes(DigitRecognizer.load(model)));
  }

  @Test
  void anotherFormatIsBadUsage() {
    Invocation run =
        Invocation.of("export", "--format", "tflite", "--out", folder.resolve("m.tflite"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no format 'tflite'; known are onnx");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsMissingIsToldBeforeTheModelIsRead() {
    Invocation run =
        Invocation.of("export", "--model", "none.inkling", "--out", folder.resolve("no/m.onnx"));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("there is no folder " + folder.resolve("no"), "mkdir -p");
  }

  @Test
  void theModelIsNotOverwritten() throws IOException {
    Path model = train("zoning:4x4");

    Invocation run = Invocation.of("export", "--model", model, "--out", model);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("is read by this command, too");
    assertThat(DigitRecognizer.load(model).classifier().name()).isEqualTo("mlp");
  }

  @Test
  void whatAGraphCannotExpressIsNamedInOneLine() throws IOException {
    Path model = train("zoning:4x4+contours");
    Path out = folder.resolve("m.onnx");

    Invocation run = Invocation.of("export", "--model", model, "--out", out);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("the features contours cannot be expressed as an ONNX graph")
        .hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  private Path train(String features) throws IOException {
    Path model = folder.resolve("model.inkling");
    Invocation run =
        Invocation.of(
            "train",
            "--features",
            features,
            "--classifier",
            "mlp:hidden=16,epochs=2",
            "--data",
            SmallMnist.write(folder, "train", 0, 200),
            "--out",
            model);
    assertThat(run.exit()).as(run.err()).isZero();
    return model;
  }
}
