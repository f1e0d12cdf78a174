package io.github.inkling.cli;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.page.Page;
import io.github.inkling.core.page.PagePicture;
import io.github.inkling.core.page.PageReader;
import io.github.inkling.core.page.PageTrace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Reads pages, and draws what came of them where that is wanted.
 *
 * @param annotated an existing folder for pictures with what was read; null if not wanted
 * @param explained an existing folder for the stages, a folder per page; null if not wanted
 */
record PageDrawings(Path annotated, Path explained) {
  /** Some file systems do not tell A from a. */
  private static final Pattern STAGE =
      Pattern.compile("\\d{2,}-.*\\.png", Pattern.CASE_INSENSITIVE);

  /**
   * The files that these pages will get: the pictures with what was read, and what is there already
   * and called as a stage is. How many stages there will be is not known before.
   */
  List<Path> files(List<PageInputs.Input> pages) throws IOException {
    List<Path> files = new ArrayList<>();
    for (PageInputs.Input page : pages) {
      if (page.failure() == null && annotated != null) {
        files.add(annotated(page.stem()));
      }
      if (page.failure() == null && explained != null) {
        files.addAll(stages(explained.resolve(page.stem())));
      }
    }
    return files;
  }

  private static List<Path> stages(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> STAGE.matcher(file.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  private Path annotated(String stem) {
    return annotated.resolve(stem + ".png");
  }

  /** Reads a page; its drawings get names that begin with its stem. */
  Page read(PageReader reader, PageInputs.Input input) throws IOException {
    PageSource.Pictures pictures = input.source().pictures(input.page(), annotated != null);
    Page page;
    if (explained == null) {
      page = reader.read(pictures.toRead());
    } else {
      PageTrace trace = reader.trace(pictures.toRead());
      writeStages(trace, explained.resolve(input.stem()));
      page = trace.page();
    }
    if (annotated != null) {
      write(PagePicture.annotate(pictures.toDraw(), page), annotated(input.stem()));
    }
    return page;
  }

  private static void writeStages(PageTrace trace, Path folder) throws IOException {
    Files.createDirectories(folder);
    int number = 1;
    for (PageTrace.Stage stage : trace.stages()) {
      String name = stage.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      String file = String.format(Locale.ROOT, "%02d-%s.png", number, name);
      write(stage.image(), folder.resolve(file));
      number++;
    }
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    AtomicFile.write(file, out -> ImageIO.write(image, "png", out));
  }
}
