package io.github.inkling.core.image;

import java.util.Optional;

/** Formats that are not read, but that people have: whoever brings one hears what to do. */
enum ForeignFormat {
  GIF("GIF", 0, "GIF8"),
  PDF("PDF", 0, "%PDF"),
  HEIC("HEIC", 4, "ftypheic"),
  HEIX("HEIC", 4, "ftypheix"),
  HEIF("HEIC", 4, "ftypmif1"),
  AVIF("AVIF", 4, "ftypavif"),
  JPEG_XL("JPEG XL", 0, "\u00ff\n"),
  JPEG_XL_BOX("JPEG XL", 4, "JXL "),
  JPEG_2000("JPEG 2000", 4, "jP  "),
  BIG_TIFF("BigTIFF", 0, "II+\0"),
  BIG_TIFF_MOTOROLA("BigTIFF", 0, "MM\0+"),
  SVG("SVG", 0, "<svg");

  private final String title;
  private final int at;
  private final String mark;

  ForeignFormat(String title, int at, String mark) {
    this.title = title;
    this.at = at;
    this.mark = mark;
  }

  /** The name of the format that a file begins as, if it is one of these. */
  static Optional<String> nameOf(PictureBytes file) {
    for (ForeignFormat format : values()) {
      if (file.has(format.at, format.mark)) {
        return Optional.of(format.title);
      }
    }
    return Optional.empty();
  }
}
