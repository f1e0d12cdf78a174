package io.github.inkling.core.image;

import io.github.inkling.core.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A picture file, whose pages are decoded one at a time: a scanner puts the sheets of a pile into
 * one TIFF. All other formats have one page. What is kept is the file as it is, not a page.
 */
public final class PictureFile {
  private static final Set<String> EXTENSIONS =
      Set.of("png", "jpg", "jpeg", "bmp", "tif", "tiff", "webp");

  /** Enough of a file to tell a TIFF. */
  private static final int MAGIC = 4;

  /** Enough of a file to tell any picture. */
  private static final int BEGINNING = 64;

  private final Object source;
  private final byte[] encoded;

  /** Where the directory of each page lies; empty for a format of one page. */
  private final List<Long> directories;

  private PictureFile(Object source, byte[] encoded, List<Long> directories) {
    this.source = source;
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
    return of(ImageDecoder.bytesOf(file), file);
  }

  /**
   * Takes the content of a picture file, as it came over a network, and counts its pages, of which
   * none is decoded.
   *
   * @param encoded PNG, JPEG, BMP, TIFF or WebP, found by its content
   * @param name what errors call it
   * @return its pages
   * @throws IOException if it is a TIFF whose pages do not follow each other to an end
   */
  public static PictureFile of(byte[] encoded, String name) throws IOException {
    return of(encoded.clone(), (Object) name);
  }

  private static PictureFile of(byte[] encoded, Object source) throws IOException {
    TiffFormat tiff = new TiffFormat();
    PictureBytes bytes = new PictureBytes(encoded, source, tiff.name());
    return new PictureFile(
        source, encoded, tiff.matches(bytes) ? TiffFormat.pages(bytes) : List.of());
  }

  /**
   * Counts the pages of a file. Of formats that have one only, the first bytes are read, if that.
   *
   * @param file the file
   * @return at least 1, and 1 for a pipe; whether they can be decoded is not known yet
   * @throws IOException as {@link #read} does
   */
  public static int countPages(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      // A pipe can be read once only.
      return 1;
    }
    try (InputStream in = InputFile.open(file, "a picture")) {
      PictureBytes magic = new PictureBytes(in.readNBytes(MAGIC), file, "");
      if (!new TiffFormat().matches(magic)) {
        return 1;
      }
    }
    return read(file).pages();
  }

  /**
   * Whether a file in a folder is meant to be a picture, by its extension.
   *
   * @param file the file, which is not touched
   * @return true for png, jpg, jpeg, bmp, tif, tiff and webp in any case, unless the name begins
   *     with a dot
   */
  public static boolean hasPictureName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0
        && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
        && !name.startsWith(".");
  }

  /**
   * Whether a file begins as a picture does: of a format that is read, or of one that is known and
   * not read, such as GIF or HEIC. Its first bytes are read.
   *
   * @param file the file, whatever it is called
   * @return false for text and whatever else no picture begins as
   * @throws IOException if the file cannot be read
   */
  public static boolean beginsAsPicture(Path file) throws IOException {
    try (InputStream in = InputFile.open(file, "a picture")) {
      return ImageDecoder.beginsAsPicture(new PictureBytes(in.readNBytes(BEGINNING), file, ""));
    }
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
   * The number of pixels of a page, for those who have to find memory for it first.
   *
   * @param index the page, counted from 0
   * @return what the file's header says; nothing is decoded
   * @throws IOException if it is not a picture, is cut off, or is too large as {@link #page} says
   * @throws IndexOutOfBoundsException if there is no such page
   */
  public synchronized long pixels(int index) throws IOException {
    putFirst(index);
    return ImageDecoder.pixels(encoded, name(index));
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
    putFirst(index);
    return ImageDecoder.decodeColor(encoded, name(index));
  }

  /**
   * Decodes a page as {@link #page} does, for those who would reduce it anyway: at a half, a
   * quarter or an eighth of both sides where that is faster, as it is for JPEG.
   *
   * @param index the page, counted from 0
   * @param longerSide the least length of the longer side after reduction, in pixels; at least 1
   * @return the page, reduced as far as that allows; whole if a half would be shorter than that, if
   *     sides that differ would become equal (then nobody could tell whether it was turned), or if
   *     it is no JPEG
   * @throws IOException as {@link #page} does; the limits are those of the full size
   * @throws IndexOutOfBoundsException if there is no such page
   * @throws IllegalArgumentException if {@code longerSide} is not positive
   */
  public synchronized ReducedImage reducedPage(int index, int longerSide) throws IOException {
    if (longerSide < 1) {
      throw new IllegalArgumentException(
          "longerSide must be at least 1, but is %d".formatted(longerSide));
    }
    putFirst(index);
    return ImageDecoder.decodeReduced(encoded, name(index), longerSide);
  }

  private void putFirst(int index) throws IOException {
    Objects.checkIndex(index, pages());
    if (directories.size() > 1) {
      TiffFormat.putFirst(directories.get(index), encoded);
    }
  }

  /**
   * What a page is called.
   *
   * @param index the page, counted from 0
   * @return the file's name, and for one of several pages its number counted from 1: {@code
   *     "scan.tif#2"}
   */
  public String name(int index) {
    return pages() > 1 ? source + "#" + (index + 1) : source.toString();
  }
}
