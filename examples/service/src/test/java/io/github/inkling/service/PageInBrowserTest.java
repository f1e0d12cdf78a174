package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.browser.HeadlessBrowser;
import io.github.inkling.core.dataset.ImageFolder;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.vision.Strokes;
import io.github.inkling.core.vision.Strokes.Dot;
import io.github.inkling.service.HandDrawn.Spot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page as people use it, in Chromium. Pictures of it are in {@code target/screenshots}. */
class PageInBrowserTest {
  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path folder;

  private static Path collected;
  private static HeadlessBrowser browser;
  private static InklingService service;
  private static String address;
  private static DrawingPage page;

  @BeforeAll
  static void start() throws IOException {
    browser = HeadlessBrowser.open(folder.resolve("profile"), 1280, 900);
    collected = folder.resolve("collected");
    service =
        InklingService.start(
            ServiceSettings.local(0).withCollection(collected),
            CompletableFuture.completedFuture(DigitRecognizer.pretrained()));
    address = "http://127.0.0.1:" + service.port() + "/";
    page = new DrawingPage(browser, address);
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.resize(1280, 900);
    browser.prefer("light");
    page.open();
  }

  @AfterEach
  void nothingWasComplainedOf() {
    assertThat(browser.console()).as("console").isEmpty();
  }

  @Test
  void digitsThatAreDrawnStrokeByStrokeAreRead() {
    List<Integer> right = new ArrayList<>();
    for (int digit = 0; digit <= 9; digit++) {
      page.draw(HandDrawn.digit(digit), 0, 0, 260);
      String expected = Integer.toString(digit);
      if (page.comes(() -> page.answer().equals(expected))) {
        right.add(digit);
      }
      page.click("#clear");
      page.await("an empty pad", () -> page.answer().isEmpty());
    }

    assertThat(right).as("digits that were read").hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void severalDigitsAreReadAtOnceAndEachCanBeLookedAt() throws IOException {
    for (int i = 0; i < 3; i++) {
      page.draw(HandDrawn.digit(7 - i), 160 * (i - 1), 0, 140);
    }

    page.await("7, 6 and 5", () -> page.answer().equals("765"));
    assertThat(page.all("#pad-boxes .box")).hasSize(3);
    page.all("#answer input").get(1).sendKeys(Keys.SPACE);
    page.await("the 6", () -> page.text("#verdict").startsWith("6"));
    assertThat(page.all("#bars tbody tr")).hasSize(10);
    assertThat(page.text("#bars tbody tr:nth-child(7)")).contains("9");
    assertThat(browser.run("return document.getElementById('seen-image').naturalWidth").asInt())
        .as("what the model saw")
        .isEqualTo(28);
    assertThat(page.all("#hog line, #hog path")).isNotEmpty();
    page.takePictures("several");
  }

  @Test
  void strokesAreUndoneErasedAndCleared() {
    page.draw(HandDrawn.digit(7), -120, 0, 220);
    page.draw(HandDrawn.digit(1), 120, 0, 220);
    page.await("71", () -> page.answer().equals("71"));

    page.click("#undo");
    page.await("7 alone", () -> page.answer().equals("7"));
    page.click("#redo");
    page.await("71 again", () -> page.answer().equals("71"));

    page.click("#eraser");
    page.draw(
        List.of(List.of(new Spot(0, 0), new Spot(20, 30), new Spot(50, 50), new Spot(60, 90))),
        -120,
        0,
        220);
    page.draw(HandDrawn.digit(7), -120, 0, 220);
    page.await("the 7 gone", () -> page.answer().equals("1"));
    page.click("#clear");
    page.await("nothing", () -> page.answer().isEmpty());
  }

  @Test
  void thePageDoesNotScrollWhileOneDraws() {
    assertThat(
            browser
                .run("return getComputedStyle(document.getElementById('pad')).touchAction")
                .asText())
        .isEqualTo("none");
    browser.resize(390, 700);
    page.draw(HandDrawn.digit(1), 0, 0, 200);

    assertThat(browser.run("return scrollY").asInt()).isZero();
    assertThat(
            browser
                .run("const r = document.documentElement; return r.scrollWidth - r.clientWidth")
                .asInt())
        .as("pixels to scroll sideways on a phone")
        .isZero();
  }

  @Test
  void aPhotographIsReadWithBoxesOverIt() throws IOException {
    page.one("#file").sendKeys(sheet("2026", "314").toString());

    page.await("its digits", () -> page.answer().equals("2026314"));
    assertThat(page.all("#photo-boxes .box")).hasSize(7);
    assertThat(browser.run("return document.getElementById('photo-image').naturalWidth").asInt())
        .isPositive();
    page.takePictures("photo");
    page.click("#photo-close");
    page.await("the pad", () -> page.one("#pad").isDisplayed());
  }

  @Test
  void aPictureMayBeDroppedOrPasted() throws IOException {
    String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(sheet("8", "5")));
    for (String way : List.of("drop", "paste")) {
      browser
          .driver()
          .executeScript(
              """
              const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));
              const transfer = new DataTransfer();
              transfer.items.add(new File([bytes], "sheet.png", { type: "image/png" }));
              const about = { bubbles: true, cancelable: true };
              document.body.dispatchEvent(arguments[1] === "drop"
                  ? new DragEvent("drop", { ...about, dataTransfer: transfer })
                  : new ClipboardEvent("paste", { ...about, clipboardData: transfer }));
              """,
              bytes,
              way);
      page.await(way, () -> page.answer().equals("85"));
      page.click("#photo-close");
      page.await("the pad", () -> page.answer().isEmpty() || !page.answer().equals("85"));
    }
  }

  @Test
  void aBrokenPictureIsToldInWords() throws IOException {
    Path broken = folder.resolve("broken.png");
    Files.write(broken, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1});

    page.one("#file").sendKeys(broken.toString());

    page.await("words", () -> page.one("#notice").isDisplayed());
    assertThat(page.text("#notice")).containsIgnoringCase("picture");
    // The browser itself writes the status to the console.
    assertThat(browser.console()).allMatch(message -> message.contains("422") || message.isEmpty());
  }

  @Test
  void theKeyboardDrawsAndChooses() {
    WebElement pad = page.one("#pad");
    pad.sendKeys(Keys.SPACE);
    for (int i = 0; i < 12; i++) {
      pad.sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN));
    }
    pad.sendKeys(Keys.SPACE);

    page.await("a 1", () -> page.answer().equals("1"));
    page.await("its announcement", () -> page.text("#live").contains("1"));
    pad.sendKeys(Keys.chord(Keys.CONTROL, "z"));
    page.await("an empty pad", () -> page.answer().isEmpty());

    WebElement sample = page.one("#samples [data-digits='5']");
    sample.sendKeys(Keys.ENTER);
    page.await("the sample", () -> page.answer().equals("5"));
    page.await("its announcement", () -> page.text("#live").contains("5"));
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

  @Test
  void everySampleIsReadAsWhatItIs() {
    browser
        .driver()
        .executeCdpCommand(
            "Emulation.setEmulatedMedia",
            Map.of(
                "features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    List<String> wrong = new ArrayList<>();
    for (WebElement sample : page.all("#samples button")) {
      String digits = sample.getDomAttribute("data-digits").replaceAll("\\D", "");
      sample.click();
      if (!page.comes(() -> page.answer().equals(digits))) {
        wrong.add(digits + " was read as " + page.answer());
      }
      page.click("#clear");
      page.await("an empty pad", () -> page.answer().isEmpty());
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void aWrongAnswerIsCorrectedAndKept() throws IOException {
    page.draw(HandDrawn.digit(4), 0, 0, 240);
    page.await("the 4", () -> page.answer().equals("4"));

    page.click("#correction-digits [data-label='9']");

    page.await("thanks", () -> page.text("#correction-said").contains("9"));
    assertThat(ImageFolder.read(collected).classCounts()[9]).isEqualTo(1);
  }

  @Test
  void theHistoryBringsADrawingBack() {
    page.draw(HandDrawn.digit(3), 0, 0, 240);
    page.await("the history", () -> !page.all("#history .entry").isEmpty());
    page.click("#clear");
    page.await("an empty pad", () -> page.answer().isEmpty());

    page.click("#history .entry");

    page.await("the 3 again", () -> page.answer().equals("3"));
    page.click("#history-clear");
    assertThat(page.all("#history .entry")).isEmpty();
  }

  @Test
  void nothingComesFromAnywhereElse() throws IOException {
    browser.requests(address);
    page.reload();

    assertThat(browser.requests(address)).isNotEmpty().allMatch(url -> url.startsWith(address));
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
  }

  private static void setOffline(boolean offline) {
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
  void aTokenIsAskedForAndKept() throws IOException {
    try (InklingService guarded =
        InklingService.start(
            ServiceSettings.local(0).withToken("0123456789abcdef"),
            CompletableFuture.completedFuture(DigitRecognizer.pretrained()))) {
      browser.driver().get("http://127.0.0.1:" + guarded.port() + "/");
      page.await("the question", () -> page.one("#token-dialog").isDisplayed());
      page.one("#token").sendKeys("0123456789abcdef", Keys.ENTER);

      page.await("the model", () -> !page.text("#model-text").equals("not known yet"));
      page.draw(HandDrawn.digit(7), 0, 0, 240);
      page.await("the 7", () -> page.answer().equals("7"));
      assertThat(browser.console()).as("what was refused").allMatch(line -> line.contains("401"));
    }
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
    page.one("#file").sendKeys(sheet("40", "96").toString());
    page.await("the sheet", () -> page.answer().equals("4096"));
    assertThat(page.violations()).as("a photograph").isEmpty();
  }

  /** A picture of a sheet with two lines of digits. */
  private static Path sheet(String... lines) throws IOException {
    List<List<Dot>> strokes = new ArrayList<>();
    for (int line = 0; line < lines.length; line++) {
      for (int place = 0; place < lines[line].length(); place++) {
        double x = 130 * place;
        double y = 170 * line;
        for (List<Spot> stroke : HandDrawn.digit(lines[line].charAt(place) - '0')) {
          strokes.add(stroke.stream().map(spot -> new Dot(x + spot.x(), y + spot.y())).toList());
        }
      }
    }
    BufferedImage picture = Strokes.of(strokes).withPen(9).drawPage().picture().toBufferedImage();
    Path file = folder.resolve(String.join("-", lines) + ".png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
