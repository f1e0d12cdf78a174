package io.github.inkling.core.image;

import static io.github.inkling.core.image.PngHeader.COLOUR;
import static io.github.inkling.core.image.PngHeader.COLOUR_ALPHA;
import static io.github.inkling.core.image.PngHeader.GRAY;
import static io.github.inkling.core.image.PngHeader.GRAY_ALPHA;
import static io.github.inkling.core.image.PngHeader.PALETTE;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.inkling.core.MalformedFileException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): a signature, then chunks of length, type, data and checksum. */
final class PngFormat implements PictureFormat {
  private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
  private static final int HEADER_LENGTH = 13;
  private static final int COLOUR_TYPE = 9;

  /**
   * What is handed on, in the order it must come in. The others say nothing about pixels, but make
   * libpng print warnings or inflate texts.
   */
  private static final List<String> ORDER = List.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private static final Pattern CHUNK_TYPE = Pattern.compile("[A-Za-z]{4}");

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
    PngHeader header = header(file);
    return new Size(header.width(), header.height());
  }

  @Override
  public byte[] decodable(PictureBytes file) throws MalformedFileException {
    PngHeader header = header(file);
    List<Chunk> chunks = neededChunks(header, file);
    requireWhole(header, chunks, file);
    return write(withGrayTransparencyAsPalette(header, chunks));
  }

  /** EXIF is a chunk of its own ("Extensions to the PNG 1.2 Specification", 1.5.0, 3.7). */
  @Override
  public ExifOrientation orientation(PictureBytes file) throws MalformedFileException {
    long at = SIGNATURE.length();
    while (!file.has((int) at + 4, "IEND")) {
      long data = at + 8;
      long end = data + file.u32(at, BIG_ENDIAN);
      if (file.has((int) at + 4, "eXIf")) {
        return ExifOrientation.of(file.array(), data, end);
      }
      at = end + 4;
    }
    return ExifOrientation.UPRIGHT;
  }

  private static PngHeader header(PictureBytes file) throws MalformedFileException {
    int start = SIGNATURE.length();
    if (file.u32(start, BIG_ENDIAN) != HEADER_LENGTH || !file.has(start + 4, "IHDR")) {
      throw file.malformed("is damaged: it does not begin with its header");
    }
    return PngHeader.read(file, start + 8);
  }

  private static List<Chunk> neededChunks(PngHeader header, PictureBytes file)
      throws MalformedFileException {
    List<Chunk> chunks = new ArrayList<>();
    String last = "";
    long at = SIGNATURE.length();
    while (!last.equals("IEND")) {
      long length = file.u32(at, BIG_ENDIAN);
      long end = at + 8 + length;
      file.requireUpTo(end + 4);
      String type = new String(file.array(), (int) at + 4, 4, ISO_8859_1);
      if (!CHUNK_TYPE.matcher(type).matches()) {
        throw file.malformed("is damaged: no chunk begins at byte " + at);
      }
      if (ORDER.contains(type)) {
        if (crc(file.array(), (int) at + 4, (int) end) != file.u32(end, BIG_ENDIAN)) {
          throw file.malformed(
              "is damaged: the checksum of chunk %s at byte %d is wrong".formatted(type, at));
        }
        if (hasMeaning(type, header.colourType())) {
          boolean further = type.equals("IDAT") && last.equals("IDAT");
          if (!further && ORDER.indexOf(type) <= ORDER.indexOf(last)) {
            throw file.malformed(
                "is damaged: chunk %s at byte %d is misplaced".formatted(type, at));
          }
          ByteBuffer data = ByteBuffer.wrap(file.array(), (int) at + 8, (int) length).slice();
          chunks.add(new Chunk(type, type.equals("tRNS") ? masked(data, header) : data));
          last = type;
        }
      } else if (Character.isUpperCase(type.charAt(0))) {
        // Upper case says that the picture cannot be understood without this chunk.
        throw file.malformed("is damaged: chunk %s at byte %d is unknown".formatted(type, at));
      }
      at = end + 4;
    }
    return chunks;
  }

  /** A palette beside true colours is but a hint, and alpha leaves nothing to make transparent. */
  private static boolean hasMeaning(String type, int colourType) {
    return switch (type) {
      case "PLTE" -> colourType == PALETTE;
      case "tRNS" -> colourType != GRAY_ALPHA && colourType != COLOUR_ALPHA;
      default -> true;
    };
  }

  /**
   * Transparent samples stand in 16 bits; those above their depth have to be ignored (11.3.2.1).
   */
  private static ByteBuffer masked(ByteBuffer samples, PngHeader header) {
    if (header.colourType() == PALETTE) {
      return samples;
    }
    ByteBuffer masked = ByteBuffer.allocate(samples.remaining()).put(samples.duplicate()).flip();
    for (int at = 0; at + 1 < masked.limit(); at += 2) {
      masked.putShort(at, (short) (masked.getShort(at) & ((1 << header.depth()) - 1)));
    }
    return masked;
  }

  private static void requireWhole(PngHeader header, List<Chunk> chunks, PictureBytes file)
      throws MalformedFileException {
    List<ByteBuffer> pixels = new ArrayList<>();
    int colours = 0;
    for (Chunk chunk : chunks) {
      int length = chunk.data().remaining();
      boolean fits =
          switch (chunk.type()) {
            case "PLTE" -> length > 0 && length % 3 == 0 && length / 3 <= 1 << header.depth();
            case "tRNS" -> fitsTransparency(length, header.colourType(), colours);
            case "IEND" -> length == 0;
            default -> true;
          };
      if (!fits) {
        throw file.malformed(
            "is damaged: chunk %s of %d bytes does not fit its pixels"
                .formatted(chunk.type(), length));
      }
      if (chunk.type().equals("PLTE")) {
        colours = length / 3;
      }
      if (chunk.type().equals("IDAT")) {
        pixels.add(chunk.data());
      }
    }
    if (header.colourType() == PALETTE && colours == 0) {
      throw file.malformed("is damaged: it has no palette");
    }
    PngPixels.check(header, pixels, file);
  }

  private static boolean fitsTransparency(int length, int colourType, int colours) {
    return switch (colourType) {
      case GRAY -> length == 2;
      case COLOUR -> length == 6;
      default -> length > 0 && length <= colours;
    };
  }

  /**
   * OpenCV knows transparency in a palette, but not the one grey level that a grey picture may
   * declare transparent. So that picture gets a palette of its grey levels.
   */
  private static List<Chunk> withGrayTransparencyAsPalette(PngHeader header, List<Chunk> chunks) {
    if (header.colourType() != GRAY || header.depth() > 8) {
      return chunks;
    }
    byte[] data = new byte[HEADER_LENGTH];
    chunks.get(0).data().get(0, data);
    List<Chunk> converted = new ArrayList<>();
    for (Chunk chunk : chunks) {
      if (chunk.type().equals("tRNS")) {
        data[COLOUR_TYPE] = PALETTE;
        int levels = 1 << header.depth();
        byte[] palette = new byte[3 * levels];
        byte[] alpha = new byte[levels];
        for (int level = 0; level < levels; level++) {
          Arrays.fill(palette, 3 * level, 3 * level + 3, (byte) (255 * level / (levels - 1)));
        }
        Arrays.fill(alpha, (byte) 255);
        alpha[chunk.data().getShort(0)] = 0;
        converted.add(new Chunk("PLTE", ByteBuffer.wrap(palette)));
        converted.add(new Chunk("tRNS", ByteBuffer.wrap(alpha)));
      } else {
        converted.add(chunk);
      }
    }
    converted.set(0, new Chunk("IHDR", ByteBuffer.wrap(data)));
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
