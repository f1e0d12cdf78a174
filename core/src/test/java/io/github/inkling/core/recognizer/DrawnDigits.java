package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Zeros and ones, drawn as rings and bars of varying place, size and pen. */
final class DrawnDigits {
  private DrawnDigits() {}

  static LabeledDigits zerosAndOnes(int count, long seed) {
    Random random = new Random(seed);
    List<GrayImage> images = new ArrayList<>();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
      images.add(draw(labels[i], random));
    }
    return new LabeledDigits("drawn", images, labels);
  }

  static GrayImage blank() {
    byte[] white = new byte[40 * 40];
    Arrays.fill(white, (byte) 255);
    return GrayImage.of(40, 40, white);
  }

  private static GrayImage draw(int label, Random random) {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 40, 40);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(2.5f + random.nextFloat() / 2));
    int x = 8 + random.nextInt(6);
    int y = 6 + random.nextInt(4);
    int height = 22 + random.nextInt(6);
    if (label == 0) {
      graphics.drawOval(x, y, 14 + random.nextInt(4), height);
    } else {
      graphics.drawLine(x + 8, y, x + 8, y + height);
    }
    graphics.dispose();
    return GrayImage.of(image);
  }
}
