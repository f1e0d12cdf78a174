package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A great many requests that are nearly right: none is answered 500, and nothing is left of them.
 */
class FuzzTest {
  private static final int BODIES = 90_000;
  private static final int TEXTS = 10_000;
  private static final int CONNECTIONS = 4;
  private static final int TURNS = 25;
  private static final long SEED = 20_261_126;

  private static final String DIGIT = "/api/v1/digit";
  private static final String READ = "/api/v1/read";
  private static final String BATCH = "/api/v1/batch";
  private static final Set<Integer> EXPECTED = Set.of(200, 400, 413, 415, 422, 503);

  private static final List<String> WORDS =
      List.of(
          "\r\n",
          "\r\n\r\n",
          "\0",
          "%00",
          "%2e",
          "%2f",
          "..",
          "//",
          ";x=y",
          "?seen=true",
          " HTTP/1.1",
          " HTTP/1.0",
          "Host: b\r\n",
          "Content-Length: 5\r\n",
          "Content-Length: -1\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Transfer-Encoding: identity\r\n",
          "Content-Encoding: gzip\r\n",
          "Content-Type: multipart/form-data\r\n",
          "Connection: close\r\n",
          "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n",
          "Expect: 100-continue\r\n",
          "Authorization: Bearer x\r\n",
          "Origin: a:b\r\n",
          "Accept: text/html\r\n",
          "Range: bytes=0-1\r\n",
          "If-None-Match: *\r\n",
          "Cookie: a=b\r\n",
          "0\r\n\r\n",
          "ffffffff\r\n");

  /** What is sent where. */
  private static final class Form {
    private final String path;
    private final String type;
    private final byte[] body;

    Form(String path, String type, byte[] body) {
      this.path = path;
      this.type = type;
      this.body = body;
    }
  }

  private final List<Form> forms = forms();
  private final List<byte[]> texts = texts();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

  @TempDir private Path folder;

  @Test
  void whateverComesTheServiceGoesOnAsBefore() throws Exception {
    try (OtherService service = OtherService.start(folder.resolve("log.txt"))) {
      fuzz(service, BODIES / 20, TEXTS / 20, SEED + 1);
      String answer = seven(service.port());
      double threads = TestServices.metric(service.port(), "jvm_threads_live_threads");
      long memory = service.memory();

      fuzz(service, BODIES, TEXTS, SEED);

      assertThat(seven(service.port())).isEqualTo(answer).contains("\"label\":7");
      assertThat(TestServices.metric(service.port(), "inkling_bodies_bytes")).isZero();
      assertThat(TestServices.metric(service.port(), "jvm_threads_live_threads"))
          .isLessThanOrEqualTo(threads + 8);
      assertThat((service.memory() - memory) / 1_000_000).as("megabytes").isLessThan(200);
      // Most is refused, but not all of it at the first look.
      assertThat(statuses).containsKeys(200, 400, 422);
    }
  }

  private static String seven(int port) throws IOException {
    try (RawClient client = new RawClient(port)) {
      return client.post(DIGIT, "image/png", Bodies.seven("png")).requireOk().text();
    }
  }

  private void fuzz(OtherService service, int bodies, int texts, long seed) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        Random random = new Random(seed * CONNECTIONS + i);
        tasks.add(
            () -> {
              // By turns, so that connections that stay have broken ones beside them all the time.
              for (int turn = 0; turn < TURNS; turn++) {
                sendBodies(service, bodies / CONNECTIONS / TURNS, random);
                sendTexts(service.port(), texts / CONNECTIONS / TURNS, random);
              }
              return null;
            });
      }
      for (Future<Void> done : clients.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  /** Bodies that are broken, over connections that stay. */
  private void sendBodies(OtherService service, int count, Random random) throws IOException {
    Mutator mutator = new Mutator(random, List.of());
    RawClient client = new RawClient(service.port());
    try {
      for (int i = 0; i < count; i++) {
        Form form = forms.get(random.nextInt(forms.size()));
        byte[] body = mutator.mutate(form.body);
        if (form.type.equals("image/png") && random.nextBoolean()) {
          Mutator.repairPngChecksums(body);
        }
        // Pages take the longest.
        String path = random.nextInt(200) == 0 ? READ : form.path;
        Reply reply;
        try {
          reply = client.post(path, form.type, body);
        } catch (IOException e) {
          String sent = Base64.getEncoder().encodeToString(body);
          throw new IOException(
              "%s %s was not answered: %s%n%s".formatted(path, form.type, sent, service.state()),
              e);
        }
        check(reply, () -> path + " " + form.type, body);
        if ("close".equals(reply.header("Connection"))) {
          client.close();
          client = new RawClient(service.port());
        }
      }
    } finally {
      client.close();
    }
  }

  private interface Name {
    String get();
  }

  private void check(Reply reply, Name name, byte[] body) {
    statuses.merge(reply.status(), 1, Integer::sum);
    if (!EXPECTED.contains(reply.status())) {
      throw new AssertionError(
          "%s was answered %d %s: %s"
              .formatted(
                  name.get(),
                  reply.status(),
                  reply.text(),
                  Base64.getEncoder().encodeToString(body)));
    }
    if (reply.status() >= 400) {
      reply.requireProblem(reply.status());
    }
  }

  private static List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (String format : List.of("png", "png", "png", "png", "jpeg", "tiff", "bmp")) {
      forms.add(new Form(DIGIT, "image/" + format, Bodies.seven(format)));
    }
    byte[] png = Bodies.seven("png");
    byte[] webp = Bodies.webp();
    forms.add(new Form(DIGIT, "image/webp", webp));
    forms.add(new Form(DIGIT, "application/json", Bodies.SEVEN.getBytes(StandardCharsets.UTF_8)));
    forms.add(new Form(DIGIT, Bodies.FORM, Bodies.form(png)));
    forms.add(new Form(BATCH, Bodies.FORM, Bodies.form(png, webp)));
    String batch =
        "{\"digits\":[%s,{\"image\":\"%s\"}]}"
            .formatted(Bodies.SEVEN, Base64.getEncoder().encodeToString(png));
    forms.add(new Form(BATCH, "application/json", batch.getBytes(StandardCharsets.UTF_8)));
    return forms;
  }

  /** Requests that are broken, each over a connection of its own, since it hardly outlives them. */
  private void sendTexts(int port, int count, Random random) throws IOException {
    Mutator mutator = new Mutator(random, WORDS);
    for (int i = 0; i < count; i++) {
      byte[] text = mutator.mutate(texts.get(random.nextInt(texts.size())));
      try (RawClient client = new RawClient(port)) {
        String answer;
        try {
          answer = client.send(text).end().rest();
        } catch (IOException e) {
          // It was closed before all of it was read.
          continue;
        }
        if (answer.contains("HTTP/1.1 500") || answer.contains("Exception")) {
          throw new AssertionError(new String(text, StandardCharsets.ISO_8859_1) + "\n" + answer);
        }
      }
    }
  }

  private static List<byte[]> texts() {
    String seven =
        Bodies.lines(
            "POST /api/v1/digit?seen=false HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json; charset=utf-8");
    String length = "Content-Length: " + Bodies.SEVEN.length() + "\r\n\r\n" + Bodies.SEVEN;
    String get = "GET /api/v1/service HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n";
    return List.of(
        Bodies.ascii(get),
        Bodies.ascii("HEAD / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n"),
        Bodies.ascii("GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n" + get),
        Bodies.ascii(seven + length),
        Bodies.ascii(seven + length + get),
        Bodies.ascii(
            seven
                + "Transfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(Bodies.SEVEN.length())
                + "\r\n"
                + Bodies.SEVEN
                + "\r\n0\r\nTrailer: x\r\n\r\n"));
  }
}
