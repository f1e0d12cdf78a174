package io.github.inkling.core.page;

import io.github.inkling.core.Soak;
import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.page.PageDistortion.Strength;
import org.junit.jupiter.api.Test;

class PageSoakTest {
  @Test
  void memoryStaysFlatOver28Pages() throws Exception {
    Soak.assertMemoryStaysFlat(Reading.class);
  }

  /**
   * A sheet on a table, seen from the side, so that nearly every stage has its turn. Small pictures
   * are enlarged, so most matrices of a page have 1440 x 1920 pixels: a leak of one would be 55 MB
   * in 20 rounds. A page with little dust, as each piece of it leaves the headers of matrices to
   * the finalizer.
   */
  static final class Reading implements Soak.Round {
    private final PageReader reader =
        new PageReader(BarsAndRings.recognizer(), PageSettings.defaults());
    private final ColorImage page =
        BarsAndRings.generator(0.6).page(PageDistortion.PERSPECTIVE, Strength.WEAK, 0).picture();

    @Override
    public void run() {
      reader.read(page);
    }
  }
}
