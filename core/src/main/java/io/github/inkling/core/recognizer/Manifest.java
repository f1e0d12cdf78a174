package io.github.inkling.core.recognizer;

import static io.github.inkling.core.recognizer.ManifestJson.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The manifest of a model file: everything about a recognizer but the arrays, as JSON. */
final class Manifest {
  private static final List<Integer> LABELS =
      IntStream.range(0, Prediction.CLASSES).boxed().toList();

  private Manifest() {}

  private record Document(
      List<Integer> labels,
      Map<String, String> normalizer,
      FeaturesEntry features,
      ClassifierEntry classifier,
      @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, String> rejection,
      List<ArrayEntry> arrays,
      String payloadSha256,
      Provenance provenance) {}

  private record FeaturesEntry(String spec, int length) {}

  private record ClassifierEntry(String name, Map<String, String> settings) {}

  /**
   * Writes a manifest.
   *
   * @param parts what the recognizer's classifier and rejection consist of
   * @param payload their arrays
   */
  static byte[] write(DigitRecognizer recognizer, ModelParts parts, Payload payload)
      throws IOException {
    ModelState state = parts.classifier();
    return ManifestJson.write(
        new Document(
            LABELS,
            recognizer.normalizer().settings().toMap(),
            new FeaturesEntry(recognizer.features().spec(), recognizer.features().length()),
            new ClassifierEntry(state.classifier(), state.settings()),
            parts.rejection().map(ModelState::settings).orElse(null),
            payload.entries(),
            payload.sha256(),
            recognizer.provenance()));
  }

  /**
   * Puts a recognizer together.
   *
   * @throws IllegalArgumentException if something is missing or does not fit
   */
  static DigitRecognizer read(ByteBuffer json, ByteBuffer payload, FeatureExtractors extractors) {
    Document document = ManifestJson.read(json, Document.class);
    if (!LABELS.equals(required("labels", document.labels()))) {
      throw new IllegalArgumentException(
          "manifest: labels must be the digits 0 to 9 in order, not " + document.labels());
    }
    Payload.requireSha256(required("payloadSha256", document.payloadSha256()), payload);
    FeatureExtractor features = features(required("features", document.features()), extractors);
    ClassifierEntry entry = required("classifier", document.classifier());
    ModelParts parts =
        ModelParts.of(
            required("classifier.name", entry.name()),
            required("classifier.settings", entry.settings()),
            document.rejection(),
            Payload.read(required("arrays", document.arrays()), payload));
    Classifier classifier = Classifiers.restore(parts.classifier());
    Preparation preparation =
        new Preparation(
            new Normalizer(
                NormalizerSettings.fromMap(required("normalizer", document.normalizer()))),
            features);
    return new DigitRecognizer(
        preparation,
        classifier,
        parts.rejection().map(RejectionRule::restore),
        required("provenance", document.provenance()));
  }

  private static FeatureExtractor features(FeaturesEntry entry, FeatureExtractors extractors) {
    FeatureExtractor features = extractors.restore(required("features.spec", entry.spec()));
    if (features.length() != entry.length()) {
      throw new IllegalArgumentException(
          "manifest: features.length is %d, but %s gives %d features"
              .formatted(entry.length(), features.spec(), features.length()));
    }
    return features;
  }
}
