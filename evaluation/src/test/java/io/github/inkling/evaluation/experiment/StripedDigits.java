package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pictures that rows of ink tell apart, more or less: no two are the same. */
public final class StripedDigits {
  private static final int SIZE = 28;
  private static final int MARGIN = 4;
  private static final int MOST_WIDE = 8;

  private StripedDigits() {}

  /**
   * Draws pictures, the classes in turn.
   *
   * @param count number of pictures
   * @param classes number of classes
   * @param noise how far the widths of rows are from those of the class, 0 to 8
   * @param seed decides the noise; the classes look the same with every seed
   * @return the pictures with their labels
   */
  public static LabeledDigits of(int count, int classes, int noise, long seed) {
    Random random = new Random(seed);
    List<GrayImage> images = new ArrayList<>();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % classes;
      images.add(draw(new Random(1000 + labels[i]), noise, random));
    }
    return new LabeledDigits("striped", images, labels);
  }

  private static GrayImage draw(Random shape, int noise, Random random) {
    byte[] pixels = new byte[SIZE * SIZE];
    for (int y = MARGIN; y < SIZE - MARGIN; y++) {
      int wide = 2 + shape.nextInt(MOST_WIDE - 1) + random.nextInt(2 * noise + 1) - noise;
      int half = Math.min(SIZE / 2 - MARGIN, Math.max(1, wide));
      for (int x = SIZE / 2 - half; x < SIZE / 2 + half; x++) {
        pixels[y * SIZE + x] = (byte) (200 + random.nextInt(56));
      }
    }
    return GrayImage.of(SIZE, SIZE, pixels);
  }
}
