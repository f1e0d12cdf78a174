package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import java.util.List;

/** Work on a list of any length in blocks, so that native memory stays small. */
final class Blocks {
  /** Work on one block. */
  @FunctionalInterface
  interface Work {
    void on(List<DigitImage> digits, int first);
  }

  private Blocks() {}

  static void forEach(List<DigitImage> digits, Work work) {
    for (int first = 0; first < digits.size(); first += FeatureExtractor.BLOCK) {
      int end = Math.min(digits.size(), first + FeatureExtractor.BLOCK);
      work.on(digits.subList(first, end), first);
    }
  }
}
