package io.github.inkling.service;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Changes bytes here and there, as chance has it: the same seed makes the same changes. */
final class Mutator {
  private static final int[] EDGES = {0, 1, 0x7f, 0x80, 0xfe, 0xff, '"', '{', ']', '\r', '\n'};
  private static final int[] NUMBERS = {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 65_535};
  private static final int PNG_SIGNATURE = 8;

  private final Random random;
  private final List<byte[]> words;

  Mutator(Random random, List<String> words) {
    this.random = random;
    this.words = words.stream().map(word -> word.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  byte[] mutate(byte[] original) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes = change(bytes);
    }
    return bytes;
  }

  private byte[] change(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
    switch (random.nextInt(words.isEmpty() ? 8 : 10)) {
      case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bytes[at] = (byte) EDGES[random.nextInt(EDGES.length)];
      case 3 -> bytes[at] = (byte) random.nextInt(256);
      case 4 -> {
        if (bytes.length - at >= 4) {
          ByteBuffer.wrap(bytes).putInt(at, NUMBERS[random.nextInt(NUMBERS.length)]);
        }
      }
      case 5 -> {
        return splice(bytes, at, at + length, new byte[0]);
      }
      case 6 -> {
        return splice(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
      }
      case 7 -> {
        return random.nextInt(4) == 0
            ? Arrays.copyOf(bytes, at)
            : splice(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
      }
      default -> {
        return splice(bytes, at, at, words.get(random.nextInt(words.size())));
      }
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] inserted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(inserted);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  /** Makes the checksums of a PNG right again, lest all damage be found by them alone. */
  static void repairPngChecksums(byte[] png) {
    ByteBuffer chunks = ByteBuffer.wrap(png);
    int at = PNG_SIGNATURE;
    while (at + 12 <= png.length) {
      int length = chunks.getInt(at);
      if (length < 0 || length > png.length - at - 12) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(png, at + 4, length + 4);
      chunks.putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
  }
}
