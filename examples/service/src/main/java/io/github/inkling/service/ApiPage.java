package io.github.inkling.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import io.github.inkling.service.ApiShapes.Shape;
import io.github.inkling.service.ApiShapes.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes a page for people of the API's description for programs. */
final class ApiPage {
  private static final String TEMPLATE = "api.html";
  private static final String PROBLEMS = "#/components/responses/";
  private static final List<Words> FILE = List.of(new Words("a file", null));
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");

  private final JsonNode api;
  private final ApiShapes shapes;

  private ApiPage(JsonNode api) {
    this.api = api;
    shapes = new ApiShapes(api);
  }

  record Page(
      String summary, String text, List<Group> groups, List<Shape> shapes, List<Problem> problems) {
    /** Text in which what stands between backquotes is code. */
    Mustache.Lambda code() {
      return (fragment, out) -> writeCode(fragment.execute(), out);
    }
  }

  record Group(String name, String text, List<Route> routes) {}

  record Route(
      String id,
      String method,
      String path,
      String summary,
      String text,
      List<Parameter> parameters,
      Body body,
      List<String> commands,
      List<Answer> answers,
      List<Problem> problems) {
    boolean hasParameters() {
      return !parameters.isEmpty();
    }

    boolean hasCommands() {
      return !commands.isEmpty();
    }

    boolean hasProblems() {
      return !problems.isEmpty();
    }
  }

  record Parameter(String name, boolean isRequired, List<Words> type, String text) {}

  record Body(String text, List<Content> contents) {}

  record Content(String mediaType, List<Words> type) {}

  record Answer(String status, String text, List<Content> contents, List<Example> examples) {}

  record Example(String summary, String json) {}

  record Problem(String anchor, String status, String title, String text, String json) {}

  /** The page as HTML, which needs the style sheets of the drawing page. */
  static String render(JsonNode api) {
    try (InputStream in = ApiPage.class.getResourceAsStream(TEMPLATE);
        Reader template = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return Mustache.compiler().compile(template).execute(new ApiPage(api).page());
    } catch (IOException e) {
      throw new UncheckedIOException(TEMPLATE + " of inkling-service cannot be read", e);
    }
  }

  private static void writeCode(String escaped, Writer out) throws IOException {
    out.write(CODE.matcher(escaped.replace("&#x60;", "`")).replaceAll("<code>$1</code>"));
  }

  private Page page() {
    List<Group> groups = new ArrayList<>();
    for (JsonNode tag : api.path("tags")) {
      String name = tag.path("name").asText();
      groups.add(new Group(name, tag.path("description").asText(), routes(name)));
    }
    List<Problem> problems = new ArrayList<>();
    api.at("/components/responses")
        .fieldNames()
        .forEachRemaining(key -> problems.add(problem(key)));
    JsonNode info = api.path("info");
    return new Page(
        info.path("summary").asText(),
        info.path("description").asText(),
        groups,
        shapes.all(),
        problems);
  }

  private List<Route> routes(String tag) {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        JsonNode operation = method.getValue();
        if (operation.path("tags").path(0).asText().equals(tag)) {
          routes.add(route(path.getKey(), method.getKey(), operation));
        }
      }
    }
    return routes;
  }

  private Route route(String path, String method, JsonNode operation) {
    List<Answer> answers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      String reference = response.getValue().path("$ref").asText();
      if (reference.startsWith(PROBLEMS)) {
        problems.add(problem(reference.substring(PROBLEMS.length())));
      } else {
        answers.add(answer(response.getKey(), response.getValue()));
      }
    }
    return new Route(
        operation.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("summary").asText(),
        operation.path("description").asText(),
        parameters(operation),
        body(operation.path("requestBody")),
        texts(operation.path("x-curl")),
        answers,
        problems);
  }

  private List<Parameter> parameters(JsonNode operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      parameters.add(
          new Parameter(
              parameter.path("name").asText(),
              parameter.path("required").asBoolean(),
              shapes.type(parameter.path("schema")),
              parameter.path("description").asText()));
    }
    return parameters;
  }

  private Body body(JsonNode body) {
    return body.isMissingNode()
        ? null
        : new Body(body.path("description").asText(), contents(body.path("content")));
  }

  /** Media types by what they hold: all that are files together. */
  private List<Content> contents(JsonNode content) {
    Map<List<Words>, String> mediaTypes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : content.properties()) {
      JsonNode schema = entry.getValue().path("schema");
      List<Words> type = schema.isMissingNode() ? FILE : shapes.type(schema);
      mediaTypes.merge(type, entry.getKey(), (known, other) -> known + ", " + other);
    }
    List<Content> contents = new ArrayList<>();
    mediaTypes.forEach((type, names) -> contents.add(new Content(names, type)));
    return contents;
  }

  private Answer answer(String status, JsonNode response) {
    List<Example> examples = new ArrayList<>();
    for (JsonNode content : response.path("content")) {
      for (JsonNode example : content.path("examples")) {
        examples.add(example(example.path("summary").asText(), example.path("value")));
      }
      if (content.has("example")) {
        examples.add(example("For example", content.get("example")));
      }
    }
    return new Answer(
        status,
        response.path("description").asText(),
        contents(response.path("content")),
        examples);
  }

  private static Example example(String summary, JsonNode value) {
    return new Example(summary, value.isTextual() ? value.asText() : ExampleJson.of(value));
  }

  private Problem problem(String anchor) {
    JsonNode response = api.at("/components/responses").path(anchor);
    JsonNode example = response.at("/content/application~1problem+json/example");
    return new Problem(
        anchor,
        example.path("status").asText(),
        example.path("title").asText(),
        response.path("description").asText(),
        ExampleJson.of(example));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
