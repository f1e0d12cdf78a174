package io.github.inkling.core.recognizer;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first bytes of a file. They are checked against the file's size before anything else is read,
 * so that memory is asked for only if the file can be what it says.
 *
 * @param kind what the file holds
 * @param manifestBytes length of the manifest
 * @param payloadBytes length of the arrays
 */
record ContainerHeader(ContainerKind kind, int manifestBytes, long payloadBytes) {
  static final int BYTES = 24;

  /** The format that this version writes; it reads this one and every older one. */
  static final int FORMAT_VERSION = 1;

  /** A file is held in one array of Java's. */
  static final long MAX_FILE_BYTES = Integer.MAX_VALUE - 64L;

  /** A manifest is a few kilobytes; more than this is not one. */
  private static final int MAX_MANIFEST_BYTES = 1 << 24;

  /**
   * Reads the header of a file.
   *
   * @param kind what the file should hold
   * @param start the first {@link #BYTES} of the file, fewer if it has no more
   * @param size of the file, which all that the header says must fit
   * @param source named in errors
   */
  static ContainerHeader read(ContainerKind kind, byte[] start, long size, Object source)
      throws MalformedFileException {
    ContainerHeader header = read(kind, start, source);
    header.requireSize(size, source);
    return header;
  }

  /**
   * Reads the header of a file of which nobody knows how long it really is.
   *
   * @param kind what the file should hold
   * @param start the first {@link #BYTES}, fewer if there are no more
   * @param source named in errors
   */
  static ContainerHeader read(ContainerKind kind, byte[] start, Object source)
      throws MalformedFileException {
    kind.require(start, source);
    if (start.length < BYTES) {
      throw cutOff(kind, source, start.length, BYTES + Sha256.BYTES);
    }
    ByteBuffer buffer = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    requireKnownVersion(buffer.getInt(ContainerKind.MAGIC_BYTES), source);
    ContainerHeader header = new ContainerHeader(kind, buffer.getInt(12), buffer.getLong(16));
    header.requirePossibleLengths(source);
    return header;
  }

  private static void requireKnownVersion(int version, Object source)
      throws MalformedFileException {
    if (version > FORMAT_VERSION) {
      throw new MalformedFileException(
          source,
          "written in format %d by a newer Inkling; this one (%s) reads up to format %d, so update it"
              .formatted(version, Versions.inkling(), FORMAT_VERSION));
    }
    if (version < 1) {
      throw new MalformedFileException(source, "damaged header (format %d)".formatted(version));
    }
  }

  private void requirePossibleLengths(Object source) throws MalformedFileException {
    if (manifestBytes < 2
        || manifestBytes > MAX_MANIFEST_BYTES
        || payloadBytes < 0
        || payloadBytes > MAX_FILE_BYTES
        || fileBytes() > MAX_FILE_BYTES) {
      throw new MalformedFileException(
          source,
          "damaged header (manifest of %d bytes, arrays of %d bytes)"
              .formatted(manifestBytes, payloadBytes));
    }
  }

  private void requireSize(long size, Object source) throws MalformedFileException {
    if (size < fileBytes()) {
      throw cutOff(source, size);
    }
    if (size > fileBytes()) {
      throw new MalformedFileException(
          source,
          "%d bytes follow the %s's end at byte %d"
              .formatted(size - fileBytes(), kind.noun(), fileBytes()));
    }
  }

  /** The length of the whole file. */
  long fileBytes() {
    return BYTES + manifestBytes + payloadBytes + Sha256.BYTES;
  }

  byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(kind.magic())
        .putInt(FORMAT_VERSION)
        .putInt(manifestBytes)
        .putLong(payloadBytes)
        .array();
  }

  MalformedFileException cutOff(Object source, long size) {
    return cutOff(kind, source, size, fileBytes());
  }

  private static MalformedFileException cutOff(
      ContainerKind kind, Object source, long size, long expected) {
    return new MalformedFileException(
        source, "cut off after %d of %d bytes; %s".formatted(size, expected, kind.remedy()));
  }
}
