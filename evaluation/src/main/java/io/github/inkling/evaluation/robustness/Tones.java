package io.github.inkling.evaluation.robustness;

import java.util.SplittableRandom;

/** Changes of single pixels, whatever is beside them. */
final class Tones {
  private Tones() {}

  static InkPicture noise(InkPicture picture, double deviation, SplittableRandom random) {
    float[] noisy = picture.ink().clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += (float) (deviation * random.nextGaussian());
    }
    return picture.with(noisy);
  }

  static InkPicture fade(InkPicture picture, double lost) {
    float[] faded = picture.ink().clone();
    for (int i = 0; i < faded.length; i++) {
      faded[i] *= (float) (1 - lost);
    }
    return picture.with(faded);
  }
}
