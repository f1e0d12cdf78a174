package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** JSON and strokes that are not what they should be: each is refused with the reason. */
@ExtendWith(BodiesAreLetGo.class)
class BadJsonTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final String BATCH = "/api/v1/batch";

  private static InklingService service;

  @BeforeAll
  static void start() throws IOException {
    service = TestServices.shared();
  }

  @TestFactory
  Stream<DynamicTest> jsonThatIsNotWhatItShouldBeIsRefused() {
    return Stream.of(
            "",
            "null",
            "7",
            "\"strokes\"",
            "[]",
            "{",
            "{}",
            "{\"strokes\":[[[1,2]",
            "{\"strokes\":null}",
            "{\"strokes\":{}}",
            "{\"strokes\":[1]}",
            "{\"strokes\":[[1]]}",
            "{\"strokes\":[[[1]]]}",
            "{\"strokes\":[[[]]]}",
            "{\"strokes\":[[[1,2,3]]]}",
            "{\"strokes\":[[[1,2,-0.1]]]}",
            "{\"strokes\":[[[1,2,0.5,4]]]}",
            "{\"strokes\":[[[\"1\",2]]]}",
            "{\"strokes\":[[[true,2]]]}",
            "{\"strokes\":[[[null,2]]]}",
            "{\"strokes\":[[[[1],2]]]}",
            "{\"strokes\":[[[NaN,2]]]}",
            "{\"strokes\":[[[Infinity,2]]]}",
            "{\"strokes\":[[[-Infinity,2]]]}",
            "{\"strokes\":[[[1e999,2]]]}",
            "{\"strokes\":[[[-1e999,2]]]}",
            "{\"strokes\":[[[1e7,2]]]}",
            "{\"strokes\":[[[1,1e999999999999]]]}",
            "{\"strokes\":[[[01,2]]]}",
            "{\"strokes\":[[[.5,2]]]}",
            "{\"strokes\":[[[0x10,2]]]}",
            "{\"strokes\":[[[" + "9".repeat(1000) + ",2]]]}",
            "{\"strokes\":[[[1,2]]],\"pen\":0}",
            "{\"strokes\":[[[1,2]]],\"pen\":-3}",
            "{\"strokes\":[[[1,2]]],\"pen\":\"3\"}",
            "{\"strokes\":[[[1,2]]],\"pen\":null}",
            "{\"strokes\":[[[1,2]]],\"pen\":1e999}",
            "{\"strokes\":[[[1,2]]],\"strokes\":[[[1,2]]]}",
            "{\"strokes\":[[[1,2]]],\"colour\":1}",
            "{\"strokes\":[[[1,2]]],\"" + "n".repeat(100_000) + "\":1}",
            "{\"image\":\"AAAA\"}",
            "{\"strokes\":[[[1,2]]]} {}",
            "{\"strokes\":[[[1,2]]]}]",
            "{\"strokes\":[[[1,2]]],}",
            "{'strokes':[[[1,2]]]}",
            "{strokes:[[[1,2]]]}",
            "{\"strokes\":[[[1,2]]] /* why */}",
            "[".repeat(100_000),
            "{\"strokes\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
            "{\"a\":".repeat(50_000),
            "{\"str\u0000okes\":[]}",
            "{\"\\ud800\":[]}",
            "\u0000",
            "<strokes/>",
            "${jndi:ldap://x}")
        .map(
            json ->
                DynamicTest.dynamicTest(
                    "JSON: " + json.substring(0, Math.min(50, json.length())),
                    () -> {
                      try (RawClient client = new RawClient(service)) {
                        client.post(DIGIT, json).requireProblem(400);
                        client.post("/api/v1/read", json).requireProblem(400);
                        client.post(BATCH, json).requireProblem(400);
                        client.post(BATCH, "{\"digits\":[" + json + ",7]}").requireProblem(400);
                      }
                    }));
  }

  @Test
  void invalidUtf8IsRefused() throws IOException {
    try (RawClient client = new RawClient(service)) {
      for (int[] wrong : new int[][] {{0xff}, {0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xf5, 0x80}}) {
        byte[] body = "{\"__________\":1}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < wrong.length; i++) {
          body[3 + i] = (byte) wrong[i];
        }
        client.post(DIGIT, "application/json", body).requireProblem(400);
      }
    }
  }

  @Test
  void anUnknownCharsetIsNoReasonToRefuseJson() throws IOException {
    try (RawClient client = new RawClient(service)) {
      for (String charset : new String[] {"x", "", "\"", "utf-16", "\u00e4", "UTF-8"}) {
        byte[] body = Bodies.SEVEN.getBytes(StandardCharsets.UTF_8);
        for (String path : new String[] {DIGIT, "/api/v1/read"}) {
          client
              .post(path + "?seen=true&x=%C3%A4", "application/json; charset=" + charset, body)
              .requireOk();
          client.post(path + "?seen=true", "application/json; charset" + charset, body).requireOk();
        }
      }
    }
  }

  @Test
  void whatIsQuotedFromABodyIsAnsweredInUtf8() throws IOException {
    try (RawClient client = new RawClient(service)) {
      assertThat(client.post(DIGIT, "{\"stri\u010de\":1}").requireProblem(400))
          .contains("stri\u010de");
    }
  }

  @Test
  void strokesAndPointsAreLimited() throws IOException {
    try (RawClient client = new RawClient(service)) {
      assertThat(client.post(DIGIT, strokes(1000, 1)).status()).isEqualTo(200);
      assertThat(client.post(DIGIT, strokes(1001, 1)).requireProblem(413))
          .contains("1,000 strokes");
      assertThat(client.post(DIGIT, strokes(1, 20_000)).status()).isEqualTo(200);
      assertThat(client.post(DIGIT, strokes(1, 20_001)).requireProblem(413))
          .contains("20,000 points");
      assertThat(
              client
                  .post(
                      BATCH, "{\"digits\":[%s,%s]}".formatted(strokes(1, 15_000), strokes(1, 5001)))
                  .requireProblem(413))
          .contains("20,000 points");
    }
  }

  private static String strokes(int strokes, int points) {
    String stroke = "[" + "[1,2],".repeat(points - 1) + "[50,60]]";
    return "{\"strokes\":[" + (stroke + ",").repeat(strokes - 1) + stroke + "]}";
  }

  @Test
  void oddStrokesAreAnswered() throws IOException {
    try (RawClient client = new RawClient(service)) {
      for (String strokes :
          new String[] {
            "[]",
            "[[]]",
            "[[],[]]",
            "[[[0,0]]]",
            "[[[-0.0,0]]]",
            "[[[1e6,1e6],[-1e6,-1e6]]]",
            "[[[0,0],[4.9e-324,0]]]",
            "[[[0,0],[1e-310,1e-310]]]",
            "[[[1000000,1],[1000000,1.0000000000000002]]]",
            "[[[1,2,0],[1,2,1]]]"
          }) {
        for (String pen : new String[] {"", ",\"pen\":4.9e-324", ",\"pen\":1e6", ",\"pen\":1e-9"}) {
          String json = "{\"strokes\":" + strokes + pen + "}";
          client.post(DIGIT + "?seen=true", json).requireOk();
          client.post("/api/v1/read?seen=true", json).requireOk();
          client.post(BATCH + "?seen=true", "{\"digits\":[" + json + "]}").requireOk();
        }
      }
    }
  }
}
