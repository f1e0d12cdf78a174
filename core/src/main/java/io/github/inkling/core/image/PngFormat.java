package io.github.inkling.core.image;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.inkling.core.MalformedFileException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): a signature, then chunks of length, type, data and checksum. */
final class PngFormat implements PictureFormat {
  private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
  private static final int HEADER_LENGTH = 13;
  private static final int DEPTH = 8;
  private static final int COLOUR_TYPE = 9;
  private static final byte GRAY = 0;
  private static final byte PALETTE = 3;

  /** The others say nothing about pixels, but make libpng print warnings or inflate texts. */
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private record Chunk(String type, ByteBuffer data) {}

  @Override
  public String name() {
    return "PNG";
  }

  @Override
  public boolean matches(PictureBytes file) {
    return file.has(0, SIGNATURE);
  }

  @Override
  public Size size(PictureBytes file) throws MalformedFileException {
    int header = SIGNATURE.length();
    if (file.u32(header, BIG_ENDIAN) != HEADER_LENGTH || !file.has(header + 4, "IHDR")) {
      throw file.malformed("is damaged: it does not begin with its header");
    }
    return new Size(file.u32(header + 8, BIG_ENDIAN), file.u32(header + 12, BIG_ENDIAN));
  }

  @Override
  public byte[] decodable(PictureBytes file) throws MalformedFileException {
    return write(withGrayTransparencyAsPalette(neededChunks(file)));
  }

  private static List<Chunk> neededChunks(PictureBytes file) throws MalformedFileException {
    List<Chunk> chunks = new ArrayList<>();
    long at = SIGNATURE.length();
    while (true) {
      long length = file.u32(at, BIG_ENDIAN);
      long end = at + 8 + length;
      file.requireUpTo(end + 4);
      String type = new String(file.array(), (int) at + 4, 4, ISO_8859_1);
      if (NEEDED.contains(type)) {
        if (crc(file.array(), (int) at + 4, (int) end) != file.u32(end, BIG_ENDIAN)) {
          throw file.malformed(
              "is damaged: the checksum of chunk %s at byte %d is wrong".formatted(type, at));
        }
        chunks.add(
            new Chunk(type, ByteBuffer.wrap(file.array(), (int) at + 8, (int) length).slice()));
      }
      if (!NEEDED.contains(type) && Character.isUpperCase(type.charAt(0))) {
        // Upper case says that the picture cannot be understood without this chunk.
        throw file.malformed("is damaged: chunk %s at byte %d is unknown".formatted(type, at));
      }
      if (type.equals("IEND")) {
        return chunks;
      }
      at = end + 4;
    }
  }

  /**
   * OpenCV knows transparency in a palette, but not the one grey level that a grey picture may
   * declare transparent. So that picture gets a palette of its grey levels.
   */
  private static List<Chunk> withGrayTransparencyAsPalette(List<Chunk> chunks) {
    byte[] header = new byte[HEADER_LENGTH];
    chunks.get(0).data().get(0, header);
    if (header[COLOUR_TYPE] != GRAY || header[DEPTH] > 8) {
      return chunks;
    }
    List<Chunk> converted = new ArrayList<>();
    for (Chunk chunk : chunks) {
      if (chunk.type().equals("tRNS") && chunk.data().remaining() == 2) {
        header[COLOUR_TYPE] = PALETTE;
        int levels = 1 << header[DEPTH];
        byte[] palette = new byte[3 * levels];
        byte[] alpha = new byte[levels];
        for (int level = 0; level < levels; level++) {
          Arrays.fill(palette, 3 * level, 3 * level + 3, (byte) (255 * level / (levels - 1)));
        }
        Arrays.fill(alpha, (byte) 255);
        alpha[chunk.data().get(1) & (levels - 1)] = 0;
        converted.add(new Chunk("PLTE", ByteBuffer.wrap(palette)));
        converted.add(new Chunk("tRNS", ByteBuffer.wrap(alpha)));
      } else {
        converted.add(chunk);
      }
    }
    converted.set(0, new Chunk("IHDR", ByteBuffer.wrap(header)));
    return converted;
  }

  private static byte[] write(List<Chunk> chunks) {
    int size = SIGNATURE.length();
    for (Chunk chunk : chunks) {
      size += 12 + chunk.data().remaining();
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.put(SIGNATURE.getBytes(ISO_8859_1));
    for (Chunk chunk : chunks) {
      out.putInt(chunk.data().remaining());
      int from = out.position();
      out.put(chunk.type().getBytes(ISO_8859_1)).put(chunk.data().duplicate());
      out.putInt((int) crc(out.array(), from, out.position()));
    }
    return out.array();
  }

  private static long crc(byte[] bytes, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    return crc.getValue();
  }
}
