package io.github.inkling.core.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A coloured picture of any size, 8 bits of red, green and blue per pixel, row by row from the top.
 * Colour tells a pen from the lines of the paper and from the paper itself. Immutable.
 */
public final class ColorImage {
  /** Bytes per pixel. */
  private static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] pixels;

  private ColorImage(int width, int height, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** Wraps the pixels without a copy: whoever calls this gives them away. */
  static ColorImage wrap(int width, int height, byte[] pixels) {
    return new ColorImage(width, height, pixels);
  }

  /**
   * Wraps a copy of the pixels.
   *
   * @param width width in pixels, at least 1
   * @param height height in pixels, at least 1
   * @param pixels {@code 3 * width * height} unsigned bytes: red, green, blue, row by row
   * @return the picture
   * @throws IllegalArgumentException if the size is not positive, is above {@link
   *     GrayImage#MAX_PIXELS}, or does not fit the number of bytes
   */
  public static ColorImage of(int width, int height, byte[] pixels) {
    GrayImage.requireSize(width, height);
    if (pixels.length != CHANNELS * width * height) {
      throw new IllegalArgumentException(
          "a coloured picture of %d x %d has %d bytes, not %d"
              .formatted(width, height, CHANNELS * width * height, pixels.length));
    }
    return new ColorImage(width, height, pixels.clone());
  }

  /**
   * A picture of greys as a coloured one.
   *
   * @param image the picture
   * @return a picture with three equal channels
   */
  public static ColorImage of(GrayImage image) {
    byte[] gray = image.pixels();
    byte[] pixels = new byte[CHANNELS * gray.length];
    for (int i = 0; i < gray.length; i++) {
      Arrays.fill(pixels, CHANNELS * i, CHANNELS * (i + 1), gray[i]);
    }
    return new ColorImage(image.width(), image.height(), pixels);
  }

  /**
   * Copies a picture of Java's; what is transparent becomes white, as paper is.
   *
   * @param image the picture
   * @return its colours
   * @throws IllegalArgumentException if the picture is above {@link GrayImage#MAX_PIXELS}
   */
  public static ColorImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    GrayImage.requireSize(width, height);
    BufferedImage flat = GrayImage.onPaper(image);
    byte[] pixels = new byte[CHANNELS * width * height];
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      flat.getRGB(0, y, width, 1, row, 0, width);
      for (int rgb : row) {
        pixels[at++] = (byte) (rgb >> 16);
        pixels[at++] = (byte) (rgb >> 8);
        pixels[at++] = (byte) rgb;
      }
    }
    return new ColorImage(width, height, pixels);
  }

  /**
   * Reads a picture file, as {@link GrayImage#read} does, with its colours.
   *
   * @param file the file
   * @return the picture
   * @throws IOException if the file cannot be read, is not a picture, has more than {@link
   *     GrayImage#MAX_PIXELS} pixels, or a side of more than a million
   */
  public static ColorImage read(Path file) throws IOException {
    return ImageDecoder.readColor(file);
  }

  /**
   * Decodes the bytes of a picture file, as {@link #read(Path)} does.
   *
   * @param encoded the content of a picture file
   * @return the picture
   * @throws IOException if the bytes are not a picture, or one of more than {@link
   *     GrayImage#MAX_PIXELS} pixels or with a side of more than a million
   */
  public static ColorImage decode(byte[] encoded) throws IOException {
    return ImageDecoder.decodeColor(encoded, "picture in memory");
  }

  /**
   * Width in pixels.
   *
   * @return at least 1
   */
  public int width() {
    return width;
  }

  /**
   * Height in pixels.
   *
   * @return at least 1
   */
  public int height() {
    return height;
  }

  /**
   * Copies some rows.
   *
   * @param first the first row, counted from the top
   * @param count how many rows
   * @return {@code 3 * width * count} unsigned bytes: red, green, blue, row by row
   * @throws IndexOutOfBoundsException if the picture has no such rows
   */
  public byte[] rows(int first, int count) {
    int from = CHANNELS * width * first;
    int to = from + CHANNELS * width * count;
    if (first < 0 || count < 0 || first + count > height) {
      throw new IndexOutOfBoundsException(
          "rows %d to %d of a picture with %d".formatted(first, first + count - 1, height));
    }
    return Arrays.copyOfRange(pixels, from, to);
  }

  /**
   * The luminance (BT.601).
   *
   * @return a picture of the same size
   */
  public GrayImage toGray() {
    byte[] gray = new byte[width * height];
    for (int i = 0, at = 0; i < gray.length; i++, at += CHANNELS) {
      int red = pixels[at] & 0xff;
      int green = pixels[at + 1] & 0xff;
      int blue = pixels[at + 2] & 0xff;
      gray[i] = GrayImage.luminance(red, green, blue);
    }
    return GrayImage.wrap(width, height, gray);
  }

  /**
   * The picture for Java's own drawing.
   *
   * @return a new picture of type {@link BufferedImage#TYPE_INT_RGB}
   */
  public BufferedImage toBufferedImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at += CHANNELS) {
        row[x] = (pixels[at] & 0xff) << 16 | (pixels[at + 1] & 0xff) << 8 | (pixels[at + 2] & 0xff);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColorImage that
        && width == that.width
        && height == that.height
        && Arrays.equals(pixels, that.pixels);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(pixels);
  }

  @Override
  public String toString() {
    return "ColorImage[" + width + " x " + height + "]";
  }
}
