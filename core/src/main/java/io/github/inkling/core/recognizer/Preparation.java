package io.github.inkling.core.recognizer;

import io.github.inkling.core.Stopwatch;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.core.vision.NormalizedDigits;
import io.github.inkling.core.vision.Normalizer;
import java.util.List;
import java.util.Map;

/**
 * The way from pictures to features, which training and prediction share so that they cannot
 * differ.
 *
 * @param normalizer prepares pictures
 * @param features describes them
 */
public record Preparation(Normalizer normalizer, FeatureExtractor features) {
  /**
   * Pictures that are ready for a classifier.
   *
   * @param digits the normalised digits
   * @param rejections why there is no digit, by the index of each blank one
   * @param features one row per digit
   * @param seconds what preprocessing and features cost
   */
  public record Prepared(
      List<DigitImage> digits,
      Map<Integer, Rejection> rejections,
      FeatureMatrix features,
      double seconds) {}

  /**
   * Prepares pictures, on all cores.
   *
   * @param images pictures of one digit each
   * @param progress hears of finished pictures
   * @return digits and features, in the pictures' order
   * @throws IllegalArgumentException if the features would be too many for one matrix, or one is
   *     NaN or infinite
   */
  public Prepared prepare(List<GrayImage> images, ProgressListener progress) {
    Stopwatch stopwatch = Stopwatch.start();
    NormalizedDigits normalized = normalizer.normalizeAll(images, progress);
    FeatureMatrix matrix = features.extractAll(normalized.digits(), progress);
    return new Prepared(normalized.digits(), normalized.rejections(), matrix, stopwatch.seconds());
  }

  /** Refuses what was prepared in this way where another is needed. */
  void requireSame(Preparation expected, String whose) {
    if (!normalizer.settings().equals(expected.normalizer.settings())
        || !features.spec().equals(expected.features.spec())) {
      throw new IllegalArgumentException(
          "the digits were prepared with %s and %s, but %s prepares with %s and %s"
              .formatted(
                  normalizer.settings(),
                  features.spec(),
                  whose,
                  expected.normalizer.settings(),
                  expected.features.spec()));
    }
  }
}
