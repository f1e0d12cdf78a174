package io.github.inkling.core.recognizer;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What model files and checkpoints have in common: a header, a manifest in JSON, arrays and a
 * SHA-256 over all of it. {@code docs/model-file.md} describes it byte by byte.
 */
final class Container {
  private final ContainerHeader header;
  private final byte[] manifest;
  private final Payload payload;

  /**
   * Puts the parts of a file together.
   *
   * @param kind what the file holds
   * @param manifest the JSON
   * @param payload the arrays
   */
  Container(ContainerKind kind, byte[] manifest, Payload payload) {
    this.header = new ContainerHeader(kind, manifest.length, payload.bytes());
    this.manifest = manifest.clone();
    this.payload = payload;
  }

  /**
   * What was read; the checksum of the whole is checked, what it says is not.
   *
   * @param manifest the JSON
   * @param payload the bytes of the arrays, little-endian
   */
  record Content(ByteBuffer manifest, ByteBuffer payload) {}

  /** The length of the whole file. */
  long fileBytes() {
    return header.fileBytes();
  }

  void write(Path file) throws IOException {
    if (fileBytes() > ContainerHeader.MAX_FILE_BYTES) {
      String noun = header.kind().noun();
      throw new IOException(
          "%s: the %s would take %d MB, a %s file holds at most %d MB"
              .formatted(
                  file, noun, fileBytes() >> 20, noun, ContainerHeader.MAX_FILE_BYTES >> 20));
    }
    AtomicFile.write(
        file,
        out -> {
          MessageDigest sha256 = Sha256.start();
          OutputStream digested = new DigestOutputStream(out, sha256);
          digested.write(header.toBytes());
          digested.write(manifest);
          payload.writeTo(digested);
          out.write(sha256.digest());
        });
  }

  /** Reads a file of a known size, which all that its header says must fit. */
  static Content read(ContainerKind kind, InputStream in, long size, Object source)
      throws IOException {
    byte[] start = in.readNBytes(ContainerHeader.BYTES);
    ContainerHeader header = ContainerHeader.read(kind, start, size, source);
    byte[] content = new byte[(int) size];
    System.arraycopy(start, 0, content, 0, start.length);
    int got = start.length + in.readNBytes(content, start.length, content.length - start.length);
    if (got < size) {
      throw header.cutOff(source, got);
    }
    return parts(content, header, source);
  }

  /**
   * Reads from a stream, of which nobody knows how long it is: memory is taken as bytes come, and
   * never more than the header speaks of.
   */
  static Content read(ContainerKind kind, InputStream in, Object source) throws IOException {
    byte[] start = in.readNBytes(ContainerHeader.BYTES);
    ContainerHeader header = ContainerHeader.read(kind, start, source);
    int size = (int) header.fileBytes();
    byte[] rest = in.readNBytes(size - start.length);
    int got = start.length + rest.length;
    if (got < size) {
      throw header.cutOff(source, got);
    }
    if (in.read() >= 0) {
      throw new MalformedFileException(
          source, "more bytes follow the %s's end at byte %d".formatted(kind.noun(), size));
    }
    byte[] content = Arrays.copyOf(start, size);
    System.arraycopy(rest, 0, content, start.length, rest.length);
    return parts(content, header, source);
  }

  private static Content parts(byte[] content, ContainerHeader header, Object source)
      throws IOException {
    requireChecksum(content, header.kind(), source);
    ByteBuffer all = ByteBuffer.wrap(content);
    int end = ContainerHeader.BYTES + header.manifestBytes();
    return new Content(
        all.slice(ContainerHeader.BYTES, header.manifestBytes()),
        all.slice(end, (int) header.payloadBytes()).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static void requireChecksum(byte[] content, ContainerKind kind, Object source)
      throws IOException {
    MessageDigest sha256 = Sha256.start();
    int end = content.length - Sha256.BYTES;
    sha256.update(content, 0, end);
    if (!ByteBuffer.wrap(sha256.digest()).equals(ByteBuffer.wrap(content, end, Sha256.BYTES))) {
      throw new MalformedFileException(
          source, "damaged or edited: its SHA-256 does not fit its content; " + kind.remedy());
    }
  }
}
