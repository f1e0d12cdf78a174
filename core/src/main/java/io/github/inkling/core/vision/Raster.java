package io.github.inkling.core.vision;

import io.github.inkling.core.image.GrayImage;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** An 8-bit picture while it is worked on: plain bytes, because small pictures dislike JNI. */
final class Raster {
  private final int width;
  private final int height;
  private final byte[] pixels;

  Raster(int width, int height, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  static Raster copyOf(GrayImage image) {
    return new Raster(image.width(), image.height(), image.pixels());
  }

  /** Reads an 8-bit matrix. */
  static Raster of(Mat mat) {
    byte[] pixels = new byte[mat.rows() * mat.cols()];
    mat.get(0, 0, pixels);
    return new Raster(mat.cols(), mat.rows(), pixels);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int size() {
    return pixels.length;
  }

  /** The pixels themselves, row by row: whoever writes them changes this picture. */
  byte[] pixels() {
    return pixels;
  }

  void invert() {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ~pixels[i];
    }
  }

  /** Replaces every pixel by the table's value for it. */
  void map(byte[] table) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = table[pixels[i] & 0xff];
    }
  }

  /** Writes the pixels into a matrix, which gets this picture's size. */
  Mat copyTo(Mat mat) {
    mat.create(height, width, CvType.CV_8UC1);
    mat.put(0, 0, pixels);
    return mat;
  }

  GrayImage toGrayImage() {
    return GrayImage.of(width, height, pixels);
  }
}
