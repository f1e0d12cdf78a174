package io.github.inkling.classifiers.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Provenance;
import io.github.inkling.core.recognizer.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes trained recognizers as ONNX graphs, which ONNX Runtime and others run on phones, in
 * browsers and elsewhere. {@code docs/onnx.md} describes what is in them.
 *
 * <p>A graph has one input, {@code pixels}, float32 of shape batch x 1 x 28 x 28, 0 for paper and 1
 * for ink: the pixels of a {@link DigitImage} over 255. It has one output, {@code probabilities},
 * float32 of shape batch x 10. What makes a photograph a digit of 28 x 28 pixels, and the rule for
 * what is not answered, are not in it.
 */
public final class OnnxExport {
  private static final String INPUT = "pixels";
  private static final String OUTPUT = "probabilities";

  /** Of ONNX 1.8, from 2020: what is older knows some of the operators in other forms. */
  private static final int OPERATOR_SET = 13;

  private static final int IR_VERSION = 7;

  private OnnxExport() {}

  /**
   * Writes a recognizer's features and classifier as a graph, whole or not at all.
   *
   * @param recognizer any whose features and classifier a graph can express
   * @param file where to; its folder must exist
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if a graph cannot express the features or the classifier, or
   *     would be larger than 2 GiB, naming what and what else could be exported
   */
  public static void write(DigitRecognizer recognizer, Path file) throws IOException {
    ModelProto model = model(recognizer);
    AtomicFile.write(file, model::writeTo);
  }

  /**
   * A recognizer's features and classifier as the bytes of an ONNX file; always the same ones for
   * the same recognizer.
   *
   * @param recognizer any whose features and classifier a graph can express
   * @return what {@link #write} writes
   * @throws IllegalArgumentException if a graph cannot express the features or the classifier, or
   *     would be larger than 2 GiB, naming what and what else could be exported
   */
  public static byte[] toBytes(DigitRecognizer recognizer) {
    return model(recognizer).toByteArray();
  }

  private static ModelProto model(DigitRecognizer recognizer) {
    Graph graph = new Graph();
    Tensor pixels = graph.input(INPUT, 1, DigitImage.SIZE, DigitImage.SIZE);
    Tensor features = FeatureGraphs.describe(recognizer.features().spec(), pixels);
    var state = recognizer.classifier().state();
    Tensor probabilities = ClassifierGraphs.of(state).answer(state, features);
    graph.output(OUTPUT, probabilities, Prediction.CLASSES);
    ModelProto.Builder model = model(graph);
    metadata(recognizer)
        .forEach((key, value) -> model.addMetadataPropsBuilder().setKey(key).setValue(value));
    return model.build();
  }

  /** A graph as a model, with the versions that a reader must know. */
  static ModelProto.Builder model(Graph graph) {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
        .setProducerName("Inkling")
        .setProducerVersion(Versions.inkling())
        .setDocString("Tells handwritten digits apart")
        .setGraph(graph.build());
  }

  private static Map<String, String> metadata(DigitRecognizer recognizer) {
    Provenance provenance = recognizer.provenance();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("inkling.version", Versions.inkling());
    metadata.put("inkling.labels", "0,1,2,3,4,5,6,7,8,9");
    metadata.put("inkling.features", recognizer.features().spec());
    metadata.put("inkling.classifier", recognizer.classifier().name());
    metadata.put("inkling.trainer", provenance.trainer());
    metadata.put("inkling.data", provenance.data());
    metadata.put("inkling.dataHash", provenance.dataHash());
    metadata.put("inkling.created", provenance.created().toString());
    return metadata;
  }
}
