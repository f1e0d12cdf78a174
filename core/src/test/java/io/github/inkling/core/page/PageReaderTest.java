package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.page.PageDistortion.Strength;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PageReaderTest {
  private static final DigitRecognizer RECOGNIZER = BarsAndRings.recognizer();
  private static final ColorImage PICTURE =
      BarsAndRings.generator().page(PageDistortion.NONE, Strength.MEDIUM, 0).picture();

  @Test
  void aRecognizerThatIsWaitedForReadsTheSame() {
    AtomicInteger asked = new AtomicInteger();
    PageReader waiting =
        PageReader.waitingFor(
            () -> {
              asked.incrementAndGet();
              return RECOGNIZER;
            },
            PageSettings.defaults());
    assertThat(asked).as("before a page").hasValue(0);

    Page page = waiting.read(PICTURE);

    assertThat(page.dropped()).as("what was seen").isNotEmpty();
    assertThat(page).isEqualTo(new PageReader(RECOGNIZER, PageSettings.defaults()).read(PICTURE));
    assertThat(asked).hasValue(1);
  }

  @Test
  void aRecognizerThatDoesNotComeIsTold() {
    PageReader waiting =
        PageReader.waitingFor(
            () -> {
              throw new IllegalStateException("no model");
            },
            PageSettings.defaults());

    assertThatThrownBy(() -> waiting.read(PICTURE)).hasMessage("no model");
  }
}
