package io.github.inkling.core.image;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.github.inkling.core.MalformedFileException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * WebP (RFC 9649): a RIFF file whose first chunk is VP8 (lossy), VP8L (lossless) or VP8X, behind
 * which come the parts of a picture or the frames of an animation, of which the first is read.
 */
final class WebpFormat implements PictureFormat {
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int DATA = FIRST_CHUNK + CHUNK_HEADER;
  private static final int ANIMATION = 0x02;
  private static final int ALPHA = 0x10;
  private static final int BITS_14 = 0x3fff;
  private static final int BITS_24 = 0xffffff;

  /** In a frame: its place, size, duration and flags, before the chunks of its picture. */
  private static final int FRAME_HEADER = 16;

  private static final String EXIF_MARK = "Exif\0\0";

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
    if (isAnimated(file)) {
      long frame = firstFrame(file) + CHUNK_HEADER;
      return new Size(
          1 + (file.u32(frame + 6, LITTLE_ENDIAN) & BITS_24),
          1 + (file.u32(frame + 9, LITTLE_ENDIAN) & BITS_24));
    }
    long width = 1 + (file.u32(DATA + 4, LITTLE_ENDIAN) & BITS_24);
    long height = 1 + (file.u32(DATA + 6, LITTLE_ENDIAN) >> 8);
    return new Size(width, height);
  }

  /** OpenCV refuses animations: the first frame becomes a picture of its own. */
  @Override
  public byte[] decodable(PictureBytes file) throws MalformedFileException {
    if (!isAnimated(file)) {
      return file.array();
    }
    long frame = firstFrame(file);
    long from = frame + CHUNK_HEADER + FRAME_HEADER;
    long length = file.u32(frame + 4, LITTLE_ENDIAN) - FRAME_HEADER;
    if (length < CHUNK_HEADER) {
      throw file.malformed("is damaged: its first frame, at byte %d, is empty".formatted(frame));
    }
    file.requireUpTo(from + length);
    Size size = size(file);
    ByteBuffer picture = ByteBuffer.allocate((int) (DATA + 10 + length)).order(LITTLE_ENDIAN);
    picture.put(ascii("RIFF")).putInt(picture.capacity() - 8).put(ascii("WEBPVP8X")).putInt(10);
    picture.put((byte) (file.has((int) from, "ALPH") || file.has((int) from, "VP8L") ? ALPHA : 0));
    picture.put(new byte[3]);
    putBits24(picture, size.width() - 1);
    putBits24(picture, size.height() - 1);
    picture.put(file.array(), (int) from, (int) length);
    return picture.array();
  }

  @Override
  public ExifOrientation orientation(PictureBytes file) throws MalformedFileException {
    long at = find("EXIF", file);
    if (at < 0) {
      return ExifOrientation.UPRIGHT;
    }
    long from = at + CHUNK_HEADER;
    long to = from + file.u32(at + 4, LITTLE_ENDIAN);
    file.requireUpTo(to);
    // Some programs write the mark that EXIF has in a JPEG.
    boolean marked = to - from > EXIF_MARK.length() && file.has((int) from, EXIF_MARK);
    return ExifOrientation.of(file.array(), marked ? from + EXIF_MARK.length() : from, to);
  }

  private static boolean isAnimated(PictureBytes file) throws MalformedFileException {
    return file.has(FIRST_CHUNK, "VP8X") && (file.u8(DATA) & ANIMATION) != 0;
  }

  private static long firstFrame(PictureBytes file) throws MalformedFileException {
    long frame = find("ANMF", file);
    if (frame < 0) {
      throw file.malformed("is damaged: it is an animation without a frame");
    }
    return frame;
  }

  /** Where a chunk begins; -1 if there is none. A chunk of odd length is followed by a byte. */
  private static long find(String type, PictureBytes file) throws MalformedFileException {
    long end = Math.min(file.length(), 8 + file.u32(4, LITTLE_ENDIAN));
    long at = FIRST_CHUNK;
    while (at + CHUNK_HEADER <= end) {
      if (file.has((int) at, type)) {
        return at;
      }
      long length = file.u32(at + 4, LITTLE_ENDIAN);
      at += CHUNK_HEADER + length + (length & 1);
    }
    return -1;
  }

  private static void putBits24(ByteBuffer out, long value) {
    out.putShort((short) value).put((byte) (value >> 16));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
