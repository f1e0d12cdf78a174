package io.github.inkling.core.recognizer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.inkling.core.Sha256;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The manifest of a model file: everything about a recognizer but the arrays, as JSON. */
final class Manifest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

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
    return JSON.writeValueAsBytes(
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
    Document document = parse(json);
    if (!LABELS.equals(required("labels", document.labels()))) {
      throw new IllegalArgumentException(
          "manifest: labels must be the digits 0 to 9 in order, not " + document.labels());
    }
    requirePayload(required("payloadSha256", document.payloadSha256()), payload);
    FeatureExtractor features = features(required("features", document.features()), extractors);
    ClassifierEntry entry = required("classifier", document.classifier());
    ModelParts parts =
        ModelParts.of(
            required("classifier.name", entry.name()),
            required("classifier.settings", entry.settings()),
            document.rejection(),
            arrays(required("arrays", document.arrays()), payload));
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

  private static Document parse(ByteBuffer json) {
    try {
      String text = StandardCharsets.UTF_8.decode(json).toString();
      return required("content", JSON.readValue(text, Document.class));
    } catch (ValueInstantiationException e) {
      throw new IllegalArgumentException("manifest: " + e.getCause().getMessage(), e);
    } catch (InvalidFormatException e) {
      throw new IllegalArgumentException(
          "manifest: %s cannot be '%s'".formatted(place(e), e.getValue()), e);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          "manifest: %s is missing or of the wrong kind".formatted(place(e)), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("manifest: " + e.getOriginalMessage(), e);
    }
  }

  private static String place(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static void requirePayload(String expected, ByteBuffer payload) {
    MessageDigest digest = Sha256.start();
    digest.update(payload.duplicate());
    if (!Sha256.hex(digest).equals(expected)) {
      throw new IllegalArgumentException("manifest: payloadSha256 is not that of the arrays");
    }
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

  private static Map<String, ModelArray> arrays(List<ArrayEntry> entries, ByteBuffer payload) {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    long end = 0;
    for (ArrayEntry entry : entries) {
      requirePlace(entry, end, payload.capacity());
      if (arrays.containsKey(entry.name())) {
        throw new IllegalArgumentException(
            "manifest: array '%s' is there twice".formatted(entry.name()));
      }
      ByteBuffer bytes =
          payload.slice((int) entry.offset(), (int) entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
      arrays.put(entry.name(), entry.type().get(bytes, entry.length(), entry.shapeArray()));
      end = entry.offset() + entry.bytes();
    }
    return arrays;
  }

  /** Arrays come in their order and share no byte, or a small file could ask for much memory. */
  private static void requirePlace(ArrayEntry entry, long end, int payloadBytes) {
    if (entry.offset() < 0 || entry.offset() > payloadBytes - entry.bytes()) {
      throw new IllegalArgumentException(
          "manifest: array '%s' (%d bytes at %d) lies outside the file's %d bytes of arrays"
              .formatted(entry.name(), entry.bytes(), entry.offset(), payloadBytes));
    }
    if (entry.offset() < end) {
      throw new IllegalArgumentException(
          "manifest: array '%s' (%d bytes at %d) overlaps the one before it, which ends at %d"
              .formatted(entry.name(), entry.bytes(), entry.offset(), end));
    }
  }

  private static <T> T required(String name, T value) {
    if (value == null) {
      throw new IllegalArgumentException("manifest: " + name + " is missing");
    }
    return value;
  }
}
