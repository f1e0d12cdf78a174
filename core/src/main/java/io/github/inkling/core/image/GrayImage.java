package io.github.inkling.core.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A picture of any size as 8-bit luminance (0 black, 255 white), row by row from the top.
 * Immutable.
 */
public final class GrayImage {
  /** The most pixels a picture may have: 100 megapixels. */
  public static final int MAX_PIXELS = 100_000_000;

  private final int width;
  private final int height;
  private final byte[] pixels;

  private GrayImage(int width, int height, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** Wraps the pixels without a copy: whoever calls this gives them away. */
  static GrayImage wrap(int width, int height, byte[] pixels) {
    return new GrayImage(width, height, pixels);
  }

  /**
   * Wraps a copy of the pixels.
   *
   * @param width width in pixels, at least 1
   * @param height height in pixels, at least 1
   * @param pixels {@code width * height} unsigned bytes, row by row
   * @return the picture
   * @throws IllegalArgumentException if the size is not positive, is above {@link #MAX_PIXELS}, or
   *     does not fit the number of pixels
   */
  public static GrayImage of(int width, int height, byte[] pixels) {
    requireSize(width, height);
    if (pixels.length != width * height) {
      throw new IllegalArgumentException(
          "a picture of %d x %d has %d pixels, not %d"
              .formatted(width, height, width * height, pixels.length));
    }
    return new GrayImage(width, height, pixels.clone());
  }

  /**
   * The luminance (BT.601) of a picture; what is transparent becomes white, as paper is.
   *
   * @param image the picture
   * @return its luminance
   * @throws IllegalArgumentException if the picture is above {@link #MAX_PIXELS}
   */
  public static GrayImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    requireSize(width, height);
    BufferedImage flat = onPaper(image);
    byte[] pixels = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      flat.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int rgb = row[x];
        pixels[y * width + x] = luminance((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
      }
    }
    return new GrayImage(width, height, pixels);
  }

  /**
   * Reads a picture file: PNG, JPEG, BMP, TIFF or WebP, found by its content. A photograph is
   * turned upright as its EXIF orientation says, what is transparent becomes white, of several
   * pages the first is read ({@link PictureFile} reads all), and of an animation the first frame.
   *
   * @param file the file
   * @return the picture's luminance
   * @throws IOException if the file cannot be read, is not a picture, has more than {@link
   *     #MAX_PIXELS} pixels, or a side of more than a million
   */
  public static GrayImage read(Path file) throws IOException {
    return ImageDecoder.read(file);
  }

  /**
   * Decodes the bytes of a picture file, as {@link #read(Path)} does.
   *
   * @param encoded the content of a picture file
   * @return the picture's luminance
   * @throws IOException if the bytes are not a picture, or one of more than {@link #MAX_PIXELS}
   *     pixels or with a side of more than a million
   */
  public static GrayImage decode(byte[] encoded) throws IOException {
    return ImageDecoder.decode(encoded, "picture in memory");
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
   * The luminance at a place.
   *
   * @param x column from the left
   * @param y row from the top
   * @return 0 (black) to 255 (white)
   */
  public int at(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }

  /**
   * Copies the pixels.
   *
   * @return {@code width * height} unsigned bytes, row by row
   */
  public byte[] pixels() {
    return pixels.clone();
  }

  /**
   * The picture for Java's own drawing.
   *
   * @return a new picture of type {@link BufferedImage#TYPE_BYTE_GRAY}
   */
  public BufferedImage toBufferedImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, width, height, pixels);
    return image;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GrayImage that
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
    return "GrayImage[" + width + " x " + height + "]";
  }

  /** The picture on white paper, which shows where it is transparent. */
  static BufferedImage onPaper(BufferedImage image) {
    BufferedImage flat =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = flat.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return flat;
  }

  static boolean fits(long width, long height) {
    return width > 0 && height > 0 && width <= MAX_PIXELS && width * height <= MAX_PIXELS;
  }

  static void requireSize(int width, int height) {
    if (!fits(width, height)) {
      throw new IllegalArgumentException(
          "a picture has at least 1 x 1 and at most %d pixels, not %d x %d"
              .formatted(MAX_PIXELS, width, height));
    }
  }

  /** The luminance of a colour, each part 0 to 255. */
  static byte luminance(int red, int green, int blue) {
    return (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
  }
}
