package io.github.inkling.core.dataset;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads the IDX format of MNIST: one file of pictures and one of labels.
 *
 * <p>All numbers are unsigned and big-endian. The file of pictures has the magic number 2051, then
 * the number of pictures, of rows and of columns in four bytes each, then the pixels, a byte each.
 * The file of labels has the magic number 2049, then the number of labels, then the labels, a byte
 * each. Both may be compressed by gzip, which is found by itself.
 */
public final class IdxFile {
  private static final int LABELS_MAGIC = 0x0801;
  private static final int PICTURES_MAGIC = 0x0803;
  private static final int LABELS_START = 8;

  private IdxFile() {}

  /**
   * Reads two files whose pictures are stored row by row, as in MNIST.
   *
   * @param images the file of pictures, of any size
   * @param labels the file of labels
   * @return the digits, named {@code idx:IMAGES,LABELS}
   * @throws IOException if a file cannot be read; a {@link MalformedFileException} that names the
   *     file and the byte if it does not follow the format
   */
  public static LabeledDigits read(Path images, Path labels) throws IOException {
    return read(images, labels, IdxLayout.ROW_MAJOR);
  }

  /**
   * Reads two files.
   *
   * @param images the file of pictures, of any size
   * @param labels the file of labels
   * @param layout the order of the pixels of a picture
   * @return the digits, named {@code idx:IMAGES,LABELS}
   * @throws IOException if a file cannot be read; a {@link MalformedFileException} that names the
   *     file and the byte if it does not follow the format
   */
  public static LabeledDigits read(Path images, Path labels, IdxLayout layout) throws IOException {
    try (InputStream pictures = DataFile.open(images);
        InputStream numbers = DataFile.open(labels)) {
      return read(
          "idx:" + images + "," + labels,
          new IdxStream(pictures, images),
          new IdxStream(numbers, labels),
          layout);
    }
  }

  /**
   * Reads two streams, such as resources, to their ends, and leaves them open.
   *
   * @param name of the data set; errors call the streams {@code NAME (pictures)} and {@code NAME
   *     (labels)}
   * @param images the content of a file of pictures, stored row by row
   * @param labels the content of a file of labels
   * @return the digits
   * @throws IOException if a stream cannot be read; a {@link MalformedFileException} that names the
   *     stream and the byte if it does not follow the format
   */
  public static LabeledDigits read(String name, InputStream images, InputStream labels)
      throws IOException {
    String pictureSource = name + " (pictures)";
    String labelSource = name + " (labels)";
    try (InputStream pictures = DataFile.decompressed(leftOpen(images), pictureSource);
        InputStream numbers = DataFile.decompressed(leftOpen(labels), labelSource)) {
      return read(
          name,
          new IdxStream(pictures, pictureSource),
          new IdxStream(numbers, labelSource),
          IdxLayout.ROW_MAJOR);
    }
  }

  /** The decompression has to be closed, the caller's stream has not. */
  private static InputStream leftOpen(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {}
    };
  }

  private static LabeledDigits read(
      String name, IdxStream pictures, IdxStream labels, IdxLayout layout) throws IOException {
    requireMagic(pictures, PICTURES_MAGIC, "pictures", LABELS_MAGIC, "labels");
    requireMagic(labels, LABELS_MAGIC, "labels", PICTURES_MAGIC, "pictures");
    long count = pictures.number("the number of pictures");
    long labelCount = labels.number("the number of labels");
    if (count != labelCount) {
      throw labels.malformedAt(
          4, "%d labels, but %s has %d pictures".formatted(labelCount, pictures.source(), count));
    }
    long rows = pictures.number("the number of rows");
    long columns = pictures.number("the number of columns");
    if (rows == 0 || columns == 0 || rows > GrayImage.MAX_PIXELS / columns) {
      throw pictures.malformedAt(
          8,
          "pictures of %d rows and %d columns; expected at least 1 x 1 and at most %d pixels"
              .formatted(rows, columns, GrayImage.MAX_PIXELS));
    }
    DigitCollector.requireRoom(pictures.source(), count, count * rows * columns);
    byte[] values = labels.bytes((int) count, "the labels");
    DigitCollector digits = new DigitCollector(pictures.source());
    for (int i = 0; i < count; i++) {
      int label = values[i] & 0xff;
      if (label >= Prediction.CLASSES) {
        throw labels.malformedAt(
            LABELS_START + i, "label %d of digit %d (from 0) is not in 0..9".formatted(label, i));
      }
      byte[] pixels =
          pictures.bytes((int) (rows * columns), "picture " + i + " (from 0) of " + count);
      digits.add(picture((int) rows, (int) columns, pixels, layout), label);
    }
    pictures.requireEnd(count, "pictures");
    labels.requireEnd(count, "labels");
    return digits.collect(name);
  }

  private static void requireMagic(
      IdxStream file, int expected, String kind, int other, String otherKind) throws IOException {
    long magic = file.number("the magic number");
    if (magic == other) {
      throw file.malformedAt(
          0,
          "magic number %d is that of %s, expected %d for %s; are the two files swapped?"
              .formatted(magic, otherKind, expected, kind));
    }
    if (magic != expected) {
      throw file.malformedAt(
          0,
          "magic number %d, expected %d for %s in unsigned bytes".formatted(magic, expected, kind));
    }
  }

  private static GrayImage picture(int rows, int columns, byte[] stored, IdxLayout layout) {
    if (layout == IdxLayout.ROW_MAJOR) {
      return GrayImage.of(columns, rows, stored);
    }
    byte[] upright = new byte[stored.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        upright[column * rows + row] = stored[row * columns + column];
      }
    }
    return GrayImage.of(rows, columns, upright);
  }
}
