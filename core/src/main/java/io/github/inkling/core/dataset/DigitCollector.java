package io.github.inkling.core.dataset;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.image.GrayImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the digits of one source, up to what fits in memory. */
final class DigitCollector {
  /** The most digits of a data set: ten times EMNIST, and more. */
  static final int MAX_DIGITS = 10_000_000;

  /** The most pixels of all pictures together: 2 GB. */
  static final long MAX_PIXELS = Integer.MAX_VALUE;

  private final Object source;
  private final List<GrayImage> images = new ArrayList<>();
  private int[] labels = new int[1024];
  private long pixels;

  DigitCollector(Object source) {
    this.source = source;
  }

  /** Refuses a data set that would be too large, before any of it is read. */
  static void requireRoom(Object source, long digits, long pixels) throws MalformedFileException {
    if (digits > MAX_DIGITS || pixels > MAX_PIXELS) {
      throw new MalformedFileException(
          source,
          String.format(
              "%d digits of %d pixels in all; at most %d digits and %d pixels are read,"
                  + " so take fewer or smaller pictures",
              digits, pixels, MAX_DIGITS, MAX_PIXELS));
    }
  }

  int size() {
    return images.size();
  }

  void add(GrayImage image, int label) throws MalformedFileException {
    pixels += (long) image.width() * image.height();
    requireRoom(source, size() + 1L, pixels);
    if (size() == labels.length) {
      labels = Arrays.copyOf(labels, 2 * labels.length);
    }
    labels[size()] = label;
    images.add(image);
  }

  LabeledDigits collect(String name) throws MalformedFileException {
    if (images.isEmpty()) {
      throw new MalformedFileException(source, "there are no digits in it");
    }
    return new LabeledDigits(name, images, Arrays.copyOf(labels, size()));
  }
}
