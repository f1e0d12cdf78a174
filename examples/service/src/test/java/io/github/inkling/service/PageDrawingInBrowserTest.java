package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.inkling.core.browser.HeadlessBrowser;
import io.github.inkling.core.dataset.ImageFolder;
import io.github.inkling.service.HandDrawn.Spot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput.Kind;

/**
 * Drawing on the page as people do, in Chromium. Pictures of it are in {@code target/screenshots}.
 */
class PageDrawingInBrowserTest {
  @RegisterExtension static final PageFixture opened = new PageFixture();

  private final HeadlessBrowser browser = opened.browser();
  private final DrawingPage page = opened.page();

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
    page.await(
        "the 6",
        () -> {
          page.press("#answer input", 1, Keys.SPACE);
          return page.text("#verdict").startsWith("6");
        });
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
  void aFingerDrawsOnThePadAndScrollsThePageBesideIt() {
    browser.resize(390, 700);
    assertThat(browser.run("return document.documentElement.scrollHeight").asInt())
        .as("height of the page")
        .isGreaterThan(900);
    // From its foot upwards: only so would the page follow the finger.
    List<Spot> one = new ArrayList<>(HandDrawn.digit(1).get(0));
    Collections.reverse(one);

    page.draw(Kind.TOUCH, List.of(one), 0, 0, 200);

    page.await("a 1", () -> page.answer().equals("1"));
    assertThat(scrolled()).as("pixels scrolled by drawing").isZero();
    assertThat(
            browser
                .run("const r = document.documentElement; return r.scrollWidth - r.clientWidth")
                .asInt())
        .as("pixels to scroll sideways on a phone")
        .isZero();
    page.draw(Kind.TOUCH, ".tools", List.of(one), 0, -90, 200);
    page.await("the page to follow the finger", () -> scrolled() > 0);
  }

  private int scrolled() {
    return browser.run("return Math.round(scrollY)").asInt();
  }

  @Test
  void aPenIsReadAndPressesMoreOrLess() {
    browser.run(
        """
        window.pressures = new Set();
        document.getElementById("pad").addEventListener("pointermove",
            (event) => pressures.add(event.pointerType + Math.round(10 * event.pressure)));
        """);

    page.draw(Kind.PEN, HandDrawn.digit(3), 0, 0, 240);

    page.await("the 3", () -> page.answer().equals("3"));
    assertThat(browser.run("return [...pressures]"))
        .extracting(JsonNode::asText)
        .contains("pen4", "pen5", "pen6");
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
    assertThat(ImageFolder.read(opened.collected()).classCounts()[9]).isEqualTo(1);
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
}
