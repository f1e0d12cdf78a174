package io.github.inkling.core.image;

import io.github.inkling.core.InputFile;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.opencv.NativeScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Turns the bytes of a picture file into a picture, by OpenCV. */
final class ImageDecoder {
  /** Room for {@link GrayImage#MAX_PIXELS} uncompressed pixels of four bytes. */
  private static final int MAX_BYTES = 4 * GrayImage.MAX_PIXELS;

  /** What libpng reads; OpenCV itself reads little more. */
  private static final int MAX_SIDE = 1_000_000;

  private static final int STRIP_PIXELS = 1 << 20;

  private static final String EXPECTED = "expected PNG, JPEG, BMP, TIFF or WebP";

  private static final String UNDECODABLE =
      "cannot be decoded: it is damaged, or of a kind unknown to OpenCV";

  private static final List<PictureFormat> FORMATS =
      List.of(
          new PngFormat(), new JpegFormat(), new BmpFormat(), new TiffFormat(), new WebpFormat());

  private ImageDecoder() {}

  static GrayImage read(Path file) throws IOException {
    return decode(bytesOf(file), file);
  }

  static ColorImage readColor(Path file) throws IOException {
    return decodeColor(bytesOf(file), file);
  }

  static boolean beginsAsPicture(PictureBytes file) {
    return FORMATS.stream().anyMatch(format -> format.matches(file))
        || ForeignFormat.nameOf(file).isPresent();
  }

  static GrayImage decode(byte[] encoded, Object source) throws IOException {
    return decode(
        open(encoded, source),
        Imgcodecs.IMREAD_GRAYSCALE,
        (picture, format, scope) ->
            GrayImage.wrap(
                picture.cols(), picture.rows(), bytesOf(toLuminance(picture, format, scope))));
  }

  static ColorImage decodeColor(byte[] encoded, Object source) throws IOException {
    return decode(open(encoded, source), Imgcodecs.IMREAD_COLOR, ImageDecoder::toColorImage);
  }

  /** Decodes a part of the size whose longer side is still as long as that. */
  static ReducedImage decodeReduced(byte[] encoded, Object source, int longerSide)
      throws IOException {
    Decodable picture = open(encoded, source);
    Reduction reduction =
        picture.format.decodesReduced()
            ? Reduction.of(picture.size, longerSide)
            : Reduction.none(picture.size);
    return reduction.describe(decode(picture, reduction.flag(), ImageDecoder::toColorImage));
  }

  private static ColorImage toColorImage(Mat picture, PictureFormat format, NativeScope scope) {
    return ColorImage.wrap(picture.cols(), picture.rows(), toRgb(picture, format, scope));
  }

  /** A file that may be decoded, as its header says. */
  private record Decodable(PictureFormat format, PictureBytes file, PictureFormat.Size size) {}

  /** Makes a picture of what OpenCV decoded. */
  @FunctionalInterface
  private interface Conversion<T> {
    T convert(Mat picture, PictureFormat format, NativeScope scope);
  }

  static byte[] bytesOf(Path file) throws IOException {
    byte[] encoded;
    try (InputStream in = InputFile.open(file, "a picture")) {
      requireFileSize(Files.size(file), file);
      // Devices and growing files have more to give than their size says.
      encoded = in.readNBytes(MAX_BYTES + 1);
    }
    requireFileSize(encoded.length, file);
    return encoded;
  }

  /** The number of pixels, by the header. */
  static long pixels(byte[] encoded, Object source) throws IOException {
    PictureFormat.Size size = open(encoded, source).size;
    return size.width() * size.height();
  }

  private static Decodable open(byte[] encoded, Object source) throws IOException {
    PictureFormat format = format(encoded, source);
    PictureBytes file = new PictureBytes(encoded, source, format.name());
    return new Decodable(format, file, size(format, file));
  }

  private static PictureFormat format(byte[] encoded, Object source) throws IOException {
    if (encoded.length == 0) {
      throw new MalformedFileException(source, "empty, so not a picture; " + EXPECTED);
    }
    for (PictureFormat format : FORMATS) {
      if (format.matches(new PictureBytes(encoded, source, format.name()))) {
        return format;
      }
    }
    String problem =
        ForeignFormat.nameOf(new PictureBytes(encoded, source, ""))
            .map(
                name ->
                    "of the format %s, which is not read; save it as PNG or JPEG".formatted(name))
            .orElse("not a picture that can be decoded; " + EXPECTED);
    throw new MalformedFileException(source, problem);
  }

  private static <T> T decode(Decodable source, int flags, Conversion<T> conversion)
      throws MalformedFileException {
    PictureFormat format = source.format;
    PictureBytes file = source.file;
    byte[] encoded = format.decodable(file);
    try (NativeScope scope = new NativeScope()) {
      Mat bytes = scope.own(new MatOfByte(encoded), Mat::release);
      int wanted = format.hasAlpha() ? Imgcodecs.IMREAD_UNCHANGED : flags;
      Mat picture = scope.own(Imgcodecs.imdecode(bytes, wanted), Mat::release);
      if (picture.empty()) {
        throw file.malformed(UNDECODABLE);
      }
      requireType(picture, file);
      turn(picture, format.orientation(file), scope);
      return conversion.convert(picture, format, scope);
    } catch (CvException e) {
      throw file.malformed(UNDECODABLE, e);
    }
  }

  private static byte[] bytesOf(Mat picture) {
    byte[] pixels = new byte[(int) (picture.total() * picture.elemSize())];
    picture.get(0, 0, pixels);
    return pixels;
  }

  /** 8-bit BT.601 luminance, over white paper where the picture is transparent. */
  private static Mat toLuminance(Mat picture, PictureFormat format, NativeScope scope) {
    Mat gray = picture;
    int channels = picture.channels();
    if (channels > 1) {
      gray = scope.own(new Mat(), Mat::release);
      int code = channels == 3 ? Imgproc.COLOR_BGR2GRAY : Imgproc.COLOR_BGRA2GRAY;
      Imgproc.cvtColor(picture, gray, code);
    }
    return toBytes(overPaper(gray, picture, format, scope), scope);
  }

  /**
   * 8-bit red, green and blue, over white paper where the picture is transparent. A photograph has
   * neither transparency nor 16 bits, and many pixels: it is changed in place and copied once.
   */
  private static byte[] toRgb(Mat picture, PictureFormat format, NativeScope scope) {
    if (picture.type() != CvType.CV_8UC3) {
      return bytesOf(toRgbPlanes(picture, format, scope));
    }
    // OpenCV swaps colours in place by way of a copy, so that is one of a strip.
    int strip = Math.max(1, STRIP_PIXELS / picture.cols());
    for (int y = 0; y < picture.rows(); y += strip) {
      Mat rows = scope.own(picture.rowRange(y, Math.min(picture.rows(), y + strip)), Mat::release);
      Imgproc.cvtColor(rows, rows, Imgproc.COLOR_BGR2RGB);
    }
    return bytesOf(picture);
  }

  private static Mat toRgbPlanes(Mat picture, PictureFormat format, NativeScope scope) {
    Mat rgb = scope.own(new Mat(picture.size(), CvType.CV_8UC3), Mat::release);
    for (int channel = 0; channel < 3; channel++) {
      Mat plane = scope.own(new Mat(), Mat::release);
      Core.extractChannel(picture, plane, picture.channels() == 1 ? 0 : 2 - channel);
      Core.insertChannel(toBytes(overPaper(plane, picture, format, scope), scope), rgb, channel);
    }
    return rgb;
  }

  /** Turns a picture in place. */
  private static void turn(Mat picture, ExifOrientation orientation, NativeScope scope) {
    if (orientation.swapsSides()) {
      Mat transposed = scope.own(new Mat(), Mat::release);
      Core.transpose(picture, transposed);
      transposed.assignTo(picture);
    }
    if (orientation.flipsX() && orientation.flipsY()) {
      Core.flip(picture, picture, -1);
    } else if (orientation.flipsX() || orientation.flipsY()) {
      Core.flip(picture, picture, orientation.flipsX() ? 1 : 0);
    }
  }

  /** Lays white paper below a plane of a picture, if that is transparent anywhere. */
  private static Mat overPaper(Mat plane, Mat picture, PictureFormat format, NativeScope scope) {
    if (picture.channels() == 4) {
      double white = white(picture);
      Mat alpha = scope.own(new Mat(), Mat::release);
      Core.extractChannel(picture, alpha, 3);
      if (!(format.premultiplied() && picture.depth() == CvType.CV_8U)) {
        Core.multiply(plane, alpha, plane, 1 / white);
      }
      Mat paper = scope.own(new Mat(), Mat::release);
      alpha.convertTo(paper, -1, -1, white);
      Core.add(plane, paper, plane);
    }
    return plane;
  }

  private static Mat toBytes(Mat plane, NativeScope scope) {
    if (plane.depth() == CvType.CV_8U) {
      return plane;
    }
    Mat scaled = scope.own(new Mat(), Mat::release);
    plane.convertTo(scaled, CvType.CV_8U, 255 / white(plane));
    return scaled;
  }

  private static double white(Mat picture) {
    return picture.depth() == CvType.CV_8U ? 255 : 65535;
  }

  private static void requireType(Mat picture, PictureBytes file) throws MalformedFileException {
    int depth = picture.depth();
    int channels = picture.channels();
    if ((depth != CvType.CV_8U && depth != CvType.CV_16U) || channels == 2 || channels > 4) {
      throw file.malformed(
          "has pixels of type %s; expected 1, 3 or 4 channels of 8 or 16 bits"
              .formatted(CvType.typeToString(picture.type())));
    }
  }

  private static void requireFileSize(long bytes, Path file) throws MalformedFileException {
    if (bytes > MAX_BYTES) {
      throw new MalformedFileException(
          file,
          "a picture file of more than %d bytes is not read; make it smaller".formatted(MAX_BYTES));
    }
  }

  /** The size by the header, if it may be decoded. */
  private static PictureFormat.Size size(PictureFormat format, PictureBytes file)
      throws MalformedFileException {
    PictureFormat.Size size = format.size(file);
    if (!GrayImage.fits(size.width(), size.height())) {
      throw file.malformed(
          "is %d x %d; it must have at least 1 and at most %d pixels, so make it smaller"
              .formatted(size.width(), size.height(), GrayImage.MAX_PIXELS));
    }
    if (Math.max(size.width(), size.height()) > MAX_SIDE) {
      throw file.malformed(
          "is %d x %d; at most %d pixels may lie side by side, so make it smaller"
              .formatted(size.width(), size.height(), MAX_SIDE));
    }
    return size;
  }
}
