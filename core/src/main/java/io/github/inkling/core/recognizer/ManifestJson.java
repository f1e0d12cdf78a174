package io.github.inkling.core.recognizer;

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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** How manifests are written as JSON and read, with errors that name the place. */
final class ManifestJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private ManifestJson() {}

  static byte[] write(Object document) throws IOException {
    return JSON.writeValueAsBytes(document);
  }

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException if it is no JSON or of another shape
   */
  static <T> T read(ByteBuffer json, Class<T> type) {
    try {
      String text = StandardCharsets.UTF_8.decode(json).toString();
      return required("content", JSON.readValue(text, type));
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

  /**
   * Refuses what a manifest must have and has not.
   *
   * @throws IllegalArgumentException if the value is null, with its name
   */
  static <T> T required(String name, T value) {
    if (value == null) {
      throw new IllegalArgumentException("manifest: " + name + " is missing");
    }
    return value;
  }
}
