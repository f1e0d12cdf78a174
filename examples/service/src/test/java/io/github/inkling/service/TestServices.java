package io.github.inkling.service;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Services on free ports of this machine. */
final class TestServices {
  static final String BODIES = "inkling_bodies_bytes";

  static final String TOKEN = "0123456789abcdef-test";

  /** Small enough to be reached by a test. */
  static final Limits SMALL =
      new Limits(
          /* bodyBytes= */ 100_000,
          /* bodiesBytes= */ 300_000,
          /* bodyTime= */ Duration.ofSeconds(1),
          /* picturePixels= */ 1_000_000,
          /* connections= */ 1000,
          /* waitingDigits= */ 256,
          /* waitingPictures= */ 16,
          /* batchDigits= */ 20,
          /* collected= */ 3);

  private static InklingService shared;
  private static InklingService small;

  private TestServices() {}

  /** One that all tests share which leave it as it was. */
  static synchronized InklingService shared() throws IOException {
    if (shared == null) {
      shared = start(local());
    }
    return shared;
  }

  /** One with small limits that all tests share which leave it as it was. */
  static synchronized InklingService small() throws IOException {
    if (small == null) {
      small = start(local().withLimits(SMALL));
    }
    return small;
  }

  static ServiceSettings local() {
    return ServiceSettings.local(/* port= */ 0);
  }

  static InklingService start(ServiceSettings settings) throws IOException {
    return start(settings, DigitRecognizer.pretrained());
  }

  static InklingService start(ServiceSettings settings, DigitRecognizer recognizer)
      throws IOException {
    return InklingService.start(settings, CompletableFuture.completedFuture(recognizer));
  }

  /** The bytes of bodies that stay in memory: a request is over a moment after its answer. */
  static double bodiesInMemory(InklingService service) throws IOException, InterruptedException {
    double bytes = metric(service, BODIES);
    for (int i = 0; i < 100 && bytes > 0; i++) {
      Thread.sleep(50);
      bytes = metric(service, BODIES);
    }
    return bytes;
  }

  /** Waits until bodies of so many bytes have come. */
  static void awaitBodiesInMemory(InklingService service, int bytes)
      throws IOException, InterruptedException {
    while (metric(service, BODIES) < bytes) {
      Thread.sleep(10);
    }
  }

  /** A number among the metrics. */
  static double metric(InklingService service, String name) throws IOException {
    return metric(service.port(), name);
  }

  static double metric(int port, String name) throws IOException {
    try (RawClient client = new RawClient(port)) {
      return client
          .get("/metrics")
          .text()
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
          .findFirst()
          .orElseThrow();
    }
  }
}
