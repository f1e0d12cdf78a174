package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies of a kind, in a coding or with a query that are not taken, and those that are. */
@ExtendWith(BodiesAreLetGo.class)
class BadBodyTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final String BATCH = "/api/v1/batch";

  private static InklingService service;
  private static InklingService small;

  @BeforeAll
  static void start() throws IOException {
    service = TestServices.shared();
    small = TestServices.small();
  }

  @Test
  void allFormsOfADigitAreRead() throws IOException {
    try (RawClient client = new RawClient(service)) {
      for (String format : new String[] {"png", "jpeg", "bmp", "tiff"}) {
        Reply reply = client.post(DIGIT, "image/" + format, Bodies.seven(format)).requireOk();
        assertThat(reply.json().path("label").asInt()).as(format).isEqualTo(7);
      }
      assertThat(client.post(DIGIT, "image/webp", Bodies.webp()).json().path("label").asInt())
          .isEqualTo(7);
      assertThat(client.post(DIGIT, Bodies.SEVEN).json().path("label").asInt()).isEqualTo(7);
      assertThat(
              client
                  .post(DIGIT, Bodies.FORM, Bodies.form(Bodies.seven("png")))
                  .json()
                  .path("label")
                  .asInt())
          .isEqualTo(7);
    }
  }

  @Test
  void aTypeThatIsNotReadIsNamed() throws IOException {
    try (RawClient client = new RawClient(service)) {
      byte[] body = Bodies.seven("png");

      assertThat(client.post(DIGIT, "image/gif", body).requireProblem(415)).contains("image/gif");
      assertThat(client.post(DIGIT, "text/html", body).requireProblem(415)).contains("text/html");
      assertThat(client.post(DIGIT, "*/*", body).requireProblem(415)).contains("*/*");
      assertThat(client.post(DIGIT, "<script>\u00e4", body).requireProblem(415)).contains("?");
      assertThat(client.post(DIGIT, "", body).requireProblem(415)).contains("missing");
      assertThat(client.ask("POST", DIGIT, "", body).requireProblem(415)).contains("missing");
    }
  }

  @Test
  void whatIsCompressedIsNotReadSinceItCouldBecomeAnything() throws IOException {
    try (RawClient client = new RawClient(service)) {
      for (String encoding : new String[] {"gzip", "br", "deflate", "identity, gzip", "x"}) {
        String headers = "Content-Type: application/json\r\nContent-Encoding: " + encoding + "\r\n";
        assertThat(client.ask("POST", DIGIT, headers, new byte[100]).requireProblem(415))
            .contains(encoding);
      }
      client
          .ask(
              "POST",
              DIGIT,
              "Content-Type: application/json\r\nContent-Encoding: identity\r\n",
              Bodies.SEVEN.getBytes(StandardCharsets.UTF_8))
          .requireOk();
    }
  }

  @Test
  void moreDigitsThanABatchHasAreRefused() throws IOException {
    byte[][] files = new byte[21][];
    java.util.Arrays.fill(files, Bodies.seven("png"));
    try (RawClient client = new RawClient(small)) {
      assertThat(client.post(BATCH, Bodies.FORM, Bodies.form(files)).requireProblem(413))
          .contains("20");
      String drawn = "{\"digits\":[" + (Bodies.SEVEN + ",").repeat(20) + Bodies.SEVEN + "]}";
      assertThat(client.post(BATCH, drawn).requireProblem(413)).contains("20");
      assertThat(client.post(DIGIT, Bodies.FORM, Bodies.form(files)).requireProblem(413))
          .contains("1");
    }
  }

  @Test
  void oddQueriesAreRefused() throws IOException {
    try (RawClient client = new RawClient(service)) {
      for (String query :
          new String[] {"seen=1", "seen=", "seen", "seen=%zz", "x=%ff", "seen=TRUE&seen=x"}) {
        assertThat(client.post(DIGIT + "?" + query, Bodies.SEVEN).status())
            .as(query)
            .isEqualTo(400);
      }
      client.post(DIGIT + "?other=%00&&=&seen=true&seen=false", Bodies.SEVEN).requireOk();
    }
  }
}
