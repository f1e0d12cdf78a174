package io.github.inkling.core.image;

import io.github.inkling.core.MalformedFileException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Turns the bytes of a picture file into a {@link GrayImage}. */
final class ImageDecoder {
  private ImageDecoder() {}

  static GrayImage read(Path file) throws IOException {
    return decode(Files.readAllBytes(file), file);
  }

  static GrayImage decode(byte[] encoded, Object source) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(encoded));
    if (image == null) {
      throw new MalformedFileException(source, "not a picture that can be decoded");
    }
    return GrayImage.of(image);
  }
}
