package io.github.inkling.core.page;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.InkPerRow;
import java.util.ArrayList;
import java.util.List;

/** Ones and zeros, pages of them, and who reads them, without the modules above core. */
final class BarsAndRings {
  private static final int SIDE = 28;
  private static final int COUNT = 12;
  private static final double SCALE = 0.4;

  private BarsAndRings() {}

  static DigitRecognizer recognizer() {
    return DigitRecognizer.trainer()
        .features(new InkPerRow())
        .classifier("nearest-mean")
        .train(new LabeledDigits("bars and rings", images(), labels()));
  }

  static PageGenerator generator() {
    return generator(SCALE);
  }

  static PageGenerator generator(double scale) {
    return new PageGenerator(images(), labels(), 1, scale);
  }

  private static List<GrayImage> images() {
    List<GrayImage> images = new ArrayList<>();
    for (int label : labels()) {
      byte[] pixels = new byte[SIDE * SIDE];
      for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
          double x = column - SIDE / 2.0 + images.size() / 10.0;
          double y = row - SIDE / 2.0;
          double off = label == 0 ? Math.hypot(1.6 * x, y) - 9 : x;
          boolean ink = Math.abs(y) <= 10 && Math.abs(off) < 1.8;
          pixels[row * SIDE + column] = (byte) (ink ? 255 : 0);
        }
      }
      images.add(GrayImage.of(SIDE, SIDE, pixels));
    }
    return images;
  }

  private static int[] labels() {
    int[] labels = new int[COUNT];
    for (int i = 0; i < COUNT; i++) {
      labels[i] = i % 2;
    }
    return labels;
  }
}
