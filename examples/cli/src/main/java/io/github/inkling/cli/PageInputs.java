package io.github.inkling.cli;

import io.github.inkling.core.image.PictureFile;
import io.github.inkling.core.page.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pages that a command line names: of files, of folders, and of files of several pages. A shell
 * names whatever lies in a folder, so a file that neither is called nor begins as a picture, and a
 * folder without pictures, are passed over if there is anything else to read.
 */
final class PageInputs {
  /** A file system takes 255 bytes; there must be room for numbers and an extension. */
  private static final int MOST_STEM_BYTES = 200;

  private final List<Input> pages = new ArrayList<>();
  private final List<Path> passedOver = new ArrayList<>();
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
  static PageInputs of(List<Path> named) {
    PageInputs inputs = new PageInputs();
    for (Path path : named) {
      try {
        if (isNoPicture(path)) {
          inputs.passedOver.add(path);
        } else {
          inputs.addAll(path);
        }
      } catch (IOException | RuntimeException e) {
        inputs.addFailure(path, e);
      }
    }
    if (inputs.pages.isEmpty()) {
      // Whoever names nothing else means these.
      inputs.passedOver.forEach(inputs::addAll);
      inputs.passedOver.clear();
    }
    return inputs;
  }

  /** The pages in their order. */
  List<Input> pages() {
    return pages;
  }

  /** The files that are no pictures, and the folders without any. */
  List<Path> passedOver() {
    return passedOver;
  }

  private static boolean isNoPicture(Path path) throws IOException {
    return Files.isDirectory(path)
        ? pictures(path).isEmpty()
        : Files.isRegularFile(path)
            && !PictureFile.hasPictureName(path)
            && !PictureFile.beginsAsPicture(path);
  }

  /** The files that a path stands for: itself, or the pictures in a folder by their names. */
  static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> pictures = pictures(path);
    if (pictures.isEmpty()) {
      throw new IOException(
          path + ": has no pictures; name a folder with PNG, JPEG, BMP, TIFF or WebP files");
    }
    return pictures;
  }

  private static List<Path> pictures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> PictureFile.hasPictureName(file) && mayBeRead(file))
          .sorted()
          .toList();
    }
  }

  /** A pipe would be waited for; a link that leads nowhere is a picture that is missed. */
  private static boolean mayBeRead(Path file) {
    return Files.isRegularFile(file) || !Files.exists(file);
  }

  private void addAll(Path path) {
    try {
      files(path).forEach(this::add);
    } catch (IOException | RuntimeException e) {
      addFailure(path, e);
    }
  }

  private void add(Path file) {
    try {
      PageSource source = new PageSource(file, PictureFile.countPages(file));
      for (int page = 0; page < source.pages(); page++) {
        String name = stem(file) + (source.pages() > 1 ? "-page" + (page + 1) : "");
        pages.add(new Input(source, page, unique(name), null));
      }
    } catch (IOException | RuntimeException e) {
      addFailure(file, e);
    }
  }

  private void addFailure(Path file, Exception error) {
    pages.add(new Input(null, 0, "", new PageResult(file.toString(), file, 0, null, error)));
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    int end = stem.length();
    while (stem.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_STEM_BYTES) {
      end = stem.offsetByCodePoints(end, -1);
    }
    return stem.substring(0, end);
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
