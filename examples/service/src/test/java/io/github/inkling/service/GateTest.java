package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, from where, and how often. */
class GateTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final byte[] NOTHING = new byte[0];

  @Test
  void onlyThisMachineCanReachItUnlessToldOtherwise() throws IOException {
    InklingService service = TestServices.shared();
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThat(canConnect(address, service.port())).as("%s", address).isFalse();
        }
      }
    }
    assertThat(canConnect(InetAddress.getLoopbackAddress(), service.port())).isTrue();
  }

  private static boolean canConnect(InetAddress address, int port) {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aTokenIsAskedForByTheApiAndTheMetricsAlone() throws IOException {
    try (InklingService service = secret();
        RawClient client = new RawClient(service)) {
      for (String path : List.of("/api/v1/model", "/api/v1/service", "/metrics")) {
        Reply refused = client.get(path);
        assertThat(refused.requireProblem(401)).contains("token");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        client.ask("GET", path, authorization("Bearer " + TestServices.TOKEN), NOTHING).requireOk();
      }
      client.post(DIGIT, Bodies.SEVEN).requireProblem(401);
      client.get("/health/live").requireOk();
      client.get("/health/ready").requireOk();
      client.get("/").requireOk();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Bearer 0123456789abcdef-tes",
        "Bearer 0123456789abcdef-test2",
        "Bearer 0123456789ABCDEF-TEST",
        "Bearer 0123456789abcdef-test,x",
        "Basic 0123456789abcdef-test",
        "0123456789abcdef-test",
        "Bearer0123456789abcdef-test"
      })
  void aWrongTokenIsRefused(String shown) throws IOException {
    try (InklingService service = secret();
        RawClient client = new RawClient(service)) {
      client.ask("GET", "/api/v1/model", authorization(shown), NOTHING).requireProblem(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
  void theSchemeMayBeWrittenInAnyCase(String scheme) throws IOException {
    try (InklingService service = secret();
        RawClient client = new RawClient(service)) {
      client
          .ask("GET", "/api/v1/model", authorization(scheme + TestServices.TOKEN), NOTHING)
          .requireOk();
    }
  }

  @Test
  void aBodyIsNotReadBeforeTheTokenIsSeen() throws IOException {
    try (InklingService service = secret();
        RawClient client = new RawClient(service)) {
      client
          .send(
              Bodies.lines(
                  "POST /api/v1/digit HTTP/1.1",
                  "Host: a",
                  "Content-Type: image/png",
                  "Expect: 100-continue",
                  "Content-Length: 10000",
                  ""))
          .reply()
          .requireProblem(401);
    }
  }

  @Test
  void noOtherWayOfWritingAPathOrMethodGoesAroundTheToken() throws IOException {
    List<String> paths =
        List.of(
            "/API/V1/model",
            "/Api/v1/Model",
            "/api/V1/model",
            "//api/v1/model",
            "/api//v1/model",
            "/api/v1//model",
            "/api/v1/model/",
            "/api/v1/model//",
            "/api/v1%2fmodel",
            "/api%2fv1%2fmodel",
            "/%61pi/v1/model",
            "/api/v1/%6dodel",
            "/api/v1/./model",
            "/./api/v1/model",
            "/x/../api/v1/model",
            "/api/v1;x/model",
            "/api;x/v1/model",
            "/;/api/v1/model",
            "/api/v1/model;x",
            "/api\\v1\\model",
            "/api/v1/model%20",
            "/api/v1/model%00",
            "/api/v1/model.json",
            "/metrics/",
            "/METRICS",
            "//metrics",
            "/%6detrics",
            "/metrics;x",
            "/metrics%2f",
            "/./metrics",
            "http://localhost/api/v1/model",
            "http://localhost/metrics",
            "http://localhost//api/v1/model");
    try (InklingService service = secret()) {
      for (String path : paths) {
        for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "TRACE", "get", "FOO")) {
          try (RawClient client = new RawClient(service)) {
            Reply reply = client.ask(method, path, "", NOTHING);
            assertThat(reply.status()).as(method + " " + path).isGreaterThanOrEqualTo(400);
            assertThat(reply.text()).doesNotContain("mnist").doesNotContain("jvm_");
          }
        }
      }
      try (RawClient client = new RawClient(service)) {
        for (String header :
            List.of("X-HTTP-Method-Override: GET", "X-Original-URL: /health/live")) {
          client.ask("GET", "/api/v1/model", header + "\r\n", NOTHING).requireProblem(401);
        }
        client.ask("HEAD", "/api/v1/model", "", NOTHING);
      }
    }
  }

  @Test
  void anAddressThatAsksTooOftenIsSlowedDownAndNoOther() throws IOException {
    try (InklingService service =
        TestServices.start(TestServices.local().withRequestsPerMinute(5))) {
      for (int i = 0; i < 5; i++) {
        try (RawClient client = new RawClient(service)) {
          client.get("/api/v1/service").requireOk();
        }
      }
      try (RawClient client = new RawClient(service);
          RawClient other = new RawClient(service, "127.0.0.2")) {
        Reply refused = client.get("/api/v1/service");
        assertThat(refused.requireProblem(429)).contains("5 requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 12);
        client.post(DIGIT, Bodies.SEVEN).requireProblem(429);
        client
            .ask("GET", "/api/v1/service", "X-Forwarded-For: 10.1.1.1\r\n", NOTHING)
            .requireProblem(429);
        client
            .ask("GET", "/api/v1/service", "Forwarded: for=10.1.1.1\r\n", NOTHING)
            .requireProblem(429);
        other.get("/api/v1/service").requireOk();
        client.get("/health/live").requireOk();
        client.get("/").requireOk();
      }
    }
  }

  @Test
  void guessingTokensIsSlowedDown() throws IOException {
    try (InklingService service =
            TestServices.start(
                TestServices.local().withToken(TestServices.TOKEN).withRequestsPerMinute(5));
        RawClient client = new RawClient(service)) {
      for (int i = 0; i < 5; i++) {
        client
            .ask("GET", "/api/v1/model", authorization("Bearer guess" + i), NOTHING)
            .requireProblem(401);
      }
      client
          .ask("GET", "/api/v1/model", authorization("Bearer " + TestServices.TOKEN), NOTHING)
          .requireProblem(429);
    }
  }

  @Test
  void behindAProxyTheLastAddressThatWasForwardedCounts() throws IOException {
    try (InklingService service =
            TestServices.start(TestServices.local().withProxy().withRequestsPerMinute(3));
        RawClient proxy = new RawClient(service)) {
      for (int i = 0; i < 3; i++) {
        // What a client writes itself, the proxy puts the client's address behind.
        forwarded(proxy, "X-Forwarded-For: 10.0.0." + i + ", 192.0.2.1\r\n").requireOk();
      }
      forwarded(proxy, "X-Forwarded-For: 10.0.0.9, 192.0.2.1\r\n").requireProblem(429);
      forwarded(proxy, "X-Forwarded-For: 10.0.0.9\r\nX-Forwarded-For: 192.0.2.1\r\n")
          .requireProblem(429);
      forwarded(proxy, "X-Forwarded-For:192.0.2.1\r\nForwarded: for=10.0.0.7\r\n")
          .requireProblem(429);
      forwarded(proxy, "X-Forwarded-For: 192.0.2.1, 10.0.0.9\r\n").requireOk();
    }
  }

  @Test
  void behindAProxyANetworkOfIpv6IsOneClient() throws IOException {
    try (InklingService service =
            TestServices.start(TestServices.local().withProxy().withRequestsPerMinute(2));
        RawClient proxy = new RawClient(service)) {
      forwarded(proxy, "X-Forwarded-For: 2001:db8:1:2::1\r\n").requireOk();
      forwarded(proxy, "X-Forwarded-For: 2001:db8:1:2:ffff::7\r\n").requireOk();
      forwarded(proxy, "X-Forwarded-For: [2001:db8:1:2:3:4:5:6]\r\n");
      forwarded(proxy, "X-Forwarded-For: 2001:db8:1:2:3:4:5:6\r\n").requireProblem(429);
      forwarded(proxy, "X-Forwarded-For: 2001:db8:1:3::1\r\n").requireOk();
    }
  }

  @Test
  void behindAProxyWhatIsNoAddressIsNotBelieved() throws IOException {
    try (InklingService service =
            TestServices.start(TestServices.local().withProxy().withRequestsPerMinute(3));
        RawClient proxy = new RawClient(service)) {
      forwarded(proxy, "").requireOk();
      forwarded(proxy, "X-Forwarded-For: example.org\r\n").requireOk();
      forwarded(proxy, "X-Forwarded-For: \r\n").requireOk();
      forwarded(proxy, "X-Forwarded-For: unknown" + "x".repeat(1000) + "\r\n").requireProblem(429);
    }
  }

  private static Reply forwarded(RawClient proxy, String headers) throws IOException {
    return proxy.ask("GET", "/api/v1/service", headers, NOTHING);
  }

  private static InklingService secret() throws IOException {
    return TestServices.start(TestServices.local().withToken(TestServices.TOKEN));
  }

  private static String authorization(String value) {
    return "Authorization: " + value + "\r\n";
  }
}
