package io.github.inkling.service;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.image.PictureFile;
import io.github.inkling.core.image.ReducedImage;
import io.github.inkling.core.page.PageReader;
import java.io.IOException;
import java.util.List;

/** Decodes pictures that came over the network, as large as the limits allow. */
final class Pictures {
  private static final String NAME = "picture";

  /** A picture of so many pixels is decoded at once, a larger one when a thread has time for it. */
  static final int SMALL = 100_000;

  /** A drawn digit. */
  private static final int SMALL_DRAWING = 200 * 200;

  private final int mostPixels;

  Pictures(Limits limits) {
    mostPixels = limits.picturePixels();
  }

  /** The number of pixels, by the header. */
  long pixels(byte[] encoded) {
    return pixels(open(encoded));
  }

  /** The number of pixels of some pictures, refused if they would take too much memory together. */
  long pixels(List<Sent> all) {
    long pixels = 0;
    for (Sent sent : all) {
      pixels += sent.isDrawn() ? SMALL_DRAWING : claimed(sent.file());
    }
    if (pixels > mostPixels) {
      throw new ProblemException(
          Problem.Kind.TOO_LARGE,
          "the pictures of a request have at most %,d pixels together; send fewer at a time"
              .formatted(mostPixels));
    }
    return pixels;
  }

  /** Of a broken picture none: it is refused when its turn comes. */
  private long claimed(byte[] encoded) {
    try {
      return pixels(encoded);
    } catch (ProblemException e) {
      return 0;
    }
  }

  GrayImage digit(byte[] encoded) {
    pixels(open(encoded));
    try {
      return GrayImage.decode(encoded);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  ReducedImage page(byte[] encoded) {
    PictureFile file = open(encoded);
    pixels(file);
    try {
      return file.reducedPage(0, PageReader.LONGEST_SIDE);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static PictureFile open(byte[] encoded) {
    try {
      return PictureFile.of(encoded, NAME);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private long pixels(PictureFile file) {
    try {
      long pixels = file.pixels(0);
      if (pixels > mostPixels) {
        throw new ProblemException(
            Problem.Kind.UNREADABLE_PICTURE,
            "the picture has %,d pixels; make it smaller than %,d".formatted(pixels, mostPixels));
      }
      return pixels;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static ProblemException unreadable(IOException e) {
    return new ProblemException(
        Problem.Kind.UNREADABLE_PICTURE, e.getMessage().replace("picture in memory", NAME));
  }
}
