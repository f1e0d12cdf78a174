package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSetTest {
  private static final FeatureMatrix FOUR =
      FeatureMatrix.ofRows(new float[] {1}, new float[] {2}, new float[] {3}, new float[] {4});

  @Test
  void featuresAndLabelsStayTogether() {
    TrainingSet set = new TrainingSet(FOUR, new int[] {7, 0, 7, 9});

    assertThat(set.size()).isEqualTo(4);
    assertThat(set.label(3)).isEqualTo(9);
    assertThat(set.labels()).containsExactly(7, 0, 7, 9);
    assertThat(set.classCounts()).containsExactly(1, 0, 0, 0, 0, 0, 0, 2, 0, 1);
    assertThat(set.features()).isSameAs(FOUR);
  }

  @Test
  void aSelectionKeepsFeaturesAndLabelsTogether() {
    TrainingSet some = new TrainingSet(FOUR, new int[] {7, 0, 7, 9}).select(3, 0);

    assertThat(some.labels()).containsExactly(9, 7);
    assertThat(some.features()).isEqualTo(FeatureMatrix.ofRows(new float[] {4}, new float[] {1}));
  }

  @Test
  void anotherDescriptionKeepsOriginsAndDescribesVariationsToo() {
    Variations tenfold =
        (rows, first, copies, progress) -> {
          float[] values = new float[rows.length * copies];
          for (int i = 0; i < values.length; i++) {
            values[i] = 10 * rows[i / copies] + first + i % copies;
            progress.progress("Copying", i + 1, values.length);
          }
          return FeatureMatrix.wrap(values.length, 1, values);
        };
    TrainingSet doubled =
        new TrainingSet(FOUR, new int[] {7, 0, 7, 9})
            .withOrigins(0, 1, 0, 3)
            .withVariations(tenfold)
            .describedBy(TrainingSetTest::twice);

    assertThat(doubled.features().values()).containsExactly(2, 4, 6, 8);
    assertThat(doubled.labels()).containsExactly(7, 0, 7, 9);
    assertThat(doubled.origin(2)).isZero();
    assertThat(variations(doubled, 5, 2, 3, 1).values()).containsExactly(70, 72, 30, 32);
    // As many as are made in parts.
    FeatureMatrix many = variations(doubled, 7, 5000, 1, 2, 3);
    assertThat(many.rows()).isEqualTo(15_000);
    for (int i = 0; i < many.rows(); i++) {
      assertThat(many.at(i, 0)).isEqualTo(2 * (10 * (i / 5000 + 1) + 7 + i % 5000));
    }
  }

  @Test
  void aDescriptionThatLosesDigitsIsRefused() {
    TrainingSet set = new TrainingSet(FOUR, new int[] {7, 0, 7, 9});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> set.describedBy(features -> features.select(0, 1, 2)))
        .withMessage("the description makes 3 rows of 4");
  }

  private static FeatureMatrix twice(FeatureMatrix features) {
    float[] values = features.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 2;
    }
    return FeatureMatrix.wrap(features.rows(), features.columns(), values);
  }

  private static FeatureMatrix variations(TrainingSet set, int first, int copies, int... rows) {
    return set.variations().orElseThrow().of(rows, first, copies, ProgressListener.NONE);
  }

  @Test
  void itCannotBeChangedFromOutside() {
    int[] labels = {7, 0, 7, 9};
    TrainingSet set = new TrainingSet(FOUR, labels);

    labels[0] = 1;
    set.labels()[1] = 1;
    set.classCounts()[1] = 1;

    assertThat(set.labels()).containsExactly(7, 0, 7, 9);
    assertThat(set.classCounts()[1]).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void labelsThatAreNoDigitsAreRefusedByPlace(int label) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingSet(FOUR, new int[] {7, 0, label, 9}))
        .withMessage("label %d of digit 2 is not in 0..9", label);
  }

  @Test
  void oneClassIsNotEnough() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingSet(FOUR, new int[] {3, 3, 3, 3}))
        .withMessage("training needs at least two classes, but every label is 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingSet(FOUR, new int[] {7, 0, 7, 9}).select(0, 2))
        .withMessage("training needs at least two classes, but every label is 7");
  }

  @Test
  void noDigitsAreNotEnough() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingSet(FeatureMatrix.wrap(0, 1, new float[0]), new int[0]))
        .withMessage("there are no digits to train on");
  }

  @Test
  void labelsMustBeAsManyAsDigits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingSet(FOUR, new int[] {1, 2}))
        .withMessage("there are features of 4 digits, but 2 labels");
  }

  @Test
  void everyDigitIsItsOwnOriginUntilItIsSaidToBeACopy() {
    TrainingSet set = new TrainingSet(FOUR, new int[] {7, 0, 7, 0});
    TrainingSet copies = set.withOrigins(0, 1, 0, 1);

    assertThat(set.origin(2)).isEqualTo(2);
    assertThat(copies.origin(2)).isZero();
    assertThat(copies.select(3, 2).origin(0)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set.withOrigins(0, 1))
        .withMessage("there are 4 digits, but 2 origins");
  }

  @Test
  void theFirstRowOfAnOriginStandsForItsCopiesInASelectionToo() {
    TrainingSet set = new TrainingSet(FOUR, new int[] {7, 0, 7, 0});
    TrainingSet copies = set.withOrigins(5, 1, 5, 1);

    assertThat(set.firstRows()).containsExactly(0, 1, 2, 3);
    assertThat(copies.firstRows()).containsExactly(0, 1, 0, 1);
    // Row 1 is a copy of row 0, and has its own number as origin.
    assertThat(copies.select(1, 3, 2).origin(1)).isEqualTo(1);
    assertThat(copies.select(1, 3, 2).firstRows()).containsExactly(0, 0, 2);
  }

  @Test
  void variationsOfSelectedDigitsAreThoseOfTheSameDigits() {
    TrainingSet set =
        new TrainingSet(FOUR, new int[] {7, 0, 7, 9})
            .withVariations(
                (rows, first, copies, progress) -> {
                  assertThat(first).isEqualTo(6);
                  assertThat(copies).isOne();
                  return FOUR.select(rows);
                });

    assertThat(new TrainingSet(FOUR, new int[] {7, 0, 7, 9}).variations()).isEmpty();
    FeatureMatrix copy =
        set.select(3, 1).variations().orElseThrow().of(new int[] {0}, 6, 1, ProgressListener.NONE);
    assertThat(copy).isEqualTo(FOUR.select(3));
  }

  @Test
  void variationsThatNoMatrixHoldsAreRefusedBeforeAnyIsMade() {
    TrainingSet set =
        new TrainingSet(FOUR, new int[] {7, 0, 7, 9})
            .withVariations(
                (rows, first, copies, progress) -> {
                  throw new AssertionError("copies were made");
                })
            .describedBy(TrainingSetTest::twice);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> variations(set, 0, 1 << 30, 0, 1, 2, 3))
        .withMessage(
            "1073741824 copies of each of 4 digits are more rows than a matrix holds; make fewer");
  }

  @Test
  void aSettingThatNeedsVariationsSaysSo() {
    TrainingSet set = new TrainingSet(FOUR, new int[] {7, 0, 7, 9});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> set.requireVariations("svm:virtual=4", "virtual=0"))
        .withMessage(
            "svm:virtual=4 makes changed copies of pictures, and here are only features: train on pictures, or with virtual=0");
  }
}
