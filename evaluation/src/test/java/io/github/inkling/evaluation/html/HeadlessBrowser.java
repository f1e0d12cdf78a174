package io.github.inkling.evaluation.html;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium without a window, driven by the WebDriver protocol. Tests without it are skipped. */
final class HeadlessBrowser implements AutoCloseable {
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final URI address;
  private String session = "";

  private HeadlessBrowser(Process driver, URI address) {
    this.driver = driver;
    this.address = address;
  }

  /** Opens a page of a file in a window of so many pixels. */
  static HeadlessBrowser open(Path page, Path profile, int width) throws IOException {
    String browser = installed("chromium");
    Process driver =
        new ProcessBuilder(installed("chromedriver"), "--port=0").redirectErrorStream(true).start();
    HeadlessBrowser opened = null;
    try {
      opened = new HeadlessBrowser(driver, URI.create("http://localhost:" + port(driver)));
      opened.start(browser, profile, width);
      opened.post("/url", Map.of("url", page.toUri().toString()));
      return opened;
    } catch (IOException e) {
      driver.destroy();
      return abort("Chromium does not start here: " + e.getMessage());
    }
  }

  /** What a script returns. */
  JsonNode run(String script) throws IOException {
    return post("/execute/sync", Map.of("script", script, "args", List.of()));
  }

  /** What the page wrote to the console since it was asked last. */
  List<String> console() throws IOException {
    List<String> messages = new ArrayList<>();
    post("/se/log", Map.of("type", "browser"))
        .forEach(entry -> messages.add(entry.get("message").asText()));
    return messages;
  }

  /** Every address that a page asked for, its own among them, those of data within it left out. */
  List<String> requests(Path page) throws IOException {
    List<String> addresses = new ArrayList<>();
    for (JsonNode entry : post("/se/log", Map.of("type", "performance"))) {
      JsonNode message = json.readTree(entry.get("message").asText()).get("message");
      String url = message.at("/params/request/url").asText();
      // The browser's own first page asks for much.
      if (message.get("method").asText().equals("Network.requestWillBeSent")
          && message.at("/params/documentURL").asText().equals(page.toUri().toString())
          && !url.startsWith("data:")) {
        addresses.add(url);
      }
    }
    return addresses;
  }

  @Override
  public void close() throws IOException {
    try {
      send("DELETE", session, "");
    } finally {
      driver.destroy();
      try {
        driver.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void start(String browser, Path profile, int width) throws IOException {
    List<String> arguments =
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--window-size=" + width + ",900",
            "--user-data-dir=" + profile);
    Map<String, Object> wanted =
        Map.of(
            "goog:chromeOptions",
            Map.of("binary", browser, "args", arguments),
            "goog:loggingPrefs",
            Map.of("browser", "ALL", "performance", "ALL"));
    JsonNode created = post("/session", Map.of("capabilities", Map.of("alwaysMatch", wanted)));
    session = "/session/" + created.get("sessionId").asText();
  }

  private JsonNode post(String path, Map<String, Object> body) throws IOException {
    return send("POST", session + path, json.writeValueAsString(body));
  }

  private JsonNode send(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      JsonNode value =
          json.readTree(http.send(request, BodyHandlers.ofString()).body()).get("value");
      if (value.has("error")) {
        throw new IOException(value.get("message").asText());
      }
      return value;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static int port(Process driver) throws IOException {
    BufferedReader output = driver.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher matcher = STARTED.matcher(line);
      if (matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new IOException("chromedriver ended without a word");
  }

  private static String installed(String program) {
    List<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, program))
            .filter(Files::isExecutable)
            .toList();
    assumeTrue(!found.isEmpty(), program + " is not installed: the page is not tried in a browser");
    return found.get(0).toString();
  }
}
