package io.github.inkling.core.recognizer;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.model.FeatureExtractorProvider;
import io.github.inkling.core.model.FeatureExtractors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The model file: a header, a manifest in JSON, the classifier's arrays and a SHA-256 over all of
 * it. {@code docs/model-file.md} describes it byte by byte.
 */
final class RecognizerFile {
  /** The format that this version writes; it reads this one and every older one. */
  static final int FORMAT_VERSION = 1;

  /** Starts with a byte above 127 and holds a line end of each kind, so that text mode shows. */
  static final byte[] MAGIC = {(byte) 0x89, 'I', 'N', 'K', '\r', '\n', 0x1a, '\n'};

  static final int HEADER_BYTES = 24;
  static final int CHECKSUM_BYTES = 32;

  /** A manifest is a few kilobytes; more than this is not one. */
  private static final int MAX_MANIFEST_BYTES = 1 << 24;

  private static final long MAX_FILE_BYTES = Integer.MAX_VALUE - 64L;

  private RecognizerFile() {}

  static void write(DigitRecognizer recognizer, Path file) throws IOException {
    Payload payload = Payload.of(recognizer.classifier().state().arrays());
    byte[] manifest = Manifest.write(recognizer, payload);
    long size = (long) HEADER_BYTES + manifest.length + payload.bytes() + CHECKSUM_BYTES;
    if (size > MAX_FILE_BYTES) {
      throw new IOException(
          "%s: the model would take %d MB, a model file holds at most %d MB"
              .formatted(file, size >> 20, MAX_FILE_BYTES >> 20));
    }
    AtomicFile.write(
        file,
        out -> {
          MessageDigest sha256 = sha256();
          OutputStream digested = new DigestOutputStream(out, sha256);
          digested.write(header(manifest.length, payload.bytes()));
          digested.write(manifest);
          payload.writeTo(digested);
          out.write(sha256.digest());
        });
  }

  static DigitRecognizer read(Path file, FeatureExtractorProvider... own) throws IOException {
    long size = Files.size(file);
    if (size > MAX_FILE_BYTES) {
      throw new MalformedFileException(
          file, "%d MB are more than a model file can have".formatted(size >> 20));
    }
    return read(Files.readAllBytes(file), file, FeatureExtractors.with(own));
  }

  static DigitRecognizer read(byte[] content, Object source, FeatureExtractors extractors)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int manifestBytes = checkHeader(buffer, source);
    checkChecksum(content, source);
    ByteBuffer manifest = buffer.slice(HEADER_BYTES, manifestBytes);
    int payloadStart = HEADER_BYTES + manifestBytes;
    ByteBuffer payload = buffer.slice(payloadStart, content.length - CHECKSUM_BYTES - payloadStart);
    try {
      return Manifest.read(manifest, payload.order(ByteOrder.LITTLE_ENDIAN), extractors);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(source, e.getMessage(), e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static byte[] header(int manifestBytes, long payloadBytes) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putInt(FORMAT_VERSION)
        .putInt(manifestBytes)
        .putLong(payloadBytes)
        .array();
  }

  /** Returns the manifest's length, after everything in the header fits the content's size. */
  private static int checkHeader(ByteBuffer buffer, Object source) throws IOException {
    int size = buffer.capacity();
    int magic = Math.min(size, MAGIC.length);
    if (size == 0 || !buffer.slice(0, magic).equals(ByteBuffer.wrap(MAGIC, 0, magic))) {
      throw new MalformedFileException(
          source, "not an Inkling model; make one with: inkling train --out FILE");
    }
    if (size < HEADER_BYTES + CHECKSUM_BYTES) {
      throw cutOff(source, size, HEADER_BYTES + CHECKSUM_BYTES);
    }
    int version = buffer.getInt(8);
    if (version > FORMAT_VERSION) {
      throw new MalformedFileException(
          source,
          "written in format %d by a newer Inkling; this one (%s) reads up to format %d, so update it"
              .formatted(version, Versions.inkling(), FORMAT_VERSION));
    }
    int manifestBytes = buffer.getInt(12);
    long payloadBytes = buffer.getLong(16);
    if (version < 1
        || manifestBytes < 2
        || manifestBytes > MAX_MANIFEST_BYTES
        || payloadBytes < 0
        || payloadBytes > MAX_FILE_BYTES) {
      throw new MalformedFileException(
          source,
          "damaged header (format %d, manifest of %d bytes, arrays of %d bytes)"
              .formatted(version, manifestBytes, payloadBytes));
    }
    long expected = HEADER_BYTES + manifestBytes + payloadBytes + CHECKSUM_BYTES;
    if (size < expected) {
      throw cutOff(source, size, expected);
    }
    if (size > expected) {
      throw new MalformedFileException(
          source,
          "%d bytes follow the model's end at byte %d".formatted(size - expected, expected));
    }
    return manifestBytes;
  }

  private static void checkChecksum(byte[] content, Object source) throws IOException {
    MessageDigest sha256 = sha256();
    int end = content.length - CHECKSUM_BYTES;
    sha256.update(content, 0, end);
    if (!ByteBuffer.wrap(sha256.digest()).equals(ByteBuffer.wrap(content, end, CHECKSUM_BYTES))) {
      throw new MalformedFileException(
          source,
          "damaged or edited: its SHA-256 does not fit its content; copy or train it again");
    }
  }

  private static MalformedFileException cutOff(Object source, long size, long expected) {
    return new MalformedFileException(
        source, "cut off after %d of %d bytes; copy or train it again".formatted(size, expected));
  }
}
