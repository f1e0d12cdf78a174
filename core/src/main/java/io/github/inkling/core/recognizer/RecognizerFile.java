package io.github.inkling.core.recognizer;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.InputFile;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.Sha256;
import io.github.inkling.core.model.FeatureExtractorProvider;
import io.github.inkling.core.model.FeatureExtractors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The model file: a header, a manifest in JSON, the arrays and a SHA-256 over all of it. {@code
 * docs/model-file.md} describes it byte by byte.
 */
final class RecognizerFile {
  private RecognizerFile() {}

  static void write(DigitRecognizer recognizer, Path file) throws IOException {
    Encoded encoded = new Encoded(recognizer);
    ModelHeader header = encoded.header;
    if (header.fileBytes() > ModelHeader.MAX_FILE_BYTES) {
      throw new IOException(
          "%s: the model would take %d MB, a model file holds at most %d MB"
              .formatted(file, header.fileBytes() >> 20, ModelHeader.MAX_FILE_BYTES >> 20));
    }
    AtomicFile.write(
        file,
        out -> {
          MessageDigest sha256 = Sha256.start();
          OutputStream digested = new DigestOutputStream(out, sha256);
          digested.write(header.toBytes());
          digested.write(encoded.manifest);
          encoded.payload.writeTo(digested);
          out.write(sha256.digest());
        });
  }

  /** How large the file of a recognizer is, without writing it. */
  static long size(DigitRecognizer recognizer) {
    try {
      return new Encoded(recognizer).header.fileBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the model's manifest cannot be made", e);
    }
  }

  /** All parts of a file but its checksum. */
  private static final class Encoded {
    private final Payload payload;
    private final byte[] manifest;
    private final ModelHeader header;

    Encoded(DigitRecognizer recognizer) throws IOException {
      ModelParts parts = ModelParts.of(recognizer);
      payload = Payload.of(parts.arrays());
      manifest = Manifest.write(recognizer, parts, payload);
      header = new ModelHeader(manifest.length, payload.bytes());
    }
  }

  static DigitRecognizer read(Path file, FeatureExtractorProvider... own) throws IOException {
    try (InputStream in = InputFile.openRegular(file, "a model file")) {
      return read(in, Files.size(file), file, FeatureExtractors.with(own));
    }
  }

  static DigitRecognizer read(
      InputStream in, long size, Object source, FeatureExtractors extractors) throws IOException {
    byte[] start = in.readNBytes(ModelHeader.BYTES);
    ModelHeader header = ModelHeader.read(start, size, source);
    byte[] content = new byte[(int) size];
    System.arraycopy(start, 0, content, 0, start.length);
    int got = start.length + in.readNBytes(content, start.length, content.length - start.length);
    if (got < size) {
      throw ModelHeader.cutOff(source, got, size);
    }
    return read(content, header, source, extractors);
  }

  /**
   * Reads a model from a stream, of which nobody knows how long it is: memory is taken as bytes
   * come, and never more than the header speaks of.
   */
  static DigitRecognizer read(InputStream in, Object source, FeatureExtractors extractors)
      throws IOException {
    byte[] start = in.readNBytes(ModelHeader.BYTES);
    ModelHeader header = ModelHeader.read(start, source);
    int size = (int) header.fileBytes();
    byte[] rest = in.readNBytes(size - start.length);
    int got = start.length + rest.length;
    if (got < size) {
      throw ModelHeader.cutOff(source, got, size);
    }
    if (in.read() >= 0) {
      throw new MalformedFileException(source, "more bytes follow the model's end at byte " + size);
    }
    byte[] content = Arrays.copyOf(start, size);
    System.arraycopy(rest, 0, content, start.length, rest.length);
    return read(content, header, source, extractors);
  }

  private static DigitRecognizer read(
      byte[] content, ModelHeader header, Object source, FeatureExtractors extractors)
      throws IOException {
    requireChecksum(content, source);
    ByteBuffer manifest = ByteBuffer.wrap(content).slice(ModelHeader.BYTES, header.manifestBytes());
    ByteBuffer payload =
        ByteBuffer.wrap(content)
            .slice(ModelHeader.BYTES + header.manifestBytes(), (int) header.payloadBytes())
            .order(ByteOrder.LITTLE_ENDIAN);
    try {
      return Manifest.read(manifest, payload, extractors);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(source, e.getMessage(), e);
    }
  }

  private static void requireChecksum(byte[] content, Object source) throws IOException {
    MessageDigest sha256 = Sha256.start();
    int end = content.length - Sha256.BYTES;
    sha256.update(content, 0, end);
    if (!ByteBuffer.wrap(sha256.digest()).equals(ByteBuffer.wrap(content, end, Sha256.BYTES))) {
      throw new MalformedFileException(
          source,
          "damaged or edited: its SHA-256 does not fit its content; copy or train it again");
    }
  }
}
