package io.github.inkling.service;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.Sha256;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Digits that people corrected: pictures in the subfolders {@code 0} to {@code 9}, as {@code
 * inkling train --data folder:DIR} takes them. Each is written whole or not at all. A picture has
 * its content for a name, so that it is there once, under the label that it was given last.
 */
final class DigitCollection {
  private static final int NAME_LENGTH = 32;
  private static final String EXTENSION = ".png";
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.png");

  private final Path folder;
  private final int most;
  private final Map<String, Integer> labels = new HashMap<>();

  private DigitCollection(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * Opens a collection, or begins one.
   *
   * @throws IOException if the folder cannot be made, read or written to
   */
  static DigitCollection open(Path folder, int most) throws IOException {
    DigitCollection collection = new DigitCollection(folder, most);
    for (int label = 0; label < Prediction.CLASSES; label++) {
      Path subfolder = Files.createDirectories(folder.resolve(Integer.toString(label)));
      if (!Files.isWritable(subfolder)) {
        throw new IOException(
            subfolder + ": cannot be written to; check who may, or collect in another folder");
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(subfolder, "*" + EXTENSION)) {
        for (Path file : files) {
          collection.admit(file, label);
        }
      }
    }
    return collection;
  }

  /**
   * Takes in what was kept before. A process that ended between writing and deleting left a picture
   * under two labels; other people's pictures are left alone.
   */
  private void admit(Path file, int label) throws IOException {
    String name = file.getFileName().toString();
    if (!NAME.matcher(name).matches()) {
      return;
    }
    Integer other = labels.put(name, label);
    if (other != null) {
      Path before = folder.resolve(other.toString()).resolve(name);
      if (Files.mismatch(file, before) >= 0) {
        return;
      }
      boolean isNewer =
          Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(before)) >= 0;
      Files.delete(isNewer ? before : file);
      labels.put(name, isNewer ? label : other);
    }
  }

  /**
   * Keeps a digit.
   *
   * @param picture as it was recognised
   * @param label what it really is, 0 to 9
   * @return the number of digits that are kept
   * @throws ProblemException if there are as many as may be
   * @throws IOException if it cannot be written
   */
  int add(GrayImage picture, int label) throws IOException {
    String name = Sha256.hex(content(picture)).substring(0, NAME_LENGTH) + EXTENSION;
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    Png.write(picture, png);
    return add(name, png.toByteArray(), label);
  }

  private synchronized int add(String name, byte[] png, int label) throws IOException {
    Integer before = labels.get(name);
    if (before == null && labels.size() >= most) {
      throw new ProblemException(
          Problem.Kind.COLLECTION_FULL,
          "%,d digits are collected, which is as many as may be; train with them, then begin"
                  .formatted(labels.size())
              + " another folder");
    }
    AtomicFile.write(folder.resolve(Integer.toString(label)).resolve(name), out -> out.write(png));
    labels.put(name, label);
    if (before != null && before != label) {
      Files.deleteIfExists(folder.resolve(before.toString()).resolve(name));
    }
    return labels.size();
  }

  private static byte[] content(GrayImage picture) {
    byte[] pixels = picture.pixels();
    byte[] content = Arrays.copyOf(pixels, pixels.length + 4);
    ByteBuffer.wrap(content, pixels.length, 4).putInt(picture.width());
    return content;
  }
}
