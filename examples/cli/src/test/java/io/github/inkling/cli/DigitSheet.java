package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;

/** A sheet with a line of digits, dark on white, five times as large as MNIST's. */
final class DigitSheet {
  private static final int SIZE = 5 * 28;

  private DigitSheet() {}

  static BufferedImage of(LabeledDigits digits) {
    BufferedImage sheet =
        new BufferedImage((digits.size() + 2) * SIZE, 4 * SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < digits.size(); i++) {
      graphics.drawImage(
          darkOnLight(digits.image(i)), (i + 1) * SIZE, 3 * SIZE / 2, SIZE, SIZE, null);
    }
    graphics.dispose();
    return sheet;
  }

  /** What stands on it. */
  static String text(LabeledDigits digits) {
    StringBuilder text = new StringBuilder();
    for (int label : digits.labels()) {
      text.append(label);
    }
    return text.toString();
  }

  private static BufferedImage darkOnLight(GrayImage digit) {
    BufferedImage picture = digit.toBufferedImage();
    return new RescaleOp(-1, 255, null).filter(picture, picture);
  }
}
