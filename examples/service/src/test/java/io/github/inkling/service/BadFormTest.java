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

/** Forms that are not what they should be: each is refused with the reason. */
@ExtendWith(BodiesAreLetGo.class)
class BadFormTest {
  private static final String DIGIT = "/api/v1/digit";
  private static final String BATCH = "/api/v1/batch";

  private static InklingService service;

  @BeforeAll
  static void start() throws IOException {
    service = TestServices.shared();
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
}
