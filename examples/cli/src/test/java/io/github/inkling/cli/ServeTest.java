package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServeTest {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
  private static final String SEVEN = "{\"strokes\": [[[0, 0], [60, 0], [40, 50], [20, 100]]]}";

  @TempDir private Path folder;

  @Test
  void itAnswersUntilItIsStopped() throws Exception {
    StringWriter out = new StringWriter();
    Thread serving = serve(out, "--port", "0", "--collect", folder.resolve("kept").toString());
    try {
      String address = address(out);

      assertThat(post(address + "/api/v1/digit").body()).contains("\"label\":7");
      assertThat(post(address + "/api/v1/corrections?label=1").statusCode()).isEqualTo(201);
      assertThat(folder.resolve("kept/1")).isNotEmptyDirectory();
      assertThat(out.toString()).contains("kept");
    } finally {
      serving.interrupt();
      serving.join();
    }
  }

  @Test
  void aTokenComesFromAFile() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");
    StringWriter out = new StringWriter();
    Thread serving = serve(out, "--port", "0", "--token-file", token.toString());
    try {
      assertThat(post(address(out) + "/api/v1/digit").statusCode()).isEqualTo(401);
    } finally {
      serving.interrupt();
      serving.join();
    }
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Invocation run = Invocation.of("serve", "--port", taken.getLocalPort());

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.errors())
          .singleElement()
          .asString()
          .contains("--port", "" + taken.getLocalPort());
    }
  }

  @Test
  void whatCannotBeServedIsToldInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no model");
    Path shortToken = Files.writeString(folder.resolve("token"), "short");

    failsWith("file", "--port", "0", "--model", file);
    failsWith("no such file", "--port", "0", "--model", folder.resolve("missing.inkling"));
    failsWith("16 to 512", "--port", "0", "--token-file", shortToken);
    failsWith("missing", "--port", "0", "--token-file", folder.resolve("missing"));
    failsWith("0..65535, not 70000", "--port", "70000");
    failsWith("origin", "--port", "0", "--origin", "example.org");
    failsWith("requestsPerMinute", "--port", "0", "--rate", "-1");
    failsWith("file", "--port", "0", "--collect", file);
    failsWith("no.such.host.invalid", "--port", "0", "--host", "no.such.host.invalid");
  }

  private static void failsWith(String words, Object... options) {
    Object[] arguments = new Object[options.length + 1];
    arguments[0] = "serve";
    System.arraycopy(options, 0, arguments, 1, options.length);

    Invocation run = Invocation.of(arguments);

    assertThat(run.exit()).as("%s: %s", words, run.err()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().contains(words);
    assertThat(run.err()).doesNotContain("\tat ", "Exception");
  }

  private static Thread serve(StringWriter out, String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "serve";
    System.arraycopy(options, 0, args, 1, options.length);
    Thread serving =
        new Thread(
            () ->
                Main.run(
                    Terminal.plain(new PrintWriter(out), new PrintWriter(new StringWriter())),
                    args));
    serving.start();
    return serving;
  }

  private static String address(StringWriter out) throws InterruptedException {
    while (true) {
      Matcher matcher = ADDRESS.matcher(out.toString());
      if (out.toString().contains("Stop it") && matcher.find()) {
        return matcher.group();
      }
      Thread.sleep(20);
    }
  }

  private static HttpResponse<String> post(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(SEVEN))
                .build(),
            BodyHandlers.ofString());
  }
}
