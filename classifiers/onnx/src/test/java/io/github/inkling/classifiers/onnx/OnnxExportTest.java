package io.github.inkling.classifiers.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Versions;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxExportTest {
  private static final DigitRecognizer RECOGNIZER = train("hog+zoning:4x4,directions=4", "svm");

  @TempDir private Path folder;

  @Test
  void theSameModelGivesTheSameBytes() throws IOException {
    Path model = folder.resolve("model.inkling");
    RECOGNIZER.save(model);
    byte[] bytes = OnnxExport.toBytes(RECOGNIZER);
    assertThat(OnnxExport.toBytes(RECOGNIZER)).isEqualTo(bytes);
    assertThat(OnnxExport.toBytes(DigitRecognizer.load(model))).isEqualTo(bytes);
  }

  @Test
  void aFileHoldsThoseBytes() throws IOException {
    Path file = folder.resolve("model.onnx");
    OnnxExport.write(RECOGNIZER, file);
    assertThat(file).hasBinaryContent(OnnxExport.toBytes(RECOGNIZER));
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void thereIsNoFileInAFolderThatIsMissing() {
    assertThatThrownBy(() -> OnnxExport.write(RECOGNIZER, folder.resolve("no/model.onnx")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no such folder");
  }

  @Test
  void whatCannotBeExportedLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("model.onnx");
    Files.writeString(file, "old");
    assertThatThrownBy(() -> OnnxExport.write(train("contours", "mlp:epochs=1"), file))
        .hasMessageContaining("contours");
    assertThat(file).hasContent("old");
  }

  @Test
  void inputOutputAndMetadataAreAsDocumented() throws OrtException {
    try (RunningGraph graph = new RunningGraph(OnnxExport.toBytes(RECOGNIZER))) {
      var session = graph.session();
      assertThat(session.getInputNames()).containsExactly("pixels");
      assertThat(session.getOutputNames()).containsExactly("probabilities");
      requireFloats(session.getInputInfo().get("pixels").getInfo(), -1, 1, 28, 28);
      requireFloats(session.getOutputInfo().get("probabilities").getInfo(), -1, 10);
      var metadata = session.getMetadata();
      assertThat(metadata.getProducerName()).isEqualTo("Inkling");
      assertThat(metadata.getCustomMetadata())
          .containsEntry("inkling.version", Versions.inkling())
          .containsEntry("inkling.labels", "0,1,2,3,4,5,6,7,8,9")
          .containsEntry("inkling.features", RECOGNIZER.features().spec())
          .containsEntry("inkling.classifier", "svm")
          .containsEntry("inkling.dataHash", RECOGNIZER.provenance().dataHash());
    }
  }

  /** What ONNX's own checker asks of a graph. */
  @Test
  void namesAreUniqueAndKnownBeforeTheyAreUsed() throws IOException {
    ModelProto model = ModelProto.parseFrom(OnnxExport.toBytes(RECOGNIZER));
    assertThat(model.getIrVersion()).isEqualTo(7);
    assertThat(model.getOpsetImportList()).hasSize(1);
    assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(13);
    GraphProto graph = model.getGraph();
    assertThat(graph.getName()).isNotEmpty();
    Set<String> nodes = new HashSet<>();
    Set<String> values = new HashSet<>();
    graph.getInputList().forEach(input -> assertThat(values.add(input.getName())).isTrue());
    for (TensorProto constant : graph.getInitializerList()) {
      assertThat(values.add(constant.getName())).as(constant.getName()).isTrue();
    }
    for (NodeProto node : graph.getNodeList()) {
      assertThat(nodes.add(node.getName())).as(node.getName()).isTrue();
      assertThat(values).as(node.getName()).containsAll(node.getInputList());
      node.getOutputList().forEach(output -> assertThat(values.add(output)).as(output).isTrue());
    }
    graph.getOutputList().forEach(output -> assertThat(values).contains(output.getName()));
  }

  @ParameterizedTest
  @CsvSource({
    "'hog+edges+scattering:scales=4,orientations=2+projection', svm",
    "'hog+edges+scattering:scales=4,orientations=2+projection', mlp:epochs=1",
    "'hog+edges+scattering:scales=4,orientations=2+projection', knn",
    "pixels, 'cnn:epochs=1,augment=false,views=5,columns=2'"
  })
  void batchesMayBeOfAnySize(String features, String classifier) throws OrtException {
    List<DigitImage> digits = ClassifierGraphsTest.digits(257);
    DigitRecognizer recognizer = train(features, classifier);
    try (RunningGraph graph = new RunningGraph(OnnxExport.toBytes(recognizer))) {
      float[][] together = graph.runAtOnce(digits);
      assertThat(together).hasDimensions(257, 10);
      assertThat(graph.runAtOnce(List.of())).isEmpty();
      float[][] alone = graph.runAtOnce(digits.subList(256, 257));
      for (int k = 0; k < 10; k++) {
        assertThat(Math.abs(alone[0][k] - together[256][k])).isLessThan(1e-5f);
      }
    }
  }

  @Test
  void aBlankPictureHasProbabilitiesToo() throws OrtException {
    var blank = DigitImage.of(new byte[DigitImage.PIXELS]);
    var recognizer = DigitRecognizer.pretrained();
    var expected =
        recognizer.classifier().predict(recognizer.features().extractAll(List.of(blank))).get(0);
    try (RunningGraph graph = new RunningGraph(OnnxExport.toBytes(recognizer))) {
      float[] row = graph.run(List.of(blank))[0];
      for (int k = 0; k < 10; k++) {
        assertThat(Math.abs(row[k] - expected.probability(k))).isLessThan(1e-5);
      }
    }
  }

  @Test
  void moreThanAFileCanHoldIsRefusedBeforeMemoryIsTaken() {
    Graph graph = new Graph(4 << 20);
    graph.constants(new float[1 << 19], 1 << 19);
    assertThatThrownBy(() -> graph.constants(new float[1 << 20], 1 << 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the model has more than 4 MB of numbers, which is more than an ONNX file can hold;"
                + " train one with fewer support vectors or neighbours, or an mlp");
  }

  @Test
  void featuresOfOnesOwnAreRefusedByName() {
    FeatureExtractor own =
        new FeatureExtractor() {
          @Override
          public String spec() {
            return "own:size=1";
          }

          @Override
          public int length() {
            return 1;
          }

          @Override
          public void extract(List<DigitImage> digits, float[] rows) {
            for (int i = 0; i < digits.size(); i++) {
              rows[i] = digits.get(i).at(14, 14);
            }
          }
        };
    var recognizer =
        DigitRecognizer.trainer()
            .features(own)
            .classifier("mlp:epochs=1")
            .train(Mnist.train().first(100));
    assertThatThrownBy(() -> OnnxExport.toBytes(recognizer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the features own cannot be expressed as an ONNX graph");
  }

  private static void requireFloats(Object info, long... shape) {
    assertThat(info).isInstanceOf(TensorInfo.class);
    TensorInfo tensor = (TensorInfo) info;
    assertThat(tensor.type).isEqualTo(OnnxJavaType.FLOAT);
    assertThat(tensor.getShape()).containsExactly(shape);
    assertThat(tensor.getDimensionNames()[0]).isEqualTo("batch");
  }

  private static DigitRecognizer train(String features, String classifier) {
    return DigitRecognizer.trainer()
        .features(features)
        .classifier(classifier)
        .train(Mnist.train().first(400));
  }
}
