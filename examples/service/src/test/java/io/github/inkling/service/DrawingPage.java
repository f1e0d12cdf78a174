package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.browser.HeadlessBrowser;
import io.github.inkling.service.HandDrawn.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Point;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.PointerInput.Kind;
import org.openqa.selenium.interactions.PointerInput.MouseButton;
import org.openqa.selenium.interactions.PointerInput.Origin;
import org.openqa.selenium.interactions.PointerInput.PointerEventProperties;
import org.openqa.selenium.interactions.Sequence;

/** The drawing page in a browser, and what one does with it. */
final class DrawingPage {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(8);

  private final HeadlessBrowser browser;
  private final String address;

  DrawingPage(HeadlessBrowser browser, String address) {
    this.browser = browser;
    this.address = address;
  }

  /** Opens it as if nobody had been there before. */
  void open() {
    String clear = "localStorage.clear(); sessionStorage.clear();";
    Object script =
        browser
            .driver()
            .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", clear))
            .get("identifier");
    reload();
    browser
        .driver()
        .executeCdpCommand(
            "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
  }

  void reload() {
    browser.driver().get(address);
    await("the samples", () -> !all("#samples button").isEmpty());
    await("the service", () -> !text("#model-text").equals("not known yet"));
  }

  /** Goes elsewhere, so that it asks its service no more. */
  void leave() {
    browser.driver().get("about:blank");
  }

  /** What axe-core finds, as lines of a rule and where. */
  List<String> violations() throws IOException {
    try (var in = DrawingPage.class.getResourceAsStream("/axe.min.js")) {
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

  String address() {
    return address;
  }

  /** Draws with the mouse: a square of so many pixels around a place off the pad's middle. */
  void draw(List<List<Spot>> strokes, int right, int down, int side) {
    draw(Kind.MOUSE, strokes, right, down, side);
  }

  /** Draws on the pad with a mouse, a finger or a pen. */
  void draw(Kind kind, List<List<Spot>> strokes, int right, int down, int side) {
    draw(kind, "#pad", strokes, right, down, side);
  }

  /** Moves a pointer as if it drew there. */
  void draw(Kind kind, String place, List<List<Spot>> strokes, int right, int down, int side) {
    WebElement paper = one(place);
    PointerInput pointer = new PointerInput(kind, kind.name());
    Sequence moves = new Sequence(pointer, 0);
    for (List<Spot> stroke : strokes) {
      Point before = null;
      for (int i = 0; i < stroke.size(); i++) {
        Point at = pixels(stroke.get(i), side).moveBy(right, down);
        PointerEventProperties pressed = pressed(kind, (i + 1.0) / stroke.size());
        // The paper may follow the pointer, so only a stroke's first place is told by it.
        Origin origin = before == null ? Origin.fromElement(paper) : Origin.pointer();
        Point way = before == null ? at : at.moveBy(-before.x, -before.y);
        moves.addAction(pointer.createPointerMove(STEP, origin, way, pressed));
        if (before == null) {
          moves.addAction(pointer.createPointerDown(MouseButton.LEFT.asArg(), pressed));
        }
        before = at;
      }
      moves.addAction(pointer.createPointerUp(MouseButton.LEFT.asArg()));
    }
    browser.driver().perform(List.of(moves));
  }

  /** Where it is, seen from the middle of a square of so many pixels. */
  private static Point pixels(Spot spot, int side) {
    return new Point(
        (int) Math.round((spot.x() - 50) * side / 100),
        (int) Math.round((spot.y() - 50) * side / 100));
  }

  /** A pen presses the more, the more of a stroke it has drawn; others tell no pressure. */
  private static PointerEventProperties pressed(Kind kind, double drawn) {
    PointerEventProperties properties = PointerInput.eventProperties();
    return kind == Kind.PEN ? properties.setPressure((float) (0.3 + 0.4 * drawn)) : properties;
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

  /**
   * Presses a key on one of several; in vain if a later answer has just put others in their place.
   */
  void press(String selector, int index, Keys key) {
    try {
      all(selector).get(index).sendKeys(key);
    } catch (StaleElementReferenceException | ElementNotInteractableException e) {
      // Whoever waits for what it does asks again.
    }
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
