package io.github.inkling.core.image;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.github.inkling.core.MalformedFileException;

/** WebP (RFC 9649): a RIFF file whose first chunk is VP8 (lossy), VP8L (lossless) or VP8X. */
final class WebpFormat implements PictureFormat {
  private static final int FIRST_CHUNK = 12;
  private static final int DATA = FIRST_CHUNK + 8;
  private static final int ANIMATION = 0x02;
  private static final int BITS_14 = 0x3fff;
  private static final int BITS_24 = 0xffffff;

  @Override
  public String name() {
    return "WebP";
  }

  @Override
  public boolean matches(PictureBytes file) {
    return file.has(0, "RIFF") && file.has(8, "WEBP");
  }

  @Override
  public Size size(PictureBytes file) throws MalformedFileException {
    file.requireUpTo(8 + file.u32(4, LITTLE_ENDIAN));
    if (file.has(FIRST_CHUNK, "VP8 ")) {
      return new Size(
          file.u16(DATA + 6, LITTLE_ENDIAN) & BITS_14, file.u16(DATA + 8, LITTLE_ENDIAN) & BITS_14);
    }
    if (file.has(FIRST_CHUNK, "VP8L")) {
      long sizes = file.u32(DATA + 1, LITTLE_ENDIAN);
      return new Size(1 + (sizes & BITS_14), 1 + (sizes >> 14 & BITS_14));
    }
    if (!file.has(FIRST_CHUNK, "VP8X")) {
      throw file.malformed("is damaged: its first chunk is none of VP8, VP8L and VP8X");
    }
    if ((file.u8(DATA) & ANIMATION) != 0) {
      throw file.malformed("is animated; save one of its frames as a picture");
    }
    long width = 1 + (file.u32(DATA + 4, LITTLE_ENDIAN) & BITS_24);
    long height = 1 + (file.u32(DATA + 6, LITTLE_ENDIAN) >> 8);
    return new Size(width, height);
  }
}
