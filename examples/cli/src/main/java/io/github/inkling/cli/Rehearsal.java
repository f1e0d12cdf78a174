package io.github.inkling.cli;

import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.service.InklingService;
import io.github.inkling.service.ServiceSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/**
 * Does once what people wait for at a start, so that the launcher can have Java archive the classes
 * that it takes: a picture is read, and the service answers.
 */
final class Rehearsal {
  private static final String DIGIT = "{\"strokes\": [[[0, 0], [60, 0], [20, 100]]]}";

  private Rehearsal() {}

  /** Ends with an error if something cannot be done, and there is no archive then. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (Main.run(Terminal.ofProcess(), args) != 0) {
      throw new IllegalStateException("the picture could not be read");
    }
    try (InklingService service =
        InklingService.start(
            ServiceSettings.local(/* port= */ 0),
            CompletableFuture.completedFuture(DigitRecognizer.pretrained()))) {
      URI address = URI.create("http://localhost:" + service.port() + "/api/v1/read?seen=true");
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(DIGIT))
                  .build(),
              BodyHandlers.ofString());
    }
  }
}
