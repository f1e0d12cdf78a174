package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.browser.HeadlessBrowser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The page as an app, in Chromium: offline, guarded by a token, in both themes, for everybody. */
class PageAppInBrowserTest {
  @RegisterExtension static final PageFixture opened = new PageFixture();

  private final HeadlessBrowser browser = opened.browser();
  private final DrawingPage page = opened.page();

  @Test
  void nothingComesFromAnywhereElse() throws IOException {
    browser.requests(page.address());
    page.reload();

    assertThat(browser.requests(page.address()))
        .isNotEmpty()
        .allMatch(url -> url.startsWith(page.address()));
  }

  @Test
  void itIsAnAppThatSaysPlainlyWhenItIsOffline() {
    page.await(
        "the service worker",
        () -> browser.run("return navigator.serviceWorker.controller !== null").asBoolean());
    page.draw(HandDrawn.digit(8), 0, 0, 240);
    page.await("the 8", () -> page.answer().equals("8"));

    setOffline(true);
    page.draw(HandDrawn.digit(1), 200, 0, 240);
    page.await("words", () -> page.one("#notice").isDisplayed());
    assertThat(page.text("#notice")).containsIgnoringCase("offline");
    setOffline(false);

    page.await("the answer by itself", () -> page.answer().equals("81"));
    // The browser itself writes there what it could not send, if the page was about to.
    assertThat(browser.console()).allMatch(line -> line.contains("ERR_INTERNET_DISCONNECTED"));
  }

  private void setOffline(boolean offline) {
    browser
        .driver()
        .executeCdpCommand(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline",
                offline,
                "latency",
                0,
                "downloadThroughput",
                -1,
                "uploadThroughput",
                -1));
  }

  @Test
  void itOpensWithoutAServer() throws IOException {
    String address;
    try (InklingService other = TestServices.start(TestServices.local())) {
      DrawingPage visited = opened.pageOf(other);
      address = visited.address();
      visited.open();
      boolean areKept = visited.comes(() -> notKept().isEmpty());
      assertThat(notKept()).as("files that are not in the cache").isEmpty();
      assertThat(areKept).isTrue();
      visited.leave();
    }
    // Nothing may come out of the browser's usual cache.
    browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
    browser.driver().get(address);

    page.await("the samples", () -> !page.all("#samples button").isEmpty());
    assertThat(page.one("#pad").isDisplayed()).isTrue();
    page.await("words", () -> page.one("#notice").isDisplayed());
    assertThat(page.text("#notice-title")).isEqualTo("The server cannot be reached.");
    assertThat(page.text("#notice-text")).contains("What you draw is kept");
    page.leave();
    assertThat(browser.console())
        .as("what could not be had")
        .allMatch(line -> line.contains("ERR_CONNECTION_REFUSED"));
  }

  /** Of all that the page was loaded from, but for answers, what is in no cache by its address. */
  private List<?> notKept() {
    Object files =
        browser
            .driver()
            .executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                const files = [location.href, ...performance.getEntriesByType("resource")
                    .map(({ name }) => name).filter((name) => !/[/](api|health)[/]/.test(name))];
                Promise.all(files.map((file) => caches.match(file, { ignoreSearch: true })))
                    .then((found) => done(files.length > 20
                        ? files.filter((file, i) => !found[i]) : ["only", ...files]));
                """);
    return (List<?>) files;
  }

  @Test
  void aTokenIsAskedForAndKept() throws IOException {
    try (InklingService guarded =
        TestServices.start(TestServices.local().withToken(TestServices.TOKEN))) {
      browser.driver().get(opened.pageOf(guarded).address());
      page.await("the question", () -> page.one("#token-dialog").isDisplayed());
      page.one("#token").sendKeys(TestServices.TOKEN, Keys.ENTER);

      page.await("the model", () -> !page.text("#model-text").equals("not known yet"));
      page.draw(HandDrawn.digit(7), 0, 0, 240);
      page.await("the 7", () -> page.answer().equals("7"));
      page.leave();
      assertThat(browser.console()).as("what was refused").allMatch(line -> line.contains("401"));
    }
  }

  @Test
  void aThemeIsChosenAndRemembered() {
    String light = background();
    page.click("#theme label:last-of-type");
    page.await("dark colours", () -> !background().equals(light));
    page.reload();

    assertThat(background()).isNotEqualTo(light);
    assertThat(page.one("#theme [value='dark']").isSelected()).isTrue();
  }

  private String background() {
    return browser.run("return getComputedStyle(document.body).backgroundColor").asText();
  }

  @Test
  void everythingIsReachedByTab() {
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
      reached.add(
          browser
              .run(
                  """
                  const a = document.activeElement;
                  return a.id || a.closest("[id]")?.id || a.tagName;
                  """)
              .asText());
    }

    assertThat(reached).contains("theme", "pad", "eraser", "samples", "file", "help");
  }

  @ParameterizedTest
  @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
  void axeFindsNoViolation(String colours, int width) throws IOException {
    browser.resize(width, 844);
    browser.prefer(colours);
    assertThat(page.violations()).as("empty").isEmpty();
    page.draw(HandDrawn.digit(2), 0, 0, 180);
    page.await("the 2", () -> page.answer().equals("2"));
    assertThat(page.violations()).as("a digit").isEmpty();
    page.screenshot("digit-%s-%d".formatted(colours, width));
    page.one("#file").sendKeys(HandDrawn.sheet(opened.folder(), "40", "96").toString());
    page.await("the sheet", () -> page.answer().equals("4096"));
    assertThat(page.violations()).as("a photograph").isEmpty();
  }
}
