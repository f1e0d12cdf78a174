package io.github.inkling.cli;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.image.PictureFile;
import io.github.inkling.core.image.ReducedImage;
import io.github.inkling.core.page.PageReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A picture file whose pages are read by several threads: it is opened for the first page and let
 * go with the last.
 */
final class PageSource {
  private final Path file;
  private final int pages;
  private int unread;
  private PictureFile open;

  PageSource(Path file, int pages) {
    this.file = file;
    this.pages = pages;
    this.unread = pages;
  }

  Path file() {
    return file;
  }

  int pages() {
    return pages;
  }

  /** What a page is called, counted from 0: the file, and of several pages its number from 1. */
  String name(int page) {
    return pages > 1 ? file + "#" + (page + 1) : file.toString();
  }

  /** How many pixels a page has, as the file says; to be asked before it is decoded. */
  long pixels(int page) throws IOException {
    try {
      return opened().pixels(page);
    } catch (IOException | RuntimeException e) {
      // Nobody asks for a page without a size.
      letGo();
      throw e;
    }
  }

  /**
   * What is decoded of a page.
   *
   * @param toRead no larger than reading needs it, so that it is read alike whether drawn or not
   * @param toDraw the whole picture; null if it is not wanted
   */
  record Pictures(ReducedImage toRead, ColorImage toDraw) {}

  /** Decodes a page; every page is to be asked for once. */
  Pictures pictures(int page, boolean isDrawn) throws IOException {
    try {
      PictureFile file = opened();
      ReducedImage toRead = file.reducedPage(page, PageReader.LONGEST_SIDE);
      ColorImage whole = isDrawn && !toRead.isWhole() ? file.page(page) : toRead.image();
      return new Pictures(toRead, isDrawn ? whole : null);
    } finally {
      letGo();
    }
  }

  private synchronized PictureFile opened() throws IOException {
    if (open == null) {
      open = PictureFile.read(file);
    }
    return open;
  }

  private synchronized void letGo() {
    unread--;
    if (unread == 0) {
      open = null;
    }
  }
}
