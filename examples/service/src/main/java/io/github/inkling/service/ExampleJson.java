package io.github.inkling.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays JSON out for reading: on one line what fits there, and lists of numbers always. */
final class ExampleJson {
  private static final int WIDTH = 88;
  private static final String INDENT = "  ";

  private ExampleJson() {}

  static String of(JsonNode json) {
    return of(json, "");
  }

  private static String of(JsonNode json, String indent) {
    String line = json.toString();
    if (!json.isContainerNode() || isNumbers(json) || indent.length() + line.length() <= WIDTH) {
      return line;
    }
    String deeper = indent + INDENT;
    List<String> parts = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(element -> parts.add(deeper + of(element, deeper)));
      return "[\n" + String.join(",\n", parts) + "\n" + indent + "]";
    }
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      parts.add("%s\"%s\": %s".formatted(deeper, field.getKey(), of(field.getValue(), deeper)));
    }
    return "{\n" + String.join(",\n", parts) + "\n" + indent + "}";
  }

  private static boolean isNumbers(JsonNode json) {
    if (!json.isArray()) {
      return false;
    }
    for (JsonNode element : json) {
      if (!element.isNumber()) {
        return false;
      }
    }
    return true;
  }
}
