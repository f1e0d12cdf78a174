package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More than can be done at a time, and an end while something is being done. */
@Timeout(180)
class SaturationTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final String READ = "/api/v1/read";
  private static final String BATCH = "/api/v1/batch";
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final CountDownLatch permission = new CountDownLatch(1);
  private final Semaphore inWork = new Semaphore(0);
  private final ExecutorService clients = Executors.newCachedThreadPool();

  @AfterEach
  void stopClients() {
    permission.countDown();
    clients.shutdownNow();
  }

  private InklingService startWaiting() throws IOException {
    Limits tight =
        new Limits(
            1_000_000,
            10_000_000,
            Duration.ofSeconds(5),
            50_000_000,
            1000,
            /* waitingDigits= */ 3,
            /* waitingPictures= */ 2,
            16,
            9);
    return TestServices.start(
        TestServices.local().withLimits(tight), ObstinateClassifier.waitingFor(permission, inWork));
  }

  private CompletableFuture<Reply> ask(InklingService service, String path) {
    String body = path.startsWith(BATCH) ? "{\"digits\":[" + Bodies.SEVEN + "]}" : Bodies.SEVEN;
    return CompletableFuture.supplyAsync(
        () -> {
          try (RawClient client = new RawClient(service)) {
            return client.post(path, body);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        clients);
  }

  private static void await(InklingService service, String metric, int value) throws Exception {
    while (TestServices.metric(service, metric) < value) {
      Thread.sleep(10);
    }
  }

  @Test
  void moreDigitsThanMayWaitAreToldToComeAgain() throws Exception {
    try (InklingService service = startWaiting()) {
      List<CompletableFuture<Reply>> accepted = new ArrayList<>();
      accepted.add(ask(service, DIGIT));
      inWork.acquire();
      for (int i = 0; i < 3; i++) {
        accepted.add(ask(service, DIGIT));
      }
      await(service, "inkling_digits_waiting", 3);
      for (int i = 0; i < 20; i++) {
        Reply refused = ask(service, DIGIT).get(60, TimeUnit.SECONDS);
        refused.requireProblem(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
      }
      assertThat(TestServices.metric(service, "inkling_digits_waiting")).isEqualTo(3);
      try (RawClient client = new RawClient(service)) {
        client.get("/health/ready").requireOk();
        client.get("/").requireOk();
      }

      permission.countDown();
      for (CompletableFuture<Reply> reply : accepted) {
        assertThat(reply.join().requireOk().json().path("label").asInt()).isEqualTo(7);
      }
      ask(service, DIGIT).join().requireOk();
      assertThat(TestServices.bodiesInMemory(service)).isZero();
    }
  }

  @Test
  void morePagesThanMayWaitAreToldToComeAgain() throws Exception {
    try (InklingService service = startWaiting()) {
      List<CompletableFuture<Reply>> accepted = new ArrayList<>();
      for (int i = 0; i < CORES; i++) {
        accepted.add(ask(service, i % 2 == 0 ? READ : BATCH));
        inWork.acquire();
      }
      accepted.add(ask(service, READ));
      accepted.add(ask(service, BATCH));
      await(service, "inkling_pictures_waiting", 2);
      for (int i = 0; i < 20; i++) {
        Reply refused = ask(service, i % 2 == 0 ? READ : BATCH).get(60, TimeUnit.SECONDS);
        refused.requireProblem(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
      }

      permission.countDown();
      for (CompletableFuture<Reply> reply : accepted) {
        reply.join().requireOk();
      }
      ask(service, READ).join().requireOk();
    }
  }

  @Test
  void whatIsInWorkIsStillAnsweredWhenTheServiceStops() throws Exception {
    InklingService service = startWaiting();
    try (RawClient kept = new RawClient(service);
        RawClient other = new RawClient(service);
        RawClient half = new RawClient(service)) {
      kept.get("/health/ready").requireOk();
      other.get("/health/ready").requireOk();
      half.send(
          "POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + Bodies.SEVEN.length()
              + "\r\n\r\n"
              + Bodies.SEVEN.substring(0, 10));
      CompletableFuture<Reply> digit = ask(service, DIGIT);
      CompletableFuture<Reply> page = ask(service, READ);
      inWork.acquire(2);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(service::close, clients);
      awaitRefusal(service);

      Reply ready = kept.get("/health/ready");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.text()).isEqualTo("{\"status\":\"stopping\"}");
      Reply refused = other.post(DIGIT, Bodies.SEVEN);
      refused.requireProblem(503);
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(closing).isNotDone();
      half.send(Bodies.SEVEN.substring(10));
      permission.countDown();

      assertThat(digit.join().requireOk().json().path("label").asInt()).isEqualTo(7);
      page.join().requireOk();
      half.reply().requireOk();
      closing.get(60, TimeUnit.SECONDS);
    }
  }

  private static void awaitRefusal(InklingService service) throws Exception {
    while (true) {
      try {
        new RawClient(service).close();
        Thread.sleep(10);
      } catch (ConnectException e) {
        return;
      }
    }
  }

  @Test
  void aServiceCanBeStoppedWhileItsModelIsBeingLoaded() throws Exception {
    CompletableFuture<DigitRecognizer> never = new CompletableFuture<>();
    InklingService service = InklingService.start(TestServices.local(), never);
    try (RawClient client = new RawClient(service)) {
      assertThat(client.get("/health/ready").text()).isEqualTo("{\"status\":\"loading\"}");
      client.get("/").requireOk();
    }
    CompletableFuture.runAsync(service::close, clients).get(60, TimeUnit.SECONDS);
  }

  @Test
  void digitsWaitForAModelThatIsBeingLoaded() throws Exception {
    CompletableFuture<DigitRecognizer> loading = new CompletableFuture<>();
    try (InklingService service = InklingService.start(TestServices.local(), loading)) {
      List<CompletableFuture<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        replies.add(ask(service, DIGIT + "?seen=true"));
      }
      replies.add(ask(service, READ + "?seen=true"));
      replies.add(ask(service, BATCH + "?seen=true"));
      await(service, "inkling_digits_waiting", 1);
      try (RawClient client = new RawClient(service)) {
        client.get("/health/live").requireOk();
      }
      loading.complete(DigitRecognizer.pretrained());

      for (CompletableFuture<Reply> reply : replies) {
        assertThat(reply.join().requireOk().text()).contains("\"seen\"");
      }
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    ServiceSettings taken = ServiceSettings.local(TestServices.shared().port());
    assertThat(
            CompletableFuture.supplyAsync(
                    () -> {
                      try {
                        InklingService.start(taken, new CompletableFuture<>()).close();
                        return "it started";
                      } catch (IOException e) {
                        return e.getMessage();
                      }
                    },
                    clients)
                .get(60, TimeUnit.SECONDS))
        .contains("port " + taken.port());
  }
}
