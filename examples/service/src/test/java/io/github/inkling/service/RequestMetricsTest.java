package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
  @Test
  void whateverIsAskedForTheNumberOfSeriesIsBounded() throws IOException {
    try (InklingService service = TestServices.start(TestServices.local());
        RawClient client = new RawClient(service)) {
      long before = ask(client, 0);

      assertThat(ask(client, 1000)).isEqualTo(before);
      assertThat(client.get("/metrics").text())
          .contains("route=\"other\"", "route=\"/api/v1/digit\"", "jvm_memory_used_bytes")
          .doesNotContainIgnoringCase("zebra");
    }
  }

  private static long ask(RawClient client, int from) throws IOException {
    for (int i = from; i < from + 300; i++) {
      client.get("/zebra" + i);
      client.get("/api/v1/zebra" + i + "?zebra=" + i);
      client.ask("ZEBRA" + i, "/api/v1/digit", "User-Agent: zebra" + i + "\r\n", new byte[0]);
      client.post("/api/v1/digit?zebra=" + i, "image/zebra" + i, new byte[0]);
    }
    client.post("/api/v1/digit", Bodies.SEVEN).requireOk();
    client.get("/metrics").requireOk();
    return client
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("inkling_"))
        .count();
  }
}
