package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.browser.HeadlessBrowser;
import io.github.inkling.service.HandDrawn.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.PointerInput.Kind;
import org.openqa.selenium.interactions.PointerInput.MouseButton;
import org.openqa.selenium.interactions.PointerInput.Origin;
import org.openqa.selenium.interactions.Sequence;

/** The drawing page in a browser, and what one does with it. */
final class DrawingPage {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(8);

  private final HeadlessBrowser browser;
  private final String address;

  DrawingPage(HeadlessBrowser browser, String address) {
    this.browser = browser;
    this.address = address;
  }

  /** Opens it as if nobody had been there before. */
  void open() {
    browser.driver().get(address);
    browser.run("localStorage.clear(); sessionStorage.clear();");
    reload();
  }

  void reload() {
    browser.driver().get(address);
    await("the samples", () -> !all("#samples button").isEmpty());
    await("the service", () -> !text("#model-text").equals("not known yet"));
  }

  /** What axe-core finds, as lines of a rule and where. */
  List<String> violations() throws IOException {
    try (var in = PageInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      browser
          .driver()
          .executeScript(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
    Object found =
        browser
            .driver()
            .executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                axe.run().then((result) => done(result.violations.flatMap((violation) =>
                    violation.nodes.map((node) => violation.id + ": " + node.html))));
                """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** Draws with the mouse: a square of so many pixels around a place off the pad's middle. */
  void draw(List<List<Spot>> strokes, int right, int down, int side) {
    WebElement pad = browser.driver().findElement(By.id("pad"));
    PointerInput mouse = new PointerInput(Kind.MOUSE, "mouse");
    Sequence moves = new Sequence(mouse, 0);
    for (List<Spot> stroke : strokes) {
      for (int i = 0; i < stroke.size(); i++) {
        Spot spot = stroke.get(i);
        int x = (int) Math.round(right + (spot.x() - 50) * side / 100);
        int y = (int) Math.round(down + (spot.y() - 50) * side / 100);
        moves.addAction(mouse.createPointerMove(STEP, Origin.fromElement(pad), x, y));
        if (i == 0) {
          moves.addAction(mouse.createPointerDown(MouseButton.LEFT.asArg()));
        }
      }
      moves.addAction(mouse.createPointerUp(MouseButton.LEFT.asArg()));
    }
    browser.driver().perform(List.of(moves));
  }

  String answer() {
    return text("#answer-lines").replaceAll("\\s", "");
  }

  String text(String selector) {
    return browser
        .run("return document.querySelector(\"" + selector + "\")?.textContent ?? ''")
        .asText();
  }

  List<WebElement> all(String selector) {
    return browser.driver().findElements(By.cssSelector(selector));
  }

  WebElement one(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  void click(String selector) {
    one(selector).click();
  }

  void await(String what, BooleanSupplier condition) {
    assertThat(comes(condition)).as("%s; the answer is \"%s\"", what, answer()).isTrue();
  }

  boolean comes(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return false;
  }

  void takePictures(String name) throws IOException {
    for (String colours : List.of("light", "dark")) {
      browser.prefer(colours);
      screenshot(name + "-" + colours);
    }
    browser.resize(390, 844);
    screenshot(name + "-phone");
  }

  void screenshot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(
        SCREENSHOTS.resolve(name + ".png"), browser.driver().getScreenshotAs(OutputType.BYTES));
  }
}
