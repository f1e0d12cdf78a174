package io.github.inkling.service;

import io.github.inkling.core.image.GrayImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG. */
final class Png {
  private Png() {}

  /**
   * Writes a picture. In memory: left to itself, ImageIO makes a temporary file for each, which
   * takes longer, and is refused while the process is ending.
   */
  static void write(GrayImage picture, OutputStream out) throws IOException {
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(picture.toBufferedImage(), "png", stream);
    }
  }
}
