package io.github.inkling.service;

import io.github.inkling.core.image.EncodedPictures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** What is sent to the service: a seven in all its forms. */
final class Bodies {
  static final String SEVEN = "{\"strokes\":[[[8,10],[36,10],[16,52]]],\"pen\":5}";
  static final String BOUNDARY = "----here";
  static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

  private Bodies() {}

  static BufferedImage seven() {
    BufferedImage image = new BufferedImage(44, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 44, 60);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(5));
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Path2D path = new Path2D.Double();
    path.moveTo(8, 10);
    path.lineTo(36, 10);
    path.lineTo(16, 52);
    graphics.draw(path);
    graphics.dispose();
    return image;
  }

  /** The seven as PNG, JPEG, BMP or TIFF. */
  static byte[] seven(String format) {
    return encode(seven(), format);
  }

  static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("ImageIO does not write " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The seven as lossy WebP, which ImageIO does not write. */
  static byte[] webp() {
    return Base64.getDecoder()
        .decode(
            "UklGRl4BAABXRUJQVlA4IFIBAAAQCwCdASosADwAPrVIn0onJCKhtVIKAOAWiWkAE8BSgD6BxAxYL+0+2b2Bfh39"
                + "p/5PuCfyH+l75R+rpZczgKtw5qK2gsjn7SaJa7/gtQ5uEX343Jgd8PqYUQZR16mLYSKAAP77ov/u8/7O"
                + "/xuzwpK+YsVUB97cWw6ZztCFCIiYrc2lf//pby6QJP9ZfxViRmu/9rtJc4YAmPMXQR1fBplyUChm+Y8s"
                + "mRUP11a+Rn0yePCe8cnog4AfYC/HWC2brO1LOxorh8x4pYK9DyXe95NQnexq5epf1Z9SG93eG3FER4MD"
                + "SBX8Cman6A5mK8xqCOsQ1SoYHkL8nG+++Lwnf4MmFgba9HxHO5QxUXDy/ht+YlNG6tzUPThPH+djj8gK"
                + "Ld8E0Sl+oYj1aMtbVCHj6pcCKFVHNDflv0AcDRjVOlMPlRIZ6hdfrn6H0od/kdZasAAAAA==");
  }

  /** A form of files. */
  static byte[] form(byte[]... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < files.length; i++) {
      out.writeBytes(ascii("--" + BOUNDARY + "\r\n"));
      out.writeBytes(
          ascii(
              "Content-Disposition: form-data; name=\"f%d\"; filename=\"%d.png\"\r\n"
                  .formatted(i, i)));
      out.writeBytes(ascii("Content-Type: image/png\r\n\r\n"));
      out.writeBytes(files[i]);
      out.writeBytes(ascii("\r\n"));
    }
    out.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
    return out.toByteArray();
  }

  /** A PNG whose header says any size; its pixels are so many zeros. */
  static byte[] png(int width, int height, long zeros) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 0).array();
    out.writeBytes(EncodedPictures.chunk("IHDR", header));
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed)) {
      byte[] some = new byte[1 << 16];
      for (long left = zeros; left > 0; left -= some.length) {
        deflater.write(some, 0, (int) Math.min(left, some.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.writeBytes(EncodedPictures.chunk("IDAT", compressed.toByteArray()));
    out.writeBytes(EncodedPictures.chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  /** Lines of a header. */
  static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
