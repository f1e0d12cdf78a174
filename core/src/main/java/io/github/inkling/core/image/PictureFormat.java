package io.github.inkling.core.image;

import io.github.inkling.core.MalformedFileException;

/**
 * What must be known of a file format before OpenCV may decode it.
 *
 * <p>OpenCV asks for the memory of whatever size a header claims, prints what it dislikes to
 * standard error, and turns some cut off files into half a picture. Each format therefore reads the
 * size itself and sees that the file is whole.
 */
interface PictureFormat {
  /** The format's usual name. */
  String name();

  /** Whether the file begins as this format does. */
  boolean matches(PictureBytes file);

  /**
   * Reads the header.
   *
   * @return width and height as claimed, not yet checked against any limit
   * @throws MalformedFileException if the file is cut off or damaged
   */
  Size size(PictureBytes file) throws MalformedFileException;

  /**
   * The bytes that OpenCV shall decode.
   *
   * @param file a file whose {@link #size} could be read
   */
  default byte[] decodable(PictureBytes file) throws MalformedFileException {
    return file.array();
  }

  /**
   * Whether colours may come with transparency. If not, OpenCV reads luminance directly and turns
   * the picture upright as its EXIF orientation says, which it cannot do while keeping alpha.
   */
  default boolean hasAlpha() {
    return true;
  }

  /**
   * How the picture must be turned after OpenCV has decoded it, where OpenCV does not see to that.
   *
   * @param file a file that is {@link #decodable}
   */
  default ExifOrientation orientation(PictureBytes file) throws MalformedFileException {
    return ExifOrientation.UPRIGHT;
  }

  /** Whether OpenCV decodes a half, a quarter or an eighth of both sides faster than the whole. */
  default boolean decodesReduced() {
    return false;
  }

  /** Whether OpenCV delivers 8-bit colours that are already multiplied by their alpha. */
  default boolean premultiplied() {
    return false;
  }

  /**
   * The size of a picture as its header claims it.
   *
   * @param width in pixels
   * @param height in pixels
   */
  record Size(long width, long height) {}
}
