package io.github.inkling.core.image;

import io.github.inkling.core.MalformedFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * TIFF 6.0: byte order, then a directory of 12-byte fields (tag, type, count, value), whose strips
 * or tiles hold the pixels, and the place of the next page's directory. Damage within compressed
 * pixels is left to libtiff, which of LZW makes the best it can, without a word: such a picture is
 * decoded, only wrong.
 */
final class TiffFormat implements PictureFormat {
  private static final int SUBFILE_TYPE = 254;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int STRIP_LENGTHS = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_LENGTHS = 325;

  /** Where the place of the first directory stands. */
  private static final int FIRST_DIRECTORY = 4;

  /** Bits of the subfile type: the page before in fewer pixels, or which of its pixels count. */
  private static final int REDUCED_OR_MASK = 0b101;

  private static final int MOST_PAGES = 10_000;

  /** Of all pages; a page has about twenty. Directories may overlap, so that few bytes are many. */
  private static final int MOST_FIELDS = 1_000_000;

  private static final int SHORT = 3;
  private static final int LONG = 4;

  @Override
  public String name() {
    return "TIFF";
  }

  @Override
  public boolean matches(PictureBytes file) {
    return file.has(0, "II*\0") || file.has(0, "MM\0*");
  }

  @Override
  public Size size(PictureBytes file) throws MalformedFileException {
    Directory page = Directory.at(file, file.u32(FIRST_DIRECTORY, byteOrder(file)));
    if (page.value(SAMPLES_PER_PIXEL, 1) == 2) {
      throw file.malformed("is grey with transparency, which OpenCV cannot read; save it as PNG");
    }
    page.requireData(STRIP_OFFSETS, STRIP_LENGTHS);
    page.requireData(TILE_OFFSETS, TILE_LENGTHS);
    Size picture = new Size(page.value(WIDTH, 0), page.value(HEIGHT, 0));
    // A tile takes its memory whole, however small the picture in it.
    Size tile = new Size(page.value(TILE_WIDTH, 1), page.value(TILE_HEIGHT, 1));
    return GrayImage.fits(tile.width(), tile.height()) ? picture : tile;
  }

  @Override
  public boolean premultiplied() {
    return true;
  }

  /**
   * Follows the chain of directories.
   *
   * @return where each page's directory lies; without smaller copies of pages and masks
   * @throws MalformedFileException if a directory is cut off, or the chain leads back to itself
   */
  static List<Long> pages(PictureBytes file) throws MalformedFileException {
    ByteOrder order = byteOrder(file);
    Set<Long> seen = new LinkedHashSet<>();
    List<Long> pages = new ArrayList<>();
    long fields = 0;
    long at = file.u32(FIRST_DIRECTORY, order);
    while (at != 0) {
      if (!seen.add(at)) {
        throw file.malformed(
            "is damaged: after %d pages it leads back to the directory at byte %d"
                .formatted(seen.size(), at));
      }
      if (seen.size() > MOST_PAGES) {
        throw file.malformed(
            "has more than %d pages; cut it into several files".formatted(MOST_PAGES));
      }
      fields += file.u16(at, order);
      if (fields > MOST_FIELDS) {
        throw file.malformed(
            "has more than %d fields in its directories; save it anew".formatted(MOST_FIELDS));
      }
      Directory page = Directory.at(file, at);
      if (pages.isEmpty() || (page.value(SUBFILE_TYPE, 0) & REDUCED_OR_MASK) == 0) {
        pages.add(at);
      }
      at = file.u32(at + 2 + 12L * file.u16(at, order), order);
    }
    return pages;
  }

  /** Makes a page the first one, in place, which alone OpenCV decodes. */
  static void putFirst(long directory, byte[] encoded) {
    PictureBytes file = new PictureBytes(encoded, "", "TIFF");
    ByteBuffer.wrap(encoded).order(byteOrder(file)).putInt(FIRST_DIRECTORY, (int) directory);
  }

  private static ByteOrder byteOrder(PictureBytes file) {
    return file.has(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  private record Field(int type, long count, long at) {}

  private record Directory(PictureBytes file, ByteOrder order, Map<Integer, Field> fields) {
    static Directory at(PictureBytes file, long start) throws MalformedFileException {
      ByteOrder order = byteOrder(file);
      long at = start;
      int count = file.u16(at, order);
      at += 2;
      file.requireUpTo(at + 12L * count);
      Map<Integer, Field> fields = new HashMap<>();
      for (int i = 0; i < count; i++, at += 12) {
        Field field = new Field(file.u16(at + 2, order), file.u32(at + 4, order), at + 8);
        fields.put(file.u16(at, order), field);
      }
      return new Directory(file, order, fields);
    }

    long value(int tag, long fallback) throws MalformedFileException {
      Field field = fields.get(tag);
      return field == null ? fallback : element(field, 0);
    }

    void requireData(int offsetsTag, int lengthsTag) throws MalformedFileException {
      Field offsets = fields.get(offsetsTag);
      Field lengths = fields.get(lengthsTag);
      if (offsets == null || lengths == null) {
        return;
      }
      for (long i = 0; i < Math.min(offsets.count(), lengths.count()); i++) {
        file.requireUpTo(element(offsets, i) + element(lengths, i));
      }
    }

    /** Up to four bytes of values stand in the field itself, more elsewhere. */
    private long element(Field field, long index) throws MalformedFileException {
      int size = field.type() == SHORT ? 2 : 4;
      if (field.type() != SHORT && field.type() != LONG) {
        throw file.malformed(
            "is damaged: the field at byte %d has type %d in place of a whole number"
                .formatted(field.at() - 8, field.type()));
      }
      long base = size * field.count() <= 4 ? field.at() : file.u32(field.at(), order);
      long at = base + size * index;
      return field.type() == SHORT ? file.u16(at, order) : file.u32(at, order);
    }
  }
}
