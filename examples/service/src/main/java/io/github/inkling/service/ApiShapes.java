package io.github.inkling.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shapes of JSON in an OpenAPI description, in words. */
final class ApiShapes {
  private static final String SHAPES = "#/components/schemas/";
  private static final String WHOLE = "integer";

  private final JsonNode api;

  ApiShapes(JsonNode api) {
    this.api = api;
  }

  /**
   * Some words, and where they lead.
   *
   * @param text the words
   * @param shape the name of the shape that they name; null if they lead nowhere
   */
  record Words(String text, String shape) {}

  /**
   * A field of an object.
   *
   * @param name its name
   * @param type what it holds
   * @param isRequired whether it is always there
   * @param text what it means
   */
  record Field(String name, List<Words> type, boolean isRequired, String text) {}

  /**
   * A shape with a name.
   *
   * @param name the name
   * @param text what it is for
   * @param fields of an object; none of others
   */
  record Shape(String name, String text, List<Field> fields) {
    boolean hasFields() {
      return !fields.isEmpty();
    }
  }

  /** All that have names. */
  List<Shape> all() {
    List<Shape> shapes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> named : api.at("/components/schemas").properties()) {
      JsonNode schema = named.getValue();
      shapes.add(new Shape(named.getKey(), text(schema), fields(schema)));
    }
    return shapes;
  }

  private List<Field> fields(JsonNode schema) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode value = property.getValue();
      fields.add(
          new Field(
              property.getKey(), type(value), required.contains(property.getKey()), text(value)));
    }
    return fields;
  }

  /** What a schema takes, such as "a list of Digit". */
  List<Words> type(JsonNode schema) {
    List<Words> words = new ArrayList<>();
    String name = nameOf(schema);
    JsonNode meant = resolve(schema);
    if (name != null) {
      words.add(new Words(name, name));
    } else if (meant.has("oneOf")) {
      for (JsonNode choice : meant.get("oneOf")) {
        words.add(new Words(words.isEmpty() ? "" : " or ", null));
        words.addAll(type(choice));
      }
    } else if (meant.has("items")) {
      words.add(new Words("list of ", null));
      words.addAll(type(meant.get("items")));
    } else if (meant.has("enum")) {
      List<String> values = new ArrayList<>();
      meant.get("enum").forEach(value -> values.add(value.asText()));
      words.add(new Words(String.join(", ", values), null));
    } else if (meant.path("required").size() == 1 && meant.has("properties")) {
      // An object that is there for the sake of one field.
      String field = meant.get("required").get(0).asText();
      words.add(new Words("{" + field + ": ", null));
      words.addAll(type(meant.get("properties").get(field)));
      words.add(new Words("}", null));
    } else {
      words.add(new Words(plain(meant), null));
    }
    return words;
  }

  private static String plain(JsonNode schema) {
    List<String> types = new ArrayList<>();
    if (schema.path("type").isArray()) {
      schema.get("type").forEach(type -> types.add(type.asText()));
    } else {
      types.add(schema.path("type").asText("anything"));
    }
    String words = String.join(" or ", types).replace(WHOLE, "whole number");
    if (schema.has("minimum") && schema.has("maximum")) {
      words += ", %s to %s".formatted(schema.get("minimum"), schema.get("maximum"));
    }
    return words;
  }

  private String text(JsonNode schema) {
    return schema.path("description").asText(resolve(schema).path("description").asText());
  }

  private static String nameOf(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    String name = reference.startsWith(SHAPES) ? reference.substring(SHAPES.length()) : "";
    return name.isEmpty() || name.contains("/") ? null : name;
  }

  /** What a reference leads to. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? api.at(node.get("$ref").asText().substring(1)) : node;
  }
}
