package io.github.inkling.service;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks for much and takes nothing of it. */
class SlowReaderTest {
  private static final int READERS = 100;
  private static final int REQUESTS = 400;

  @Test
  @Timeout(60)
  void whoDoesNotTakeTheAnswerIsGivenUpAndOthersAreAnswered() throws Exception {
    try (InklingService service = TestServices.start(TestServices.local())) {
      List<RawClient> readers = new ArrayList<>();
      try {
        String request = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (int i = 0; i < READERS; i++) {
          RawClient reader = new RawClient(service);
          reader.send(request.repeat(REQUESTS));
          readers.add(reader);
        }
        Thread.sleep(1000);

        try (RawClient other = new RawClient(service)) {
          other.get("/health/live").requireOk();
        }
      } finally {
        for (RawClient reader : readers) {
          reader.close();
        }
      }
    }
  }
}
