package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the description of the API to what a running service does. */
class ApiDescriptionTest {
  private static final String ORIGIN = "http://localhost:8080";
  private static final String JSON = "application/json";

  /** How far a probability may differ where another processor rounds otherwise. */
  private static final double ROUNDING = 1e-3;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNode API = ApiEndpoints.parse(ApiEndpoints.read());
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @TempDir private static Path collected;
  private static InklingService service;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    service =
        InklingService.start(
            ServiceSettings.local(0).withCollection(collected),
            CompletableFuture.completedFuture(DigitRecognizer.pretrained()));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void isOpenApi() throws IOException {
    // The schema of the OpenAPI Initiative, https://spec.openapis.org/oas/3.1/schema/2026-08-03.
    try (InputStream in = ApiDescriptionTest.class.getResourceAsStream("openapi-3.1-schema.json")) {
      assertThat(SCHEMAS.getSchema(MAPPER.readTree(in)).validate(API)).isEmpty();
    }
  }

  @Test
  void hasTheRoutesThatTheServiceHas() {
    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : API.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    assertThat(described).isEqualTo(service.routes());
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfEveryKindOfProblem(Problem.Kind kind) throws IOException {
    JsonNode response = API.at("/components/responses").path(kind.anchor());
    JsonNode example = response.at("/content/application~1problem+json/example");

    assertThat(response.path("description").asText()).isNotEmpty();
    assertThat((JsonNode) new Problem(kind, example.path("detail").asText()).json())
        .isEqualTo(example);
    assertThat(errors(schema("Problem"), example)).isEmpty();
  }

  @Test
  void givesProblemsTheStatusThatTheyHave() {
    for (JsonNode path : API.path("paths")) {
      for (JsonNode operation : path) {
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
          JsonNode meant = resolve(response.getValue());
          JsonNode example = meant.at("/content/application~1problem+json/example/status");
          assertThat(example.asText(response.getKey())).isEqualTo(response.getKey());
        }
      }
    }
  }

  /**
   * A request that the description has as an example.
   *
   * @param route the method and path
   * @param address the path with what must be in the query
   * @param body the body; null if there is none
   * @param status what is answered
   * @param answer the answer
   * @param schema what the answer must be like
   */
  record Example(
      String route, String address, JsonNode body, int status, JsonNode answer, JsonNode schema) {
    @Override
    public String toString() {
      return route + " " + (body == null ? "" : body);
    }
  }

  static Stream<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : API.path("paths").properties()) {
      JsonNode post = path.getValue().path("post");
      String status = post.path("responses").has("201") ? "201" : "200";
      JsonNode content = post.path("responses").path(status).path("content").path(JSON);
      JsonNode bodies = post.path("requestBody").path("content").path(JSON).path("examples");
      for (Map.Entry<String, JsonNode> body : bodies.properties()) {
        examples.add(
            new Example(
                "POST " + path.getKey(),
                path.getKey() + query(post),
                body.getValue().path("value"),
                Integer.parseInt(status),
                content.path("examples").path(body.getKey()).path("value"),
                content.path("schema")));
      }
    }
    return examples.stream();
  }

  private static String query(JsonNode operation) {
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.has("example")) {
        query.append(query.isEmpty() ? "?" : "&");
        query.append(parameter.path("name").asText()).append('=').append(parameter.get("example"));
      }
    }
    return query.toString();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasExamplesThatAreTrue(Example example) throws Exception {
    HttpResponse<String> response = post(example.address(), example.body());
    JsonNode answer = MAPPER.readTree(response.body());

    assertThat(response.statusCode()).isEqualTo(example.status());
    assertThat(errors(example.schema(), answer)).isEmpty();
    assertThat(answer.equals(ApiDescriptionTest::compare, example.answer()))
        .as("%s, which should be %s", answer, example.answer())
        .isTrue();
  }

  /** Takes fractions that are as good as equal for equal. */
  private static int compare(JsonNode one, JsonNode other) {
    return one.isFloatingPointNumber()
            && other.isNumber()
            && Math.abs(one.doubleValue() - other.doubleValue()) < ROUNDING
        ? 0
        : one.equals(other) ? 0 : 1;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void takesBodiesThatItDescribes(Example example) throws IOException {
    String path = example.address().replaceAll("\\?.*", "");
    JsonNode post = API.path("paths").path(path).path("post");

    assertThat(errors(post.at("/requestBody/content/application~1json/schema"), example.body()))
        .isEmpty();
  }

  @Test
  void describesWhatTheModelSees() throws Exception {
    for (String path : List.of("/api/v1/digit", "/api/v1/read")) {
      JsonNode post = API.path("paths").path(path).path("post");
      JsonNode body = post.at("/requestBody/content/application~1json/examples").iterator().next();

      HttpResponse<String> response = post(path + "?seen=true", body.path("value"));

      assertThat(response.body()).contains("\"seen\"");
      assertThat(
              errors(
                  post.at("/responses/200/content/application~1json/schema"),
                  MAPPER.readTree(response.body())))
          .isEmpty();
    }
  }

  @Test
  void describesWhatIsToldWithoutABody() throws Exception {
    for (Map.Entry<String, JsonNode> path : API.path("paths").properties()) {
      JsonNode content = path.getValue().at("/get/responses/200/content");
      if (content.isMissingNode()) {
        continue;
      }
      HttpResponse<String> response = get(path.getKey());
      String type = content.fieldNames().next();

      assertThat(response.statusCode()).as(path.getKey()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
      if (type.equals(JSON)) {
        JsonNode answer = MAPPER.readTree(response.body());
        assertThat(errors(content.path(JSON).path("schema"), answer)).as(path.getKey()).isEmpty();
      }
    }
  }

  @Test
  void namesTheMediaTypesThatAreTaken() {
    for (JsonNode path : API.path("paths")) {
      path.at("/post/requestBody/content").fieldNames().forEachRemaining(Upload::requireType);
    }
  }

  @Test
  void answersProblemsAsDescribed() throws Exception {
    HttpResponse<String> response = post("/api/v1/digit", MAPPER.readTree("{\"strokes\":7}"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(errors(schema("Problem"), MAPPER.readTree(response.body()))).isEmpty();
  }

  @Test
  void showsRoutesAndProblemsOnAPageWithoutScriptOrStyleOfItsOwn() throws Exception {
    Document page = Jsoup.parse(get("/api").body(), ORIGIN + "/api");

    assertThat(page.select("h3").eachText()).containsAll(service.routes());
    for (Problem.Kind kind : Problem.Kind.values()) {
      assertThat(page.getElementById(kind.anchor())).as(kind.anchor()).isNotNull();
    }
    assertThat(page.select("style, [style], script:not([src])")).isEmpty();
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void leadsNowhereFromThePageThatIsNotThere() throws Exception {
    Document page = Jsoup.parse(get("/api").body(), ORIGIN + "/api");

    for (Element link : page.select("[href], [src]")) {
      String address = link.attr(link.hasAttr("href") ? "href" : "src");
      if (address.startsWith("#")) {
        assertThat(page.getElementById(address.substring(1))).as(address).isNotNull();
      } else {
        assertThat(get(uri("/api").resolve(address).getPath()).statusCode())
            .as(address)
            .isEqualTo(200);
      }
    }
  }

  private static JsonNode schema(String name) {
    return API.at("/components/schemas").path(name);
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? API.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** What in some JSON is not as a schema of the description has it. */
  private static List<?> errors(JsonNode schema, JsonNode json) throws IOException {
    // A schema alone looks for those that it refers to under another name.
    ObjectNode whole = MAPPER.createObjectNode();
    whole.set("$defs", API.at("/components/schemas"));
    whole.setAll((ObjectNode) schema);
    String text = whole.toString().replace("#/components/schemas/", "#/$defs/");
    return SCHEMAS.getSchema(MAPPER.readTree(text)).validate(json);
  }

  private static HttpResponse<String> post(String address, JsonNode body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(address))
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(address)).build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static URI uri(String address) {
    return URI.create("http://localhost:" + service.port() + address);
  }
}
