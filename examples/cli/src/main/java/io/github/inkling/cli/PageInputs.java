package io.github.inkling.cli;

import io.github.inkling.core.image.PictureFile;
import io.github.inkling.core.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The pages that a command line names: of files, of folders, and of files of several pages. */
final class PageInputs {
  private final List<Input> inputs = new ArrayList<>();
  private final Set<String> stems = new HashSet<>();

  private PageInputs() {}

  /**
   * A page to read, or a file whose pages could not even be counted.
   *
   * @param source the file; null if there is an error
   * @param page counted from 0
   * @param stem what files about it begin with; no two pages share one
   * @param failure what is known already of a file that cannot be read; else null
   */
  record Input(PageSource source, int page, String stem, PageResult failure) {
    PageResult result(Page read, Throwable error) {
      int number = source.pages() > 1 ? page + 1 : 0;
      return new PageResult(source.name(page), source.file(), number, read, error);
    }
  }

  /** Looks which pages there are. What cannot be read is among them. */
  static List<Input> of(List<Path> named) {
    PageInputs pages = new PageInputs();
    for (Path path : named) {
      try {
        for (Path file : files(path)) {
          pages.add(file);
        }
      } catch (IOException | RuntimeException e) {
        pages.addFailure(path, e);
      }
    }
    return pages.inputs;
  }

  /** The files that a path stands for: itself, or the pictures in a folder by their names. */
  static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> pictures =
          files
              .filter(file -> PictureFile.hasPictureName(file) && !Files.isDirectory(file))
              .sorted()
              .toList();
      if (pictures.isEmpty()) {
        throw new IOException(
            path + ": has no pictures; name a folder with PNG, JPEG, BMP, TIFF or WebP files");
      }
      return pictures;
    }
  }

  private void add(Path file) {
    try {
      PageSource source = new PageSource(file, PictureFile.countPages(file));
      for (int page = 0; page < source.pages(); page++) {
        String name = stem(file) + (source.pages() > 1 ? "-page" + (page + 1) : "");
        inputs.add(new Input(source, page, unique(name), null));
      }
    } catch (IOException | RuntimeException e) {
      addFailure(file, e);
    }
  }

  private void addFailure(Path file, Exception error) {
    inputs.add(new Input(null, 0, "", new PageResult(file.toString(), file, 0, null, error)));
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Two folders may have files of the same name, and a file system may not tell A from a. */
  private String unique(String name) {
    String candidate = name;
    for (int i = 2; !stems.add(candidate.toLowerCase(Locale.ROOT)); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }
}
