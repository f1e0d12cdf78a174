package io.github.inkling.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.inkling.core.InputFile;
import io.github.inkling.core.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An experiment as a small YAML file tells it: the names are those of the options of {@code inkling
 * benchmark}, and what an option says goes before what the file says.
 */
final class ExperimentFile {
  private static final long MOST_BYTES = 1 << 20;

  /** A name that stands twice, or a second document, would be passed over in silence. */
  private static final ObjectMapper YAML =
      new YAMLMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path file;
  private final CommandSpec options;

  /**
   * A file, not yet read.
   *
   * @param options the options whose names it may have
   */
  ExperimentFile(Path file, CommandSpec options) {
    this.file = file;
    this.options = options;
  }

  /**
   * Reads a file as the arguments that say the same.
   *
   * @param given names of options that the command line has already
   * @return the names of options with their values
   * @throws IOException if it cannot be read, is no YAML, or has a name that is unknown
   */
  List<String> arguments(Set<String> given) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : read().entrySet()) {
      if (!given.contains(entry.getKey())) {
        for (String value : entry.getValue()) {
          arguments.add("--" + entry.getKey());
          arguments.add(value);
        }
      }
    }
    return arguments;
  }

  private Map<String, List<String>> read() throws IOException {
    JsonNode tree;
    try (InputStream in = InputFile.openRegular(file, "an experiment's YAML")) {
      if (Files.size(file) > MOST_BYTES) {
        throw new MalformedFileException(
            file, "an experiment's file has at most 1 MB, not " + (Files.size(file) >> 20) + " MB");
      }
      tree = YAML.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(
          file,
          "line %d is no YAML that can be read (%s)"
              .formatted(
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()
                      .replaceAll("\\s+", " ")
                      .replaceAll("^(.{120}).*", "$1...")),
          e);
    }
    if (!tree.isObject()) {
      throw new MalformedFileException(file, "names with values are expected, as in features: hog");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : tree.properties()) {
      values.put(property.getKey(), values(property.getKey(), property.getValue()));
    }
    return values;
  }

  private List<String> values(String name, JsonNode value) throws IOException {
    OptionSpec option = options.findOption("--" + name);
    if (option == null) {
      List<String> known =
          options.options().stream().map(it -> it.longestName().substring(2)).sorted().toList();
      throw new MalformedFileException(
          file,
          "there is no '%s'%s; known are %s"
              .formatted(
                  name,
                  Spelling.nearest(name, known).map(it -> " (did you mean " + it + "?)").orElse(""),
                  String.join(", ", known)));
    }
    boolean isList = option.isMultiValue();
    if (value.isArray() && isList) {
      List<String> values = new ArrayList<>();
      for (JsonNode element : value) {
        values.add(scalar(name, isList, element));
      }
      if (values.isEmpty()) {
        throw new MalformedFileException(file, name + " is an empty list; name at least one");
      }
      return values;
    }
    return List.of(scalar(name, isList, value));
  }

  private String scalar(String name, boolean isList, JsonNode value) throws IOException {
    boolean isNothing = value.isNull() || (value.isTextual() && value.asText().isBlank());
    if (!value.isValueNode() || isNothing) {
      throw new MalformedFileException(
          file,
          "%s must be %s, not %s"
              .formatted(
                  name,
                  isList ? "a value or a list of values" : "one value",
                  isNothing ? "nothing" : value));
    }
    return value.asText();
  }
}
