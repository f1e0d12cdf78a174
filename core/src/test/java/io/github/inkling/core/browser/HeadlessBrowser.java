package io.github.inkling.core.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/**
 * Chromium without a window. Where it is not installed, tests that need it are skipped and say so;
 * where the environment variable {@code INKLING_BROWSER} is {@code required}, they fail.
 */
public final class HeadlessBrowser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChromeDriver driver;

  private HeadlessBrowser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Opens a browser.
   *
   * @param profile a folder of its own, which need not exist
   * @param width of the page in pixels
   * @param height of the page in pixels
   */
  public static HeadlessBrowser open(Path profile, int width, int height) throws IOException {
    Path browser = installed("chromium");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(installed("chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
    try {
      HeadlessBrowser opened = new HeadlessBrowser(new ChromeDriver(service, options));
      opened.resize(width, height);
      return opened;
    } catch (SessionNotCreatedException e) {
      throw missing("Chromium does not start here: " + e.getRawMessage());
    }
  }

  /** For all that a browser can do. */
  public ChromeDriver driver() {
    return driver;
  }

  /** Makes the page so large; a window has borders and a least width, a page has not. */
  public void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(Math.max(500, width), height));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Shows the page as whoever prefers these colours sees it: light or dark. */
  public void prefer(String colours) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
  }

  /** What a script returns. */
  public JsonNode run(String script) {
    return JSON.valueToTree(driver.executeScript(script));
  }

  /** What the page wrote to the console since it was asked last. */
  public List<String> console() {
    List<String> messages = new ArrayList<>();
    driver.manage().logs().get("browser").forEach(entry -> messages.add(entry.getMessage()));
    return messages;
  }

  /**
   * Every address that a page asked for since this was asked last, its own among them, those of
   * data within it left out.
   *
   * @param page the page's own address
   */
  public List<String> requests(String page) throws IOException {
    List<String> addresses = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get("performance")) {
      JsonNode message = JSON.readTree(entry.getMessage()).get("message");
      String url = message.at("/params/request/url").asText();
      // The browser's own first page asks for much.
      if (message.get("method").asText().equals("Network.requestWillBeSent")
          && message.at("/params/documentURL").asText().equals(page)
          && !url.startsWith("data:")) {
        addresses.add(url);
      }
    }
    return addresses;
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Path installed(String program) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, program))
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElseThrow(
        () -> missing(program + " is not installed: the page is not tried in a browser"));
  }

  /** Skips the test, or fails it where the browser is required. */
  private static IllegalStateException missing(String reason) {
    return "required".equals(System.getenv("INKLING_BROWSER")) ? fail(reason) : abort(reason);
  }
}
