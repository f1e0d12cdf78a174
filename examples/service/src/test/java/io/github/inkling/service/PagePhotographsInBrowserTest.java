package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.browser.HeadlessBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Photographs shown to the page, in Chromium. Pictures of it are in {@code target/screenshots}. */
class PagePhotographsInBrowserTest {
  @RegisterExtension static final PageFixture opened = new PageFixture();

  private final HeadlessBrowser browser = opened.browser();
  private final DrawingPage page = opened.page();

  @Test
  void aPhotographIsReadWithBoxesOverIt() throws IOException {
    page.one("#file").sendKeys(HandDrawn.sheet(opened.folder(), "2026", "314").toString());

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
    String bytes =
        Base64.getEncoder()
            .encodeToString(Files.readAllBytes(HandDrawn.sheet(opened.folder(), "8", "5")));
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
    Path broken = opened.folder().resolve("broken.png");
    Files.write(broken, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1});

    page.one("#file").sendKeys(broken.toString());

    page.await("words", () -> page.one("#notice").isDisplayed());
    assertThat(page.text("#notice")).containsIgnoringCase("picture");
    // The browser itself writes the status to the console.
    assertThat(browser.console()).allMatch(message -> message.contains("422") || message.isEmpty());
  }
}
