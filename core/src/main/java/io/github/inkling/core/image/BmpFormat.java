package io.github.inkling.core.image;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.github.inkling.core.MalformedFileException;

/** BMP: a file header of 14 bytes, a header that begins with its own length, then rows. */
final class BmpFormat implements PictureFormat {
  private static final int OS2_HEADER = 12;
  private static final int UNCOMPRESSED = 0;
  private static final int BIT_FIELDS = 3;

  @Override
  public String name() {
    return "BMP";
  }

  @Override
  public boolean matches(PictureBytes file) {
    return file.has(0, "BM");
  }

  @Override
  public Size size(PictureBytes file) throws MalformedFileException {
    long rows = file.u32(10, LITTLE_ENDIAN);
    boolean os2 = file.u32(14, LITTLE_ENDIAN) == OS2_HEADER;
    long width = os2 ? file.u16(18, LITTLE_ENDIAN) : file.s32(18, LITTLE_ENDIAN);
    // A negative height says that the first row is the uppermost.
    long height = os2 ? file.u16(20, LITTLE_ENDIAN) : Math.abs((long) file.s32(22, LITTLE_ENDIAN));
    int bitsPerPixel = file.u16(os2 ? 24 : 28, LITTLE_ENDIAN);
    long compression = os2 ? UNCOMPRESSED : file.u32(30, LITTLE_ENDIAN);
    if (compression > BIT_FIELDS) {
      throw file.malformed("is of compression %d; expected 0 to 3".formatted(compression));
    }
    if (compression == UNCOMPRESSED || compression == BIT_FIELDS) {
      if (GrayImage.fits(width, height)) {
        file.requireUpTo(rows + (width * bitsPerPixel + 31) / 32 * 4 * height);
      }
    }
    return new Size(width, height);
  }

  /** OpenCV takes the fourth byte of a pixel for alpha even where the header says it is unused. */
  @Override
  public boolean hasAlpha() {
    return false;
  }
}
