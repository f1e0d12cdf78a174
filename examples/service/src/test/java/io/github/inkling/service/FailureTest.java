package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fails, fails alone: it is answered and logged, and the service lives on. */
class FailureTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final byte[] GOOD = Bodies.seven("png");
  private static final byte[] POISON = poison();

  private final PrintStream console = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void catchLog() {
    System.setErr(new PrintStream(log, /* autoFlush= */ true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void releaseLog() {
    System.setErr(console);
  }

  private String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** A one. */
  private static byte[] poison() {
    BufferedImage image = new BufferedImage(40, 60, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 8; y < 52; y++) {
      for (int x = 18; x < 23; x++) {
        image.setRGB(x, y, 0xffffff);
      }
    }
    return Bodies.encode(image, "png");
  }

  static List<Throwable> failures() {
    return List.of(
        new IllegalStateException("secret"),
        new OutOfMemoryError("secret"),
        new StackOverflowError("secret"),
        new NoClassDefFoundError("secret/Class"),
        new AssertionError("secret"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aPictureThatFailsDoesNotFailTheOthers(Throwable failure) throws Exception {
    try (InklingService service =
            TestServices.start(
                TestServices.local(),
                ObstinateClassifier.failingAt(GrayImage.decode(POISON), failure));
        RawClient client = new RawClient(service)) {
      JsonNode digits =
          client
              .post("/api/v1/batch", Bodies.FORM, Bodies.form(GOOD, POISON, GOOD))
              .requireOk()
              .json()
              .path("digits");
      assertThat(digits.at("/0/label").asInt()).isEqualTo(7);
      assertThat(digits.at("/1/problem/status").asInt()).isEqualTo(500);
      assertThat(digits.at("/2/label").asInt()).isEqualTo(7);
      assertThat(digits.toString()).doesNotContain("secret");
      assertThat(logged()).contains("secret");

      assertThat(client.post(DIGIT, "image/png", POISON).requireProblem(500))
          .doesNotContain("secret");
      client.post(DIGIT, "image/png", GOOD).requireOk();
      assertThat(TestServices.bodiesInMemory(service)).isZero();
    }
  }

  @Test
  void digitsThatComeTogetherFailAlone() throws Exception {
    try (InklingService service =
        TestServices.start(
            TestServices.local(),
            ObstinateClassifier.failingAt(
                GrayImage.decode(POISON), new IllegalStateException("secret")))) {
      List<CompletableFuture<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        byte[] picture = i % 3 == 0 ? POISON : GOOD;
        replies.add(CompletableFuture.supplyAsync(() -> ask(service, picture)));
      }
      for (int i = 0; i < 24; i++) {
        Reply reply = replies.get(i).join();
        if (i % 3 == 0) {
          reply.requireProblem(500);
        } else {
          assertThat(reply.requireOk().json().path("label").asInt()).isEqualTo(7);
        }
      }
    }
  }

  private static Reply ask(InklingService service, byte[] picture) {
    try (RawClient client = new RawClient(service)) {
      return client.post(DIGIT, "image/png", picture);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aPageThatFailsIsAnsweredAndLogged(Throwable failure) throws Exception {
    try (InklingService service =
            TestServices.start(
                TestServices.local(),
                ObstinateClassifier.failingAt(GrayImage.decode(POISON), failure));
        RawClient client = new RawClient(service)) {
      // Its digit need not be cut out as the picture of one is, so that it may be read.
      Reply reply = client.post("/api/v1/read", "image/png", POISON);
      assertThat(reply.status()).isIn(200, 500);
      client.post("/api/v1/read", "image/png", GOOD).requireOk();
    }
  }

  @Test
  void anErrorOnAThreadOfTheServerIsAnsweredAndLogged() throws Exception {
    CompletableFuture<DigitRecognizer> poisoned =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<Void> thenAccept(Consumer<? super DigitRecognizer> action) {
            throw new OutOfMemoryError("secret");
          }
        };
    poisoned.complete(DigitRecognizer.pretrained());
    try (InklingService service = InklingService.start(TestServices.local(), poisoned);
        RawClient client = new RawClient(service)) {
      for (int i = 0; i < 50; i++) {
        assertThat(client.get("/api/v1/model").requireProblem(500)).doesNotContain("secret");
      }
      assertThat(logged()).contains("secret");
      client.post(DIGIT, "image/png", GOOD).requireOk();
    }
  }

  @Test
  void aModelThatCannotBeLoadedFailsWhatNeedsIt() throws Exception {
    CompletableFuture<DigitRecognizer> failed =
        CompletableFuture.failedFuture(new IOException("/secret/model: damaged"));
    try (InklingService service = InklingService.start(TestServices.local(), failed);
        RawClient client = new RawClient(service)) {
      client.post(DIGIT, "image/png", GOOD).requireProblem(500);
      client.post("/api/v1/read", "image/png", GOOD).requireProblem(500);
      client.post("/api/v1/batch", "image/png", GOOD).requireProblem(500);
      client.get("/api/v1/model").requireProblem(500);
      assertThat(client.get("/health/ready").status()).isEqualTo(503);
      client.get("/health/live").requireOk();
      client.get("/").requireOk();
    }
  }
}
