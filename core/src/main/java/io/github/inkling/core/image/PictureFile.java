package io.github.inkling.core.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A picture file, whose pages are decoded one at a time: a scanner puts the sheets of a pile into
 * one TIFF. All other formats have one page. What is kept is the file as it is, not a page.
 */
public final class PictureFile {
  private final Path file;
  private final byte[] encoded;

  /** Where the directory of each page lies; empty for a format of one page. */
  private final List<Long> directories;

  private PictureFile(Path file, byte[] encoded, List<Long> directories) {
    this.file = file;
    this.encoded = encoded;
    this.directories = directories;
  }

  /**
   * Reads a file and counts its pages, of which none is decoded.
   *
   * @param file PNG, JPEG, BMP, TIFF or WebP, found by its content
   * @return its pages
   * @throws IOException if the file cannot be read, has more than 400 million bytes, or is a TIFF
   *     whose pages do not follow each other to an end
   */
  public static PictureFile read(Path file) throws IOException {
    byte[] encoded = ImageDecoder.bytesOf(file);
    TiffFormat tiff = new TiffFormat();
    PictureBytes bytes = new PictureBytes(encoded, file, tiff.name());
    return new PictureFile(
        file, encoded, tiff.matches(bytes) ? TiffFormat.pages(bytes) : List.of());
  }

  /**
   * Number of pages.
   *
   * @return at least 1; whether they can be decoded is not known yet
   */
  public int pages() {
    return Math.max(1, directories.size());
  }

  /**
   * Decodes a page, upright and on white paper as {@link ColorImage#read} does. One at a time, as
   * they share the file's bytes: who asks for another page meanwhile waits.
   *
   * @param index the page, counted from 0
   * @return the page
   * @throws IOException if it is not a picture, or one of more than {@link GrayImage#MAX_PIXELS}
   *     pixels or with a side of more than a million
   * @throws IndexOutOfBoundsException if there is no such page
   */
  public synchronized ColorImage page(int index) throws IOException {
    Objects.checkIndex(index, pages());
    if (directories.size() > 1) {
      TiffFormat.putFirst(directories.get(index), encoded);
    }
    return ImageDecoder.decodeColor(encoded, name(index));
  }

  /**
   * What a page is called.
   *
   * @param index the page, counted from 0
   * @return the file's name, and for one of several pages its number counted from 1: {@code
   *     "scan.tif#2"}
   */
  public String name(int index) {
    return pages() > 1 ? file + "#" + (index + 1) : file.toString();
  }
}
