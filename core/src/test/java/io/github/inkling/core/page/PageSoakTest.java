package io.github.inkling.core.page;

import io.github.inkling.core.Soak;
import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.page.PageDistortion.Strength;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageSoakTest {
  @Test
  void memoryStaysFlatOver56Pages() throws Exception {
    Soak.assertMemoryStaysFlat(Reading.class);
  }

  /**
   * Small pictures are enlarged, so most matrices of a page have 960 x 1280 pixels: a leak of one
   * would be 48 MB in 20 rounds. Pages with little dust, as each piece of it leaves the header of a
   * matrix or two to the finalizer.
   */
  static final class Reading implements Soak.Round {
    private final PageReader reader =
        new PageReader(BarsAndRings.recognizer(), PageSettings.defaults());
    private final List<ColorImage> pages =
        Stream.of(PageDistortion.SQUARED, PageDistortion.PERSPECTIVE)
            .map(kind -> BarsAndRings.generator().page(kind, Strength.MEDIUM, 0).picture())
            .toList();

    @Override
    public void run() {
      pages.forEach(reader::read);
    }
  }
}
