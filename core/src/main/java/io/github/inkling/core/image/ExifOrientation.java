package io.github.inkling.core.image;

import io.github.inkling.core.MalformedFileException;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How a picture must be turned or mirrored to stand as the camera was held (EXIF 2.3, tag 0x0112).
 * OpenCV sees to that in JPEG and TIFF, but in no other format.
 */
enum ExifOrientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  UPSIDE_DOWN_MIRRORED(false, false, true),
  TRANSPOSED(true, false, false),
  TURN_RIGHT(true, true, false),
  TRANSVERSE(true, true, true),
  TURN_LEFT(true, false, true);

  private static final int TAG = 0x0112;
  private static final int FIELD = 12;

  private final boolean swapsSides;
  private final boolean flipsX;
  private final boolean flipsY;

  ExifOrientation(boolean swapsSides, boolean flipsX, boolean flipsY) {
    this.swapsSides = swapsSides;
    this.flipsX = flipsX;
    this.flipsY = flipsY;
  }

  /**
   * Reads a block of EXIF: a TIFF of one directory. What cannot be understood leaves a picture as
   * it is: it says nothing about the pixels.
   *
   * @param exif from its byte order on
   */
  static ExifOrientation of(byte[] exif) {
    PictureBytes block = new PictureBytes(exif, "EXIF", "EXIF");
    ByteOrder order = block.has(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    try {
      long directory = block.u32(4, order);
      int fields = block.u16(directory, order);
      for (int i = 0; i < fields; i++) {
        long field = directory + 2 + (long) FIELD * i;
        if (block.u16(field, order) == TAG) {
          int value = block.u16(field + 8, order);
          return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
        }
      }
    } catch (MalformedFileException e) {
      return UPRIGHT;
    }
    return UPRIGHT;
  }

  /** Reads a block within a file. */
  static ExifOrientation of(byte[] file, long from, long to) {
    return of(Arrays.copyOfRange(file, (int) from, (int) to));
  }

  /** Whether width and height change places. */
  boolean swapsSides() {
    return swapsSides;
  }

  /** Whether columns, after sides have changed places, run from the right to the left. */
  boolean flipsX() {
    return flipsX;
  }

  /** Whether rows, after sides have changed places, run from the bottom to the top. */
  boolean flipsY() {
    return flipsY;
  }
}
