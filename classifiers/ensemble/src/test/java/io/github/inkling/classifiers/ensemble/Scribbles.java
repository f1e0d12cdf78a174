package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Zeros, ones and sevens, drawn as rings, bars and angles of varying place and size. */
final class Scribbles {
  private static final int[] LABELS = {0, 1, 7};

  private Scribbles() {}

  static LabeledDigits of(String name, int count, long seed) {
    Random random = new Random(seed);
    List<GrayImage> images = new ArrayList<>();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = LABELS[i % LABELS.length];
      images.add(draw(labels[i], random));
    }
    return new LabeledDigits(name, images, labels);
  }

  /** The digits and a picture without ink. */
  static LabeledDigits withBlank(LabeledDigits digits) {
    List<GrayImage> images = new ArrayList<>(digits.images());
    images.add(GrayImage.of(40, 40, new byte[40 * 40]));
    int[] labels = Arrays.copyOf(digits.labels(), images.size());
    return new LabeledDigits(digits.name(), images, labels);
  }

  private static GrayImage draw(int label, Random random) {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.setStroke(new BasicStroke(2 + random.nextInt(2)));
    int x = 8 + random.nextInt(6);
    int y = 6 + random.nextInt(4);
    int height = 20 + random.nextInt(8);
    switch (label) {
      case 0 -> graphics.drawOval(x, y, 6 + random.nextInt(12), height);
      case 1 -> graphics.drawLine(x + 8, y, x + random.nextInt(16), y + height);
      default -> {
        graphics.drawLine(x, y, x + 12, y);
        graphics.drawLine(x + 12, y, x + random.nextInt(12), y + height);
      }
    }
    graphics.dispose();
    return GrayImage.of(image);
  }
}
