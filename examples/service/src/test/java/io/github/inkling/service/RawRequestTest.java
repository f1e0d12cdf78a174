package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What no browser would send. */
class RawRequestTest {
  private static final String GET = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static InklingService service;

  @BeforeAll
  static void start() throws IOException {
    service = TestServices.shared();
  }

  @TestFactory
  Stream<DynamicTest> brokenRequestsAreRefusedWithAProblem() {
    String huge = "x".repeat(20_000);
    return Stream.of(
        refused("no request", "hello\r\n\r\n", 400),
        refused(
            "TLS",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
            400),
        refused("no path", "GET\r\n\r\n", 400),
        refused("no version", "GET /\r\n\r\n", 505),
        refused("version 0.9", "GET / HTTP/0.9\r\n\r\n", 505),
        refused("version 3.0", "GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505),
        refused("version 9.9", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505),
        refused("no host", "GET / HTTP/1.1\r\n\r\n", 400),
        refused("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        refused("bad host", "GET / HTTP/1.1\r\nHost: a b/c:d\r\n\r\n", 400),
        refused("a space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
        refused("a folded header", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", 400),
        refused("a null in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: b\u0000c\r\n\r\n", 400),
        refused("a null in the path", "GET /a\u0000b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        refused("a header without name", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400),
        refused("a long header", "GET / HTTP/1.1\r\nHost: a\r\nX: " + huge + "\r\n\r\n", 431),
        refused(
            "many headers",
            "GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(5000) + "\r\n",
            431),
        refused("a long address", "GET /" + huge + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        refused("a long method", huge + " / HTTP/1.1\r\nHost: a\r\n\r\n", 431),
        refused("a bad escape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        refused("half an escape", "GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        refused(
            "length and chunks",
            post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
            400),
        refused(
            "chunks and length",
            post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n",
            400),
        refused("two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n") + "hello", 400),
        refused("a list of lengths", post("Content-Length: 5, 6\r\n") + "hello", 400),
        refused("a negative length", post("Content-Length: -1\r\n"), 400),
        refused("a signed length", post("Content-Length: +5\r\n") + "hello", 400),
        refused(
            "a length beyond all numbers", post("Content-Length: 99999999999999999999\r\n"), 400),
        refused("a length that is no number", post("Content-Length: five\r\n"), 400),
        refused(
            "chunked twice", post("Transfer-Encoding: chunked, chunked\r\n") + "0\r\n\r\n", 400),
        refused(
            "chunked, but not last",
            post("Transfer-Encoding: chunked, gzip\r\n") + "0\r\n\r\n",
            400),
        refused("an unknown coding", post("Transfer-Encoding: xchunked\r\n") + "0\r\n\r\n", 400),
        refused(
            "a chunk of no length",
            post("Transfer-Encoding: chunked\r\n") + "zz\r\nhello\r\n0\r\n\r\n",
            400),
        refused(
            "a chunk of endless length",
            post("Transfer-Encoding: chunked\r\n") + "ffffffffffffffff\r\nhello",
            400),
        refused("HTTP/2 without upgrade", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400));
  }

  private static String post(String headers) {
    return "POST /api/v1/digit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + headers
        + "\r\n";
  }

  private static DynamicTest refused(String name, String request, int status) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (RawClient client = new RawClient(service)) {
            client.send(request).reply().requireProblem(status);
            assertThat(client.isClosed()).isTrue();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> nothingIsAtOddPaths() {
    return Stream.of(
            "/..",
            "/../pom.xml",
            "/api/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..%2f..%2fetc/passwd",
            "/..%5c..%5cwindows",
            "/.%00/index.html",
            "/index.html%00.png",
            "/;/index.html",
            "/index.html;a=b",
            "/..;/index.html",
            "//index.html",
            "///etc/passwd",
            "/./index.html",
            "/%2findex.html",
            "/index.html/",
            "/index.html/..",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/InklingService.class",
            "/api/v1/digit;a=b",
            "/api/v1;/digit",
            "/api//v1/digit",
            "/api/v1%2fdigit",
            "/API/V1/DIGIT",
            "/api/v1/nothing",
            "/api/v2/digit",
            "/nothing?x=%3Cscript%3E",
            "/%C3%A4",
            "/%ff%fe",
            "/%u0041",
            "http://example.org/nothing",
            "*")
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      try (RawClient client = new RawClient(service)) {
                        Reply reply =
                            client
                                .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .reply();
                        assertThat(reply.status()).as(reply.text()).isIn(400, 404);
                        reply.requireProblem(reply.status());
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> otherMethodsAreNotAllowed() {
    return Stream.of("GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "FOO")
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method,
                    () -> {
                      try (RawClient client = new RawClient(service)) {
                        Reply reply =
                            client.ask(
                                method,
                                "/api/v1/digit",
                                "Cookie: secret=1\r\nX-Secret: 2\r\n",
                                new byte[0]);
                        assertThat(reply.status()).isIn(405, 501);
                        if (reply.status() == 405) {
                          assertThat(reply.header("Allow")).isEqualTo("POST");
                        }
                        if (!method.equals("HEAD")) {
                          reply.requireProblem(reply.status());
                        }
                        reply.requireSafe();
                        assertThat(reply.text()).doesNotContain("ecret");
                        client.get("/health/live").requireOk();
                      }
                    }));
  }

  @Test
  void aTunnelIsNotOpened() throws IOException {
    try (RawClient client = new RawClient(service)) {
      Reply reply =
          client.send("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n").reply();

      assertThat(reply.status()).isBetween(400, 501);
      reply.requireProblem(reply.status());
    }
  }

  @Test
  void requestsInARowAreAnsweredInTheirOrder() throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.send(
          GET
              + "POST /api/v1/digit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + Bodies.SEVEN.length()
              + "\r\n\r\n"
              + Bodies.SEVEN
              + "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"
              + GET);

      assertThat(client.reply().requireOk().json().path("status").asText()).isEqualTo("up");
      assertThat(client.reply().requireOk().json().path("label").asInt()).isEqualTo(7);
      client.reply().requireProblem(404);
      client.reply().requireOk();
    }
  }

  @Test
  void aBodyThatNobodyReadsIsNotTakenForARequest() throws IOException {
    String smuggled = "GET /api/v1/model HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (RawClient client = new RawClient(service)) {
      client.send(
          "POST /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: "
              + smuggled.length()
              + "\r\n\r\n"
              + smuggled
              + GET);

      client.reply().requireProblem(404);
      assertThat(client.reply().requireOk().text()).isEqualTo("{\"status\":\"up\"}");
    }
  }

  @Test
  void aWebSocketIsNotOpened() throws IOException {
    for (String path : new String[] {"/", "/api/v1/digit", "/nothing"}) {
      try (RawClient client = new RawClient(service)) {
        Reply reply =
            client.ask(
                "GET",
                path,
                Bodies.lines(
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
                new byte[0]);

        assertThat(reply.status()).isNotEqualTo(101);
        reply.requireSafe();
      }
    }
  }

  @Test
  void anUpgradeToHttp2IsNotTaken() throws IOException {
    try (RawClient client = new RawClient(service)) {
      Reply reply =
          client.ask(
              "GET",
              "/health/live",
              Bodies.lines(
                  "Connection: Upgrade, HTTP2-Settings",
                  "Upgrade: h2c",
                  "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"),
              new byte[0]);

      reply.requireOk();
    }
  }

  @Test
  void aHeadHasTheHeadersOfAGetAndNoBody() throws IOException {
    try (RawClient client = new RawClient(service)) {
      for (String path : new String[] {"/", "/health/live", "/api/v1/service"}) {
        Reply head = client.ask("HEAD", path, "", new byte[0]);

        assertThat(head.status()).isEqualTo(200);
        head.requireSafe();
      }
      client.get("/").requireOk();
    }
  }

  @Test
  void anAbsoluteAddressIsAnsweredAsItsPath() throws IOException {
    try (RawClient client = new RawClient(service)) {
      client
          .send("GET http://example.org/health/live HTTP/1.1\r\nHost: example.org\r\n\r\n")
          .reply()
          .requireOk();
    }
  }

  @Test
  void oldClientsAreAnsweredAndClosed() throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.send("GET /health/live HTTP/1.0\r\n\r\n").reply().requireOk();

      assertThat(client.isClosed()).isTrue();
    }
  }
}
