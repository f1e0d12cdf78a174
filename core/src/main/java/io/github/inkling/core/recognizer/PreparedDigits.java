package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.core.recognizer.Preparation.Prepared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Labelled digits that are ready for a classifier: normalised and described once, for several
 * trainings and recognizers to share. Immutable.
 *
 * <pre>{@code
 * PreparedDigits train = DigitRecognizer.trainer().features("hog").prepare(digits);
 * DigitRecognizer svm = DigitRecognizer.trainer().features("hog").classifier("svm").train(train);
 * DigitRecognizer knn = DigitRecognizer.trainer().features("hog").classifier("knn").train(train);
 * }</pre>
 */
public final class PreparedDigits {
  private final LabeledDigits digits;
  private final Preparation preparation;
  private final Prepared prepared;

  private PreparedDigits(LabeledDigits digits, Preparation preparation, Prepared prepared) {
    this.digits = digits;
    this.preparation = preparation;
    this.prepared = prepared;
  }

  /**
   * Prepares digits, on all cores.
   *
   * @param digits pictures of one digit each, with their labels
   * @param preparation the way from pictures to features
   * @param progress hears of finished pictures
   * @return the digits with their features
   * @throws IllegalArgumentException if the features would be too many for one matrix, or one is
   *     NaN or infinite
   */
  public static PreparedDigits of(
      LabeledDigits digits, Preparation preparation, ProgressListener progress) {
    return new PreparedDigits(digits, preparation, preparation.prepare(digits.images(), progress));
  }

  /**
   * Some of the digits, with their features as they are: what preparing these alone would give.
   *
   * @param indices the digits wanted, in the order wanted
   * @return a new set of the same name
   */
  public PreparedDigits select(int... indices) {
    List<DigitImage> images = new ArrayList<>(indices.length);
    Map<Integer, Rejection> rejections = new HashMap<>();
    for (int i = 0; i < indices.length; i++) {
      images.add(prepared.digits().get(indices[i]));
      Rejection reason = prepared.rejections().get(indices[i]);
      if (reason != null) {
        rejections.put(i, reason);
      }
    }
    return new PreparedDigits(
        digits.select(indices),
        preparation,
        new Prepared(
            images,
            rejections,
            prepared.features().select(indices),
            prepared.seconds() * indices.length / Math.max(1, digits.size())));
  }

  /**
   * The pictures and labels as they were given.
   *
   * @return as many digits
   */
  public LabeledDigits digits() {
    return digits;
  }

  /**
   * Number of digits.
   *
   * @return at least 0
   */
  public int size() {
    return digits.size();
  }

  /**
   * The way from pictures to features that was taken.
   *
   * @return the normalizer and the feature extractor
   */
  public Preparation preparation() {
    return preparation;
  }

  /**
   * The digits as they were normalised.
   *
   * @return one per digit, unmodifiable; blank ones too
   */
  public List<DigitImage> images() {
    return prepared.digits();
  }

  /**
   * The features.
   *
   * @return one row per digit
   */
  public FeatureMatrix features() {
    return prepared.features();
  }

  /**
   * What preprocessing and features cost; of a selection its share.
   *
   * @return wall-clock seconds, at least 0
   */
  public double seconds() {
    return prepared.seconds();
  }

  Prepared prepared() {
    return prepared;
  }
}
