package io.github.inkling.benchmark.nondigit;

import io.github.inkling.core.image.GrayImage;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Digits, white on black, cut where they should not be: by straight columns of whole pixels. */
final class WrongCuts {
  private static final int INK = 64;

  private final List<GrayImage> digits;

  WrongCuts(List<GrayImage> digits) {
    this.digits = digits;
  }

  /** The left or the right half of a digit's columns of ink. */
  GrayImage half(Random random) {
    return half(any(random), random);
  }

  /** Two digits, with up to three columns of paper between them, or with as many in common. */
  GrayImage pair(Random random) {
    return beside(cropped(any(random)), cropped(any(random)), random.nextInt(7) - 3);
  }

  /** A digit, and the near half of its neighbour. */
  GrayImage neighbor(Random random) {
    GrayImage digit = cropped(any(random));
    GrayImage next = cropped(any(random));
    int kept = Math.max(4, next.width() / 2);
    int gap = random.nextInt(4);
    return random.nextBoolean()
        ? beside(digit, columns(next, 0, Math.min(next.width(), kept)), gap)
        : beside(columns(next, Math.max(0, next.width() - kept), next.width()), digit, gap);
  }

  private GrayImage any(Random random) {
    return digits.get(random.nextInt(digits.size()));
  }

  private static GrayImage half(GrayImage digit, Random random) {
    GrayImage ink = cropped(digit);
    int middle = ink.width() / 2;
    GrayImage half =
        random.nextBoolean()
            ? columns(ink, 0, Math.max(1, middle))
            : columns(ink, middle, ink.width());
    // Paper around it, as a crop has.
    GrayImage paper = GrayImage.of(4, ink.height(), new byte[4 * ink.height()]);
    return beside(beside(paper, half, 0), paper, 0);
  }

  private static GrayImage cropped(GrayImage digit) {
    int[] columns =
        IntStream.range(0, digit.width())
            .filter(x -> IntStream.range(0, digit.height()).anyMatch(y -> digit.at(x, y) >= INK))
            .toArray();
    return columns(digit, columns[0], columns[columns.length - 1] + 1);
  }

  private static GrayImage columns(GrayImage image, int from, int to) {
    byte[] pixels = new byte[(to - from) * image.height()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = from; x < to; x++) {
        pixels[y * (to - from) + x - from] = (byte) image.at(x, y);
      }
    }
    return GrayImage.of(to - from, image.height(), pixels);
  }

  private static GrayImage beside(GrayImage left, GrayImage right, int gap) {
    int start = Math.max(0, left.width() + gap);
    int width = Math.max(left.width(), start + right.width());
    byte[] pixels = new byte[width * left.height()];
    for (int y = 0; y < left.height(); y++) {
      for (int x = 0; x < width; x++) {
        int ink = x < left.width() ? left.at(x, y) : 0;
        int other = x >= start && x < start + right.width() ? right.at(x - start, y) : 0;
        pixels[y * width + x] = (byte) Math.max(ink, other);
      }
    }
    return GrayImage.of(width, left.height(), pixels);
  }
}
