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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures that are not what they should be: each is refused with the reason. */
@ExtendWith(BodiesAreLetGo.class)
class BadPictureTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final String BATCH = "/api/v1/batch";

  private static InklingService service;
  private static InklingService small;

  @BeforeAll
  static void start() throws IOException {
    service = TestServices.shared();
    small = TestServices.small();
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
}
