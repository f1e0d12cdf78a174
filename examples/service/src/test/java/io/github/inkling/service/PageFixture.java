package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.browser.HeadlessBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The page of a service of its own, in a browser that the tests of one class share. Each test finds
 * it as if nobody had been there before, and must leave nothing in the console.
 */
final class PageFixture
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private Path folder;
  private HeadlessBrowser browser;
  private InklingService service;
  private DrawingPage page;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    // Not a @TempDir: the browser may still write to its profile when it has ended.
    folder = Files.createTempDirectory("inkling-page");
    browser = HeadlessBrowser.open(folder.resolve("profile"), 1280, 900);
    service = TestServices.start(TestServices.local().withCollection(collected()));
    page = pageOf(service);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browser.resize(1280, 900);
    browser.prefer("light");
    page.open();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(browser.console()).as("console").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (service != null) {
      service.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  HeadlessBrowser browser() {
    return browser;
  }

  DrawingPage page() {
    return page;
  }

  /** The page of another service, in the same browser. */
  DrawingPage pageOf(InklingService other) {
    return new DrawingPage(browser, "http://127.0.0.1:" + other.port() + "/");
  }

  /** Where tests may write. */
  Path folder() {
    return folder;
  }

  /** Where the service keeps corrected digits. */
  Path collected() {
    return folder.resolve("collected");
  }
}
