package io.github.inkling.core.image;

import static java.nio.ByteOrder.BIG_ENDIAN;

import io.github.inkling.core.MalformedFileException;

/**
 * A PNG's header, IHDR (ISO/IEC 15948, 11.2.2).
 *
 * @param width in pixels, not yet checked against any limit
 * @param height in pixels, not yet checked against any limit
 * @param depth bits per sample, one that the colour type can have
 * @param colourType 0, 2, 3, 4 or 6
 * @param interlaced whether the pixels come in the seven passes of Adam7
 */
record PngHeader(long width, long height, int depth, int colourType, boolean interlaced) {
  static final int GRAY = 0;
  static final int COLOUR = 2;
  static final int PALETTE = 3;
  static final int GRAY_ALPHA = 4;
  static final int COLOUR_ALPHA = 6;

  /** Reads a header whose data begins at a byte. */
  static PngHeader read(PictureBytes file, int at) throws MalformedFileException {
    int depth = file.u8(at + 8);
    int colourType = file.u8(at + 9);
    if (!canHave(colourType, depth)) {
      throw file.malformed(
          "has %d bits per sample with colour type %d, which no PNG has"
              .formatted(depth, colourType));
    }
    int compression = file.u8(at + 10);
    int filter = file.u8(at + 11);
    int interlace = file.u8(at + 12);
    if (compression != 0 || filter != 0 || interlace > 1) {
      throw file.malformed(
          "is of compression %d, filter %d and interlace %d; expected 0, 0 and 0 or 1"
              .formatted(compression, filter, interlace));
    }
    return new PngHeader(
        file.u32(at, BIG_ENDIAN), file.u32(at + 4, BIG_ENDIAN), depth, colourType, interlace == 1);
  }

  private static boolean canHave(int colourType, int depth) {
    boolean bytes = depth == 8 || depth == 16;
    boolean bits = depth == 1 || depth == 2 || depth == 4;
    return switch (colourType) {
      case GRAY -> bits || bytes;
      case PALETTE -> bits || depth == 8;
      case COLOUR, GRAY_ALPHA, COLOUR_ALPHA -> bytes;
      default -> false;
    };
  }

  private int samplesPerPixel() {
    return switch (colourType) {
      case COLOUR -> 3;
      case GRAY_ALPHA -> 2;
      case COLOUR_ALPHA -> 4;
      default -> 1;
    };
  }

  /** The bytes of a row, without the one that says its filter. */
  long rowBytes(long pixels) {
    return (pixels * depth * samplesPerPixel() + 7) / 8;
  }
}
