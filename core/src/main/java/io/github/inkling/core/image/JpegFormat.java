package io.github.inkling.core.image;

import static java.nio.ByteOrder.BIG_ENDIAN;

import io.github.inkling.core.MalformedFileException;

/**
 * JPEG (ITU-T T.81, annex B): segments that each begin with a marker, and entropy-coded data after
 * every start of scan. Damage within that data is left to libjpeg, which makes the best of it as
 * every viewer does, and cannot be kept from printing a line about it.
 */
final class JpegFormat implements PictureFormat {
  /** The first byte of every marker. */
  private static final byte PREFIX = (byte) 0xff;

  private static final int START_OF_IMAGE = 0xd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int APP14 = 0xee;

  /**
   * Programs make about ten. Each takes a walk over all pixels, however few bytes it has, so that a
   * small file could take hours.
   */
  private static final int MOST_SCANS = 200;

  /** Cyan, magenta, yellow and black. */
  private static final int INKS = 4;

  @Override
  public String name() {
    return "JPEG";
  }

  @Override
  public boolean matches(PictureBytes file) {
    return file.has(0, "\u00ff\u00d8\u00ff");
  }

  /** Walks to the end of the image, since libjpeg pads what is cut off with grey. */
  @Override
  public Size size(PictureBytes file) throws MalformedFileException {
    Size size = null;
    int components = 0;
    boolean adobe = false;
    int scans = 0;
    long at = 0;
    while (true) {
      at = nextMarker(file, at);
      int marker = file.u8(at + 1);
      at += 2;
      if (marker == END_OF_IMAGE) {
        if (size == null) {
          throw file.malformed("is damaged: it does not say its size");
        }
        if (components == INKS && !adobe) {
          // Photoshop stores inks inverted, and says so; others do either, and do not.
          throw file.malformed(
              "is made of four inks without Adobe's mark, so that black and white cannot be told"
                  + " apart; save it in RGB");
        }
        return size;
      }
      if (isStartOfFrame(marker) && size == null) {
        size = new Size(file.u16(at + 5, BIG_ENDIAN), file.u16(at + 3, BIG_ENDIAN));
        components = file.u8(at + 7);
      }
      adobe |= marker == APP14 && file.has((int) at + 2, "Adobe");
      if (!standsAlone(marker)) {
        at += file.u16(at, BIG_ENDIAN);
      }
      if (marker == START_OF_SCAN && size == null) {
        throw file.malformed("is damaged: it does not say its size before its first scan");
      }
      if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
        throw file.malformed("has more than %d scans; save it anew".formatted(MOST_SCANS));
      }
    }
  }

  @Override
  public boolean hasAlpha() {
    return false;
  }

  /** It takes fewer cosines of each block. */
  @Override
  public boolean decodesReduced() {
    return true;
  }

  /** Skips entropy-coded data, in which 0xff is followed by 0 or by a restart marker. */
  private static long nextMarker(PictureBytes file, long from) throws MalformedFileException {
    byte[] bytes = file.array();
    long at = from;
    while (true) {
      // Nearly all bytes of a photograph are passed over here, where u8 would check each of them.
      while (at < bytes.length && bytes[(int) at] != PREFIX) {
        at++;
      }
      file.requireUpTo(at + 1);
      int code = file.u8(at + 1);
      boolean stuffing = code == 0 || code == 0xff;
      if (!stuffing) {
        return at;
      }
      at++;
    }
  }

  private static boolean standsAlone(int marker) {
    return marker == START_OF_IMAGE || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7);
  }

  private static boolean isStartOfFrame(int marker) {
    boolean tableOrExtension = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
    return marker >= 0xc0 && marker <= 0xcf && !tableOrExtension;
  }
}
