package io.github.inkling.core.page;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.List;

/** Reads photographed sheets. */
public final class PageReader {
  private final DigitRecognizer recognizer;
  private final PageSettings settings;

  /**
   * A reader.
   *
   * @param recognizer reads single digits
   * @param settings how pages are read
   */
  public PageReader(DigitRecognizer recognizer, PageSettings settings) {
    this.recognizer = recognizer;
    this.settings = settings;
  }

  /**
   * Reads a sheet.
   *
   * @param picture a photograph or scan of it
   * @return its lines of digits
   */
  public Page read(ColorImage picture) {
    return trace(picture).page();
  }

  /**
   * Reads a sheet and keeps what it looked like on the way.
   *
   * @param picture a photograph or scan of it
   * @return every stage, and the page
   */
  public PageTrace trace(ColorImage picture) {
    return new PageTrace(
        List.of(), new Page(picture.width(), picture.height(), 0, List.of(), List.of()));
  }
}
