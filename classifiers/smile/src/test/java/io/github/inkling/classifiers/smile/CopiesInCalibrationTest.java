package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of digits are no reason to be sure. */
class CopiesInCalibrationTest {
  private static final String MEMORIZING = "svm:gamma=1000,c=100";

  /**
   * Labels drawn by lot, and a kernel so narrow that a machine knows a digit only if it was trained
   * on it or a copy: held-out copies would be known as well, and every answer sure.
   */
  @ParameterizedTest
  @CsvSource({"copied digits, 0", "virtual support vectors, 3"})
  void aCopyNeverTellsTheAnswerOfItsOriginal(String name, int virtual) {
    TrainingSet noise = noise(100);
    TrainingSet set = virtual == 0 ? withCopies(noise, 3, true) : noise;

    Classifier svm =
        Classifiers.trainer(MEMORIZING + ",virtual=" + virtual)
            .train(
                set.withVariations((rows, first, copies, progress) -> repeat(noise, rows, copies)),
                1,
                ProgressListener.NONE);

    for (Prediction prediction : svm.predict(noise.features())) {
      assertThat(prediction.probability(prediction.label())).as(name).isLessThan(0.75);
    }
  }

  /** The counterexample: a set that does not say what its copies are. */
  @Test
  void copiesThatNobodyDeclaresAreTakenForDigits() {
    TrainingSet noise = noise(100);

    Classifier svm =
        Classifiers.trainer(MEMORIZING)
            .train(withCopies(noise, 3, false), 1, ProgressListener.NONE);

    Prediction first = svm.predict(noise.features()).get(0);
    assertThat(first.probability(noise.label(0))).isGreaterThan(0.9);
  }

  /**
   * Two classes far apart, 20 digits each, those of class 0 with 20 copies each. Platt's sigmoid
   * reaches (20 + 1) / (20 + 2) for 20 digits that are all right, and 421 / 422 for 420.
   */
  @Test
  void theSigmoidIsFittedToOriginalsOnly() {
    SplittableRandom random = new SplittableRandom(3);
    int size = 40 + 400;
    float[] values = new float[size];
    int[] origins = new int[size];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      origins[i] = i < 40 ? i : (i - 40) / 20;
      labels[i] = origins[i] < 20 ? 0 : 1;
      values[i] =
          i < 40 ? (float) (2 * labels[i] - 1 + 0.01 * random.nextDouble()) : values[origins[i]];
    }
    FeatureMatrix features = FeatureMatrix.wrap(size, 1, values);

    Classifier svm =
        Classifiers.trainer("svm:kernel=linear,c=100")
            .train(
                new TrainingSet(features, labels).withOrigins(origins), 1, ProgressListener.NONE);

    assertThat(svm.predict(features.select(0, 39)).get(0).probability(0))
        .isCloseTo(21 / 22.0, within(0.01));
    assertThat(svm.predict(features.select(0, 39)).get(1).probability(1))
        .isCloseTo(21 / 22.0, within(0.01));
  }

  /** A selection leaves the numbers of origins behind; one digit of each origin still counts. */
  @Test
  void originalsAreKnownInASelectionToo() {
    TrainingSet copied = withCopies(noise(10), 3, true);

    LearningSet set = LearningSet.of(copied.select(IntStream.range(4, copied.size()).toArray()));

    int originals = 0;
    for (int row = 0; row < set.order().rows(); row++) {
      originals += set.isOriginal(row) ? 1 : 0;
    }
    assertThat(originals).isEqualTo(10);
  }

  /** Digits 1 and 3 of four and a copy of each: the copy of digit 3 is row 3 of the selection. */
  @Test
  void aCopyThatComesToLieOnItsOriginsNumberIsNoOriginal() {
    LearningSet set = LearningSet.of(withCopies(noise(4), 1, true).select(1, 3, 5, 7, 0));

    boolean[] original = new boolean[5];
    for (int row = 0; row < 5; row++) {
      original[set.order().digit(row)] = set.isOriginal(row);
    }

    assertThat(original).containsExactly(true, true, false, false, true);
  }

  private static TrainingSet noise(int size) {
    SplittableRandom random = new SplittableRandom(size);
    float[] values = new float[2 * size];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      values[2 * i] = (float) random.nextDouble();
      values[2 * i + 1] = (float) random.nextDouble();
      labels[i] = i % 2;
    }
    return new TrainingSet(FeatureMatrix.wrap(size, 2, values), labels);
  }

  /** The digits, then all their copies. */
  private static TrainingSet withCopies(TrainingSet set, int copies, boolean declared) {
    int[] origins =
        IntStream.range(0, set.size() * (copies + 1)).map(i -> i % set.size()).toArray();
    TrainingSet copied =
        new TrainingSet(
            set.features().select(origins), IntStream.of(origins).map(set::label).toArray());
    return declared ? copied.withOrigins(origins) : copied;
  }

  private static FeatureMatrix repeat(TrainingSet set, int[] rows, int copies) {
    return set.features()
        .select(IntStream.range(0, rows.length * copies).map(i -> rows[i / copies]).toArray());
  }
}
