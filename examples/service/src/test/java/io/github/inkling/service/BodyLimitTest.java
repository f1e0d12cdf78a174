package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies that are too large, too slow, or never come. */
class BodyLimitTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final String HEAD =
      "POST /api/v1/digit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Waits for bodies for so long that whoever does something at once is long done. */
  private static final Limits PATIENT =
      new Limits(100_000, 300_000, PATIENCE, 1_000_000, 1000, 256, 16, 20, 3);

  private static InklingService service;

  @BeforeAll
  static void start() throws IOException {
    service = TestServices.start(TestServices.local().withLimits(TestServices.SMALL));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @AfterEach
  void noBodyStaysInMemory() throws Exception {
    assertThat(TestServices.bodiesInMemory(service)).isZero();
  }

  @Test
  void aBodyThatIsAnnouncedAsTooLargeIsRefusedUnread() throws IOException {
    try (RawClient client = new RawClient(service)) {
      Reply reply = client.send(HEAD + "Content-Length: 2000000000\r\n\r\n").reply();

      assertThat(reply.requireProblem(413)).contains("2,000,000,000", "100,000");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void whoAsksWhetherToSendATooLargeBodyIsToldNotTo() throws IOException {
    try (RawClient client = new RawClient(service)) {
      client
          .send(HEAD + "Expect: 100-continue\r\nContent-Length: 100001\r\n\r\n")
          .reply()
          .requireProblem(413);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void whoAsksWhetherToSendABodyOfAnUnknownTypeIsToldNotTo() throws IOException {
    try (RawClient client = new RawClient(service)) {
      client
          .send(HEAD.replace("application/json", "text/html"))
          .send("Expect: 100-continue\r\nContent-Length: 10\r\n\r\n")
          .reply()
          .requireProblem(415);
    }
  }

  @Test
  void whoAsksWhetherToSendABodyIsToldTo() throws IOException {
    try (RawClient client = new RawClient(service)) {
      String length = "Content-Length: " + Bodies.SEVEN.length() + "\r\n\r\n";
      assertThat(client.send(HEAD + "Expect: 100-continue\r\n" + length).reply().status())
          .isEqualTo(100);
      client.send(Bodies.SEVEN).reply().requireOk();
    }
  }

  @Test
  void anUnknownExpectationIsRefused() throws IOException {
    try (RawClient client = new RawClient(service)) {
      Reply reply = client.send(HEAD + "Expect: wonders\r\nContent-Length: 0\r\n\r\n").reply();

      assertThat(reply.status()).isBetween(400, 417);
      reply.requireProblem(reply.status());
    }
  }

  @Test
  void aBodyInChunksIsRefusedAfterSoManyBytes() throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "2710\r\n" + "[".repeat(10_000) + "\r\n";
      for (int i = 0; i < 11; i++) {
        client.send(chunk);
      }

      assertThat(client.reply().requireProblem(413)).contains("100,000");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void aBodyInChunksIsRead() throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      for (char part : Bodies.SEVEN.toCharArray()) {
        client.send("1\r\n" + part + "\r\n");
      }

      assertThat(client.send("0\r\n\r\n").reply().requireOk().json().path("label").asInt())
          .isEqualTo(7);
    }
  }

  @Test
  void theLargestBodyIsRead() throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.post(DIGIT, Bodies.SEVEN + " ".repeat(100_000 - Bodies.SEVEN.length())).requireOk();
      client
          .post(DIGIT, Bodies.SEVEN + " ".repeat(100_001 - Bodies.SEVEN.length()))
          .requireProblem(413);
    }
  }

  @Test
  void aBodyThatComesTooSlowlyIsGivenUp() throws Exception {
    try (RawClient client = new RawClient(service)) {
      client.send(HEAD + "Content-Length: 1000\r\n\r\n");
      long start = System.nanoTime();
      for (int i = 0; i < 8; i++) {
        client.send(" ");
        Thread.sleep(100);
      }

      assertThat(client.reply().requireProblem(408)).contains("within 1.0 seconds");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void slowClientsDoNotKeepOthersWaiting() throws Exception {
    List<RawClient> slow = new ArrayList<>();
    try (InklingService patient = TestServices.start(TestServices.local().withLimits(PATIENT))) {
      for (int i = 0; i < 200; i++) {
        slow.add(new RawClient(patient).send(HEAD + "Content-Length: 1000\r\n\r\n["));
      }
      int threads = Thread.activeCount();
      long start = System.nanoTime();
      try (RawClient quick = new RawClient(patient)) {
        for (int i = 0; i < 10; i++) {
          quick.post(DIGIT, Bodies.SEVEN).requireOk();
        }
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.dividedBy(2));
      assertThat(threads).isLessThan(100);
    } finally {
      for (RawClient client : slow) {
        client.close();
      }
    }
  }

  @Test
  void slowHeadersAreGivenUp() throws Exception {
    try (RawClient client = new RawClient(service)) {
      long start = System.nanoTime();
      boolean isClosed = false;
      client.send("GET / HTTP/1.1\r\nHost: a\r\nX: ");
      while (!isClosed && System.nanoTime() - start < PATIENCE.toNanos()) {
        try {
          // A byte now and then keeps a connection from being idle.
          client.send("y");
          isClosed = client.isClosedWithin(300);
        } catch (IOException e) {
          isClosed = true;
        }
      }
      assertThat(isClosed).isTrue();
    }
  }

  @Test
  void connectionsOnWhichNothingComesAreClosed() throws IOException {
    try (RawClient silent = new RawClient(service);
        RawClient kept = new RawClient(service)) {
      kept.get("/health/live").requireOk();

      assertThat(silent.isClosed()).isTrue();
      assertThat(kept.isClosed()).isTrue();
    }
  }

  @Test
  void bodiesThatAreCutOffAreForgotten() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (RawClient client = new RawClient(service)) {
        client.send(HEAD + "Content-Length: 50000\r\n\r\n" + " ".repeat(40_000));
        if (i % 2 == 0) {
          client.abort();
        } else {
          client.end().reply().requireProblem(400);
        }
      }
    }
    try (RawClient client = new RawClient(service)) {
      client.post(DIGIT, Bodies.SEVEN).requireOk();
    }
  }

  @Test
  void largeBodiesTogetherAreBounded() throws Exception {
    List<RawClient> large = new ArrayList<>();
    try (InklingService patient = TestServices.start(TestServices.local().withLimits(PATIENT))) {
      for (int i = 1; i <= 3; i++) {
        large.add(sendMostOfALargeBody(patient));
        TestServices.awaitBodiesInMemory(patient, i * 89_000);
      }
      for (int i = 0; i < 2; i++) {
        try (RawClient refused = sendMostOfALargeBody(patient)) {
          Reply reply = refused.reply();
          reply.requireProblem(503);
          assertThat(reply.header("Retry-After")).isEqualTo("1");
          assertThat(TestServices.metric(patient, TestServices.BODIES)).isEqualTo(3 * 89_000);
        }
      }
      for (RawClient client : large) {
        client.send(" ".repeat(1000)).reply().requireProblem(400);
      }
    } finally {
      for (RawClient client : large) {
        client.close();
      }
    }
  }

  private static RawClient sendMostOfALargeBody(InklingService service) throws IOException {
    return new RawClient(service)
        .send(HEAD + "Content-Length: 90000\r\n\r\n")
        .send(" ".repeat(89_000));
  }

  @Test
  void whereThereAreAsManyConnectionsAsMayBeThoseThatDoNothingAreClosed() throws Exception {
    Limits few =
        new Limits(
            100_000, 300_000, Duration.ofSeconds(15), 1_000_000, /* connections= */ 10, 9, 9, 9, 9);
    List<RawClient> idle = new ArrayList<>();
    try (InklingService narrow = TestServices.start(TestServices.local().withLimits(few))) {
      for (int i = 0; i < 30; i++) {
        idle.add(new RawClient(narrow));
      }
      try (RawClient client = new RawClient(narrow)) {
        client.post(DIGIT, Bodies.SEVEN).requireOk();
      }
    } finally {
      for (RawClient client : idle) {
        client.close();
      }
    }
  }
}
