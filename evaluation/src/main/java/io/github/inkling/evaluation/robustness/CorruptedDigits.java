package io.github.inkling.evaluation.robustness;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import java.util.ArrayList;
import java.util.List;

/**
 * A data set, clean and under all corruptions at all strengths, as one set: for classifiers that
 * share features, which are then computed once.
 *
 * <pre>{@code
 * CorruptedDigits corrupted = CorruptedDigits.of(test, new Corrupter(42), ProgressListener.NONE);
 * FeatureMatrix features = ... of corrupted.digits().images()
 * RobustnessReport svm = corrupted.report(svmClassifier.predict(features));
 * RobustnessReport knn = corrupted.report(knnClassifier.predict(features));
 * }</pre>
 *
 * <p>Immutable. It keeps {@link #SETS} times the pictures of the clean data set.
 */
public final class CorruptedDigits {
  /** Number of sets: the clean one, and one for every corruption and strength. */
  public static final int SETS = CorruptedSets.COUNT;

  private final CorruptedSets sets;
  private final LabeledDigits digits;

  private CorruptedDigits(CorruptedSets sets, LabeledDigits digits) {
    this.sets = sets;
    this.digits = digits;
  }

  /**
   * Corrupts a data set in all ways, on all cores.
   *
   * @param clean the digits, at least one
   * @param corrupter corrupts them
   * @param progress hears of corrupted digits
   * @return the clean and the corrupted digits
   * @throws IllegalArgumentException if there is no digit, or a list cannot hold as many as are
   *     made of them
   */
  public static CorruptedDigits of(
      LabeledDigits clean, Corrupter corrupter, ProgressListener progress) {
    CorruptedSets sets = new CorruptedSets(clean, corrupter);
    if (clean.size() > Integer.MAX_VALUE / SETS) {
      throw new IllegalArgumentException(
          "%s: the number of digits must be in 1..%d, not %d"
              .formatted(clean.name(), Integer.MAX_VALUE / SETS, clean.size()));
    }
    int total = SETS * clean.size();
    List<GrayImage> images = new ArrayList<>(total);
    int[] labels = new int[total];
    for (int set = 0; set < SETS; set++) {
      progress.progress("Corrupting", images.size(), total);
      System.arraycopy(clean.labels(), 0, labels, images.size(), clean.size());
      images.addAll(sets.set(set).images());
    }
    progress.progress("Corrupting", total, total);
    return new CorruptedDigits(
        sets, new LabeledDigits(clean.name() + ", corrupted", images, labels));
  }

  /**
   * All digits: the clean ones, then those of the first corruption at the strengths 1 to {@value
   * Corruption#STRENGTHS}, then those of the second, and so on; each time in the order of the clean
   * ones.
   *
   * @return {@link #SETS} times as many digits as the clean set has
   */
  public LabeledDigits digits() {
    return digits;
  }

  /**
   * Counts what was not answered rightly.
   *
   * @param predictions one per digit of {@link #digits()}, in their order
   * @return the report, equal to what {@link RobustnessReport#of} measures
   * @throws IllegalArgumentException if digits and answers differ in number
   */
  public RobustnessReport report(List<Prediction> predictions) {
    if (predictions.size() != digits.size()) {
      throw new IllegalArgumentException(
          "%s: there are %d digits, but %d predictions"
              .formatted(digits.name(), digits.size(), predictions.size()));
    }
    int size = digits.size() / SETS;
    int[] errors = new int[SETS];
    for (int set = 0; set < SETS; set++) {
      errors[set] = sets.errors(set, predictions.subList(set * size, (set + 1) * size));
    }
    return sets.report(errors);
  }
}
