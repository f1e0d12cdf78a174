package io.github.inkling.cli;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.page.Page;
import io.github.inkling.core.page.PagePicture;
import io.github.inkling.core.page.PageReader;
import io.github.inkling.core.page.PageTrace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Reads pages, and draws what came of them where that is wanted.
 *
 * @param annotated an existing folder for pictures with what was read; null if not wanted
 * @param explained an existing folder for the stages, a folder per page; null if not wanted
 */
record PageDrawings(Path annotated, Path explained) {
  /** The pictures with what was read that these pages will get. */
  List<Path> files(List<PageInputs.Input> pages) {
    return annotated == null
        ? List.of()
        : pages.stream()
            .filter(page -> page.failure() == null)
            .map(page -> annotated(page.stem()))
            .toList();
  }

  private Path annotated(String stem) {
    return annotated.resolve(stem + ".png");
  }

  /** Reads a page; its drawings get names that begin with the stem. */
  Page read(PageReader reader, ColorImage picture, String stem) throws IOException {
    Page page;
    if (explained == null) {
      page = reader.read(picture);
    } else {
      PageTrace trace = reader.trace(picture);
      writeStages(trace, explained.resolve(stem));
      page = trace.page();
    }
    if (annotated != null) {
      write(PagePicture.annotate(picture, page), annotated(stem));
    }
    return page;
  }

  private static void writeStages(PageTrace trace, Path folder) throws IOException {
    Files.createDirectories(folder);
    int number = 1;
    for (PageTrace.Stage stage : trace.stages()) {
      String name = stage.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      write(stage.image(), folder.resolve("%02d-%s.png".formatted(number, name)));
      number++;
    }
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    AtomicFile.write(file, out -> ImageIO.write(image, "png", out));
  }
}
