package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bodies that are not what they should be: each is refused with the reason. */
class BadBodyTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final String BATCH = "/api/v1/batch";

  private static InklingService service;
  private static InklingService small;

  @BeforeAll
  static void start() throws IOException {
    service = TestServices.shared();
    small = TestServices.start(TestServices.local().withLimits(TestServices.SMALL));
  }

  @AfterAll
  static void stop() {
    small.close();
  }

  @AfterEach
  void noBodyStaysInMemory() throws IOException {
    assertThat(TestServices.bodiesInMemory(service)).isZero();
    assertThat(TestServices.bodiesInMemory(small)).isZero();
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

  @TestFactory
  Stream<DynamicTest> brokenPicturesAreRefusedWithTheReason() {
    byte[] jpeg = Bodies.seven("jpeg");
    byte[] garbage = jpeg.clone();
    for (int i = 20; i < garbage.length; i++) {
      garbage[i] = (byte) (i * 31);
    }
    return Stream.of(
        refused("nothing", new byte[0], "empty"),
        refused("text", "seven".getBytes(StandardCharsets.UTF_8), "not a picture"),
        refused("zeros", new byte[1000], "not a picture"),
        refused("half a PNG", Bodies.half(Bodies.seven("png")), "cut off"),
        refused("half a JPEG", Bodies.half(jpeg), "JPEG"),
        refused("half a BMP", Bodies.half(Bodies.seven("bmp")), "cut off"),
        refused("half a TIFF", Bodies.half(Bodies.seven("tiff")), "TIFF"),
        refused("half a WebP", Bodies.half(Bodies.webp()), "cut off"),
        refused("a JPEG of garbage", garbage, "JPEG"),
        refused(
            "a PNG's signature",
            "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1),
            "PNG"),
        refused("GIF", "GIF89a............".getBytes(StandardCharsets.UTF_8), "GIF"),
        refused(
            "HEIC", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.UTF_8), "HEI"),
        refused(
            "SVG",
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
            "picture"),
        refused("PDF", "%PDF-1.7 ..............".getBytes(StandardCharsets.UTF_8), "picture"));
  }

  private static DynamicTest refused(String name, byte[] picture, String reason) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (RawClient client = new RawClient(service)) {
            for (String path : new String[] {DIGIT, "/api/v1/read"}) {
              assertThat(client.post(path, "image/png", picture).requireProblem(422))
                  .contains(reason);
            }
            JsonNode problem =
                client.post(BATCH, Bodies.FORM, Bodies.form(picture)).requireOk().json();
            assertThat(problem.at("/digits/0/problem/status").asInt()).isEqualTo(422);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> picturesThatWouldBecomeHugeAreRefusedByTheirHeaders() {
    return Stream.of(
        huge("a PNG of 20,000 x 20,000", Bodies.png(20_000, 20_000, 400_000_000)),
        huge("a PNG of 7,100 x 7,100", Bodies.png(7100, 7100, 7101 * 7100)),
        huge("a PNG of 2^31 - 1 squared", Bodies.png(Integer.MAX_VALUE, Integer.MAX_VALUE, 100)),
        huge("a PNG of 50 million x 1", Bodies.png(50_000_000, 1, 50_000_001)),
        huge("a PNG of no width", Bodies.png(0, 100, 100)),
        huge("a BMP", bmp(60_000, 60_000)),
        huge("an upside-down BMP", bmp(60_000, -60_000)),
        huge("a BMP of negative width", bmp(-10, 10)),
        huge("a BMP of the least height", bmp(1, Integer.MIN_VALUE)),
        huge("a TIFF", tiff(1 << 30, 1 << 30)),
        huge("a TIFF of 4 billion", tiff(-1, -1)),
        huge("a WebP", webp(16_383, 16_383)),
        huge("a JPEG", jpeg(65_500, 65_500)));
  }

  private static DynamicTest huge(String name, byte[] picture) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          assertThat(picture.length).isLessThan(500_000);
          try (RawClient client = new RawClient(service)) {
            long start = System.nanoTime();
            client.post(DIGIT, "application/octet-stream", picture).requireProblem(422);
            client.post("/api/v1/read", "application/octet-stream", picture).requireProblem(422);
            assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(1);
          }
        });
  }

  private static byte[] bmp(int width, int height) {
    byte[] bmp = Bodies.seven("bmp");
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
    return bmp;
  }

  private static byte[] tiff(int width, int height) {
    ByteBuffer out = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    out.put(Bodies.ascii("II*\0")).putInt(8).putShort((short) 2);
    out.putShort((short) 256).putShort((short) 4).putInt(1).putInt(width);
    out.putShort((short) 257).putShort((short) 4).putInt(1).putInt(height);
    return out.array();
  }

  private static byte[] webp(int width, int height) {
    byte[] webp = Bodies.webp();
    ByteBuffer.wrap(webp)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(26, (short) width)
        .putShort(28, (short) height);
    return webp;
  }

  private static byte[] jpeg(int width, int height) {
    byte[] jpeg = Bodies.seven("jpeg");
    for (int at = 0; at < jpeg.length; at++) {
      if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xc0) {
        ByteBuffer.wrap(jpeg).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return jpeg;
      }
    }
    throw new IllegalStateException("no start of frame");
  }

  @Test
  void manyPicturesAreTooLargeTogether() throws IOException {
    byte[] picture =
        Bodies.encode(new BufferedImage(600, 600, BufferedImage.TYPE_BYTE_GRAY), "png");
    try (RawClient client = new RawClient(small)) {
      client.post(BATCH, Bodies.FORM, Bodies.form(picture, picture)).requireOk();
      assertThat(
              client
                  .post(BATCH, Bodies.FORM, Bodies.form(picture, picture, picture))
                  .requireProblem(413))
          .contains("1,000,000 pixels together");
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
  void garbageInPlaceOfBase64IsRefused() throws IOException {
    try (RawClient client = new RawClient(service)) {
      for (String garbage : new String[] {"!", "A", "AAAA=", "AA=A", "\\u00e4\\u00e4", "AAA"}) {
        String json = "{\"digits\":[{\"image\":\"" + garbage + "\"}]}";
        assertThat(client.post(BATCH, json).requireProblem(400)).contains("Base64");
      }
      String picture = Base64.getEncoder().encodeToString(Bodies.seven("png"));
      JsonNode answer =
          client
              .post(BATCH, "{\"digits\":[{\"image\":\"" + picture + "\"},{\"image\":\"\"}]}")
              .requireOk()
              .json();
      assertThat(answer.at("/digits/0/label").asInt()).isEqualTo(7);
      assertThat(answer.at("/digits/1/problem/status").asInt()).isEqualTo(422);
      client.post(BATCH, "{\"digits\":[{\"image\":7}]}").requireProblem(400);
      client.post(BATCH, "{\"digits\":[{\"image\":\"\",\"strokes\":[]}]}").requireProblem(400);
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

  @TestFactory
  Stream<DynamicTest> formsThatAreNotFormsAreRefused() {
    String part = "Content-Disposition: form-data; name=\"f\"; filename=\"a.png\"\r\n";
    return Stream.of(
        form("no boundary", "multipart/form-data", "", 400),
        form("an empty boundary", "multipart/form-data; boundary=", "", 400),
        form("a quoted empty boundary", "multipart/form-data; boundary=\"\"", "", 400),
        form("half a quote", "multipart/form-data; boundary=\"x", "", 400),
        form("nothing", Bodies.FORM, "", 400),
        form("another boundary", Bodies.FORM, "--other\r\n" + part + "\r\nx\r\n--other--\r\n", 400),
        form("no end", Bodies.FORM, "--" + Bodies.BOUNDARY + "\r\n" + part + "\r\nx", 400),
        form("no part", Bodies.FORM, "--" + Bodies.BOUNDARY + "--\r\n", 400),
        form("no name", Bodies.FORM, one("Content-Type: image/png\r\n"), 422),
        form(
            "headers of 100 kB",
            Bodies.FORM,
            one(part + "X: " + "y".repeat(100_000) + "\r\n"),
            413),
        form("10,000 headers", Bodies.FORM, one(part + "X: y\r\n".repeat(10_000)), 413),
        form("a name of 100 kB", Bodies.FORM, one(part.replace("a.png", "a".repeat(100_000))), 413),
        form("a path for a name", Bodies.FORM, one(part.replace("a.png", "../../etc/passwd")), 422),
        form("a null in the name", Bodies.FORM, one(part.replace("a.png", "a\0.png")), 400),
        form(
            "an odd charset",
            Bodies.FORM,
            one(part + "Content-Type: text/plain; charset=x\r\n"),
            422),
        form(
            "an odd encoding",
            Bodies.FORM,
            one(part + "Content-Transfer-Encoding: base64\r\n"),
            422),
        form(
            "a field that is no file",
            Bodies.FORM,
            one("Content-Disposition: form-data; name=\"f\"\r\n"),
            422));
  }

  private static String one(String headers) {
    return "--%s\r\n%s\r\nx\r\n--%s--\r\n".formatted(Bodies.BOUNDARY, headers, Bodies.BOUNDARY);
  }

  private static DynamicTest form(String name, String type, String body, int status) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (RawClient client = new RawClient(service)) {
            byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
            client.post(DIGIT, type, bytes).requireProblem(status);
            client.post("/api/v1/read", type, bytes).requireProblem(status);
            Reply batch = client.post(BATCH, type, bytes);
            if (status == 422) {
              assertThat(batch.requireOk().json().at("/digits/0/problem/status").asInt())
                  .isEqualTo(422);
            } else {
              batch.requireProblem(status);
            }
          }
        });
  }

  @Test
  void aFormOf10000PartsIsRefused() throws IOException {
    byte[][] files = new byte[10_000][1];
    try (RawClient client = new RawClient(service)) {
      assertThat(client.post(BATCH, Bodies.FORM, Bodies.form(files)).requireProblem(413))
          .contains("256");
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
