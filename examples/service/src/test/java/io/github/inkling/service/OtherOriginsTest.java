package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages of other origins (CORS): those that are named may ask, and no others. */
class OtherOriginsTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final String FRIEND = "https://example.org";
  private static final byte[] SEVEN = Bodies.SEVEN.getBytes(StandardCharsets.UTF_8);

  private static InklingService service;

  @BeforeAll
  static void start() throws IOException {
    service =
        TestServices.start(
            TestServices.local()
                .withToken(TestServices.TOKEN)
                .withOrigins(List.of(FRIEND, "http://localhost:3000")));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void withoutOriginsNothingIsSaidAboutThem() throws IOException {
    try (RawClient client = new RawClient(TestServices.shared())) {
      Reply reply =
          client.ask("POST", DIGIT, from(FRIEND) + "Content-Type: application/json\r\n", SEVEN);
      reply.requireProblem(403);
      requireNoPermission(reply);
      Reply preflight = client.ask("OPTIONS", DIGIT, from(FRIEND) + preflight(), new byte[0]);
      preflight.requireProblem(405);
      requireNoPermission(preflight);
    }
  }

  @Test
  void aNamedOriginMayAsk() throws IOException {
    try (RawClient client = new RawClient(service)) {
      for (String origin : List.of(FRIEND, "http://localhost:3000")) {
        Reply reply =
            client
                .ask(
                    "POST",
                    DIGIT,
                    from(origin)
                        + "Content-Type: application/json\r\nAuthorization: Bearer "
                        + TestServices.TOKEN
                        + "\r\n",
                    SEVEN)
                .requireOk();
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(reply.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(reply.header("Access-Control-Expose-Headers")).contains("Retry-After");
        assertThat(reply.header("Vary")).contains("Origin");
      }
    }
  }

  @Test
  void aNamedOriginSeesWhyItIsRefused() throws IOException {
    try (RawClient client = new RawClient(service)) {
      Reply reply = client.ask("GET", "/api/v1/model", from(FRIEND), new byte[0]);

      reply.requireProblem(401);
      assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    }
  }

  @Test
  void aNamedOriginIsToldBeforeThatItMayAsk() throws IOException {
    try (RawClient client = new RawClient(service)) {
      Reply reply = client.ask("OPTIONS", DIGIT, from(FRIEND) + preflight(), new byte[0]);

      assertThat(reply.requireOk().header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
      assertThat(reply.header("Access-Control-Allow-Methods")).contains("POST");
      assertThat(reply.header("Access-Control-Allow-Headers"))
          .containsIgnoringCase("content-type")
          .containsIgnoringCase("authorization");
    }
  }

  @Test
  void noOtherOriginMayAsk() throws IOException {
    for (String origin :
        List.of(
            "https://example.com",
            "http://example.org",
            "https://example.org:8443",
            "https://sub.example.org",
            "https://example.org.evil.com",
            "https://evil.com/https://example.org",
            "https://exampleXorg",
            "null",
            "a:b",
            "mailto:x",
            "https://",
            "*",
            "<script>",
            "https://evil.com, https://evil.org")) {
      try (RawClient client = new RawClient(service)) {
        Reply reply =
            client.ask(
                "POST",
                DIGIT,
                from(origin)
                    + "Content-Type: application/json\r\nAuthorization: Bearer "
                    + TestServices.TOKEN
                    + "\r\n",
                SEVEN);
        reply.requireProblem(403);
        requireNoPermission(reply);
        Reply preflight = client.ask("OPTIONS", DIGIT, from(origin) + preflight(), new byte[0]);
        assertThat(preflight.status()).isLessThan(500);
        requireNoPermission(preflight.requireSafe());
      }
    }
  }

  /** A form needs no permission of the browser's, and changes what is kept all the same. */
  @Test
  void thePageItselfMayAskAndStrangersNamesForThisMachineMayNot() throws IOException {
    InklingService own = TestServices.shared();
    String json = "Content-Type: application/json\r\n";
    try (RawClient client = new RawClient(own)) {
      client.ask("POST", DIGIT, from("http://localhost") + json, SEVEN).requireOk();
      client
          .send("GET /api/v1/service HTTP/1.1\r\nHost: evil.example:8080\r\n\r\n")
          .reply()
          .requireProblem(403);
      for (String host : List.of("localhost:1", "127.0.0.1", "[::1]:8080", "LOCALHOST")) {
        client
            .send("GET /api/v1/service HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
            .reply()
            .requireOk();
      }
    }
  }

  private static void requireNoPermission(Reply reply) {
    assertThat(reply.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
  }

  private static String from(String origin) {
    return "Origin: " + origin + "\r\n";
  }

  private static String preflight() {
    return Bodies.lines(
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: authorization,content-type");
  }
}
