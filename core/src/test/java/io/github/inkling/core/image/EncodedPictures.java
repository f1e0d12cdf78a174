package io.github.inkling.core.image;

import io.github.inkling.core.opencv.NativeScope;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Makes the bytes of picture files, sound and crafted ones. */
public final class EncodedPictures {
  private EncodedPictures() {}

  /** Smooth colours, no two rows or columns alike, so that a turned picture is noticed. */
  static BufferedImage colours(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = 255 * x / Math.max(1, width - 1);
        int green = 255 * y / Math.max(1, height - 1);
        image.setRGB(x, y, red << 16 | green << 8 | (red + green) / 4);
      }
    }
    return image;
  }

  static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("ImageIO does not write this as " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By OpenCV, which writes what ImageIO does not; colours above 100 in quality are lossless. */
  static byte[] webp(BufferedImage image, int quality) {
    try (NativeScope scope = new NativeScope()) {
      boolean alpha = image.getColorModel().hasAlpha();
      int channels = alpha ? 4 : 3;
      byte[] pixels = new byte[image.getWidth() * image.getHeight() * channels];
      ByteBuffer buffer = ByteBuffer.wrap(pixels);
      for (int argb :
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
        buffer.put((byte) argb).put((byte) (argb >> 8)).put((byte) (argb >> 16));
        if (alpha) {
          buffer.put((byte) (argb >> 24));
        }
      }
      int type = alpha ? CvType.CV_8UC4 : CvType.CV_8UC3;
      Mat mat = scope.own(new Mat(image.getHeight(), image.getWidth(), type), Mat::release);
      mat.put(0, 0, pixels);
      MatOfByte encoded = scope.own(new MatOfByte(), Mat::release);
      MatOfInt parameters =
          scope.own(new MatOfInt(Imgcodecs.IMWRITE_WEBP_QUALITY, quality), Mat::release);
      Imgcodecs.imencode(".webp", mat, encoded, parameters);
      return encoded.toArray();
    }
  }

  /**
   * A PNG chunk by chunk.
   *
   * @param rows the scan lines, each with its leading filter byte
   * @param transparency content of the tRNS chunk; none if empty
   */
  static byte[] png(
      int width, int height, int depth, int colourType, byte[] transparency, byte[] rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    out.writeBytes(
        chunk(
            "IHDR",
            ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colourType)
                .array()));
    if (transparency.length > 0) {
      out.writeBytes(chunk("tRNS", transparency));
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed)) {
      deflater.write(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.writeBytes(chunk("IDAT", compressed.toByteArray()));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  /** A part of a PNG, with its length and its checksum. */
  public static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  /**
   * A BMP of one row whose pixels take four bytes, the last of them unused.
   *
   * @param compression 0 (none), or 3 (bit fields: the masks of red, green and blue are said)
   */
  static byte[] bmp32(int compression, int... colours) {
    int start = compression == 0 ? 54 : 66;
    ByteBuffer out = ByteBuffer.allocate(start + 4 * colours.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("BM".getBytes(StandardCharsets.US_ASCII)).putInt(out.capacity()).putInt(0);
    out.putInt(start).putInt(40).putInt(colours.length).putInt(1);
    out.putShort((short) 1).putShort((short) 32).putInt(compression).putInt(4 * colours.length);
    out.position(54);
    if (compression != 0) {
      out.putInt(0xff0000).putInt(0xff00).putInt(0xff);
    }
    for (int colour : colours) {
      out.putInt(colour);
    }
    return out.array();
  }

  /** The same JPEG with an EXIF segment that holds the orientation alone. */
  static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] segment =
        ByteBuffer.allocate(36)
            .putShort((short) 0xffe1)
            .putShort((short) 34)
            .put(ascii("Exif\0\0"))
            .put(exif(orientation))
            .array();
    return splice(jpeg, 2, segment);
  }

  /** The same PNG with an EXIF chunk behind its header. */
  static byte[] pngWithOrientation(byte[] png, int orientation) {
    return splice(png, 33, chunk("eXIf", exif(orientation)));
  }

  /** A WebP that is extended by an EXIF chunk. */
  static byte[] webpWithOrientation(BufferedImage image, int orientation) {
    byte[] exif = exif(orientation);
    ByteBuffer extended = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    extended.put(ascii("VP8X")).putInt(10).putInt(0x08);
    extended.putShort((short) (image.getWidth() - 1)).put((byte) 0);
    extended.putShort((short) (image.getHeight() - 1)).put((byte) 0);
    byte[] webp = splice(webp(image, 101), 12, extended.array());
    return riff(splice(webp, webp.length, webpChunk("EXIF", exif)));
  }

  /** A WebP of two frames. */
  static byte[] animatedWebp(BufferedImage first, BufferedImage second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    extended.putInt(0x02).putShort((short) (first.getWidth() - 1)).put((byte) 0);
    extended.putShort((short) (first.getHeight() - 1)).put((byte) 0);
    out.writeBytes(ascii("RIFF....WEBP"));
    out.writeBytes(webpChunk("VP8X", extended.array()));
    out.writeBytes(webpChunk("ANIM", new byte[6]));
    for (BufferedImage frame : new BufferedImage[] {first, second}) {
      byte[] webp = webp(frame, 101);
      ByteBuffer data = ByteBuffer.allocate(16 + webp.length - 12).order(ByteOrder.LITTLE_ENDIAN);
      data.position(6).putShort((short) (frame.getWidth() - 1)).put((byte) 0);
      data.putShort((short) (frame.getHeight() - 1)).put((byte) 0);
      data.position(16).put(webp, 12, webp.length - 12);
      out.writeBytes(webpChunk("ANMF", data.array()));
    }
    return riff(out.toByteArray());
  }

  /** A PNG that says it is an animation of one frame, the picture itself. */
  static byte[] animatedPng(byte[] png) {
    byte[] control = ByteBuffer.allocate(8).putInt(1).putInt(0).array();
    return splice(png, 33, chunk("acTL", control));
  }

  /** A JPEG of 16 x 16 pixels of four components, as they are stored. */
  static byte[] cmyk(int... components) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        raster.setPixel(x, y, components);
      }
    }
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(encoded)) {
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return encoded.toByteArray();
  }

  /** The same with the mark by which Adobe says that it did not change the components. */
  static byte[] adobeCmyk(int... components) {
    byte[] segment =
        ByteBuffer.allocate(16)
            .putShort((short) 0xffee)
            .putShort((short) 14)
            .put(ascii("Adobe"))
            .putShort((short) 100)
            .array();
    return splice(cmyk(components), 2, segment);
  }

  /** A TIFF of several pages. */
  static byte[] tiffOf(BufferedImage... pages) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(encoded)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return encoded.toByteArray();
  }

  /** A big-endian block of EXIF with the orientation alone. */
  private static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put(ascii("MM\0*"))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  private static byte[] webpChunk(String type, byte[] data) {
    return ByteBuffer.allocate(8 + data.length + data.length % 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii(type))
        .putInt(data.length)
        .put(data)
        .array();
  }

  /** Says the length of a RIFF file in its header. */
  private static byte[] riff(byte[] file) {
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
    return file;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A little-endian TIFF of one directory and nothing else; fields are tag, type, value. */
  static byte[] tiff(int... fields) {
    int count = fields.length / 3;
    ByteBuffer out = ByteBuffer.allocate(14 + 12 * count).order(ByteOrder.LITTLE_ENDIAN);
    out.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) count);
    for (int i = 0; i < fields.length; i += 3) {
      out.putShort((short) fields[i]).putShort((short) fields[i + 1]).putInt(1);
      out.putInt(fields[i + 2]);
    }
    return out.array();
  }

  static byte[] splice(byte[] bytes, int at, byte[] inserted) {
    return ByteBuffer.allocate(bytes.length + inserted.length)
        .put(bytes, 0, at)
        .put(inserted)
        .put(bytes, at, bytes.length - at)
        .array();
  }
}
