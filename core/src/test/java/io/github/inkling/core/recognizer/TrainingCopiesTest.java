package io.github.inkling.core.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Augmenter;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import io.github.inkling.core.vision.RescanSettings;
import io.github.inkling.core.vision.Rescanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingCopiesTest {
  private static final int COUNT = 60;
  private static final Augmenter AUGMENTER = new Augmenter(AugmentationSettings.defaults(), 5);
  private static final Rescanner NOT_RESCANNED =
      new Rescanner(RescanSettings.none(), NormalizerSettings.defaults(), 5);
  private static final InkPerRow FEATURES = new InkPerRow();
  private static final List<DigitImage> DIGITS =
      new Normalizer(NormalizerSettings.defaults())
          .normalizeAll(DrawnDigits.zerosAndOnes(COUNT, 3).images(), ProgressListener.NONE)
          .digits();
  private static final FeatureMatrix ORIGINALS = FEATURES.extractAll(DIGITS);
  private static final int[] LABELS = DrawnDigits.zerosAndOnes(COUNT, 3).labels();

  @Test
  void theDigitsComeFirstThenTheirFirstCopiesThenTheirSecondOnes() {
    TrainingSet set = copies(2).enlarge(ORIGINALS, ProgressListener.NONE);

    List<DigitImage> all = new ArrayList<>(DIGITS);
    all.addAll(AUGMENTER.augmentAll(DIGITS, 2, ProgressListener.NONE));
    assertThat(set.features()).isEqualTo(FEATURES.extractAll(all));
    for (int row = 0; row < 3 * COUNT; row++) {
      assertThat(set.origin(row)).isEqualTo(row % COUNT);
      assertThat(set.label(row)).isEqualTo(LABELS[row % COUNT]);
    }
  }

  @Test
  void withoutCopiesTheSetIsTheDigits() {
    TrainingSet set = copies(0).enlarge(ORIGINALS, ProgressListener.NONE);

    assertThat(set.features()).isSameAs(ORIGINALS);
    assertThat(set.labels()).isEqualTo(LABELS);
    assertThat(set.variations()).isPresent();
  }

  @Test
  void variationsAreFurtherCopiesOfTheSameDigit() {
    FeatureMatrix made = copies(0).of(new int[] {7, 3}, 0, 2, ProgressListener.NONE);

    assertThat(made)
        .isEqualTo(
            FEATURES.extractAll(
                List.of(
                    AUGMENTER.augment(DIGITS.get(7), 7, 0),
                    AUGMENTER.augment(DIGITS.get(7), 7, 1),
                    AUGMENTER.augment(DIGITS.get(3), 3, 0),
                    AUGMENTER.augment(DIGITS.get(3), 3, 1))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void noPictureIsMadeTwice(int number) {
    TrainingCopies copies = copies(number);
    TrainingSet set = copies.enlarge(ORIGINALS, ProgressListener.NONE);
    int[] rows = new int[number + 1];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = 11 + i * COUNT;
    }

    FeatureMatrix made = set.variations().orElseThrow().of(rows, 0, 5, ProgressListener.NONE);

    Set<List<Float>> seen = new HashSet<>();
    for (int row = 0; row < made.rows(); row++) {
      seen.add(list(made.row(row)));
    }
    for (int row : rows) {
      seen.add(list(set.features().row(row)));
    }
    assertThat(seen).hasSize(6 * rows.length);
  }

  @Test
  void theSameVariationIsMadeInAnyCompany() {
    TrainingCopies copies = copies(1);
    int[] rows = {100, 4, 59, 60};
    FeatureMatrix together = copies.of(rows, 0, 3, ProgressListener.NONE);

    FeatureMatrix alone = copies.of(new int[] {59}, 1, 2, ProgressListener.NONE);

    assertThat(alone).isEqualTo(together.select(7, 8));
  }

  /** Those in the training set, and those of a digit and of its copy that a trainer asks for. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void copiesAreOfEachKindInTurn(int number) {
    AugmentationSettings still = AugmentationSettings.none();
    Augmenter both = new Augmenter(List.of(AugmentationSettings.defaults(), still), 5);
    TrainingCopies copies =
        new TrainingCopies(DIGITS, LABELS, FEATURES, NOT_RESCANNED, both, number);

    FeatureMatrix enlarged = copies.enlarge(ORIGINALS, ProgressListener.NONE).features();
    int[] rows = {7, 7 + number * COUNT};
    FeatureMatrix made = copies.of(rows, 2, 4, ProgressListener.NONE);

    for (int copy = 0; copy < number; copy++) {
      assertThat(enlarged.select(7 + (copy + 1) * COUNT).equals(ORIGINALS.select(7)))
          .isEqualTo((7 + copy) % 2 == 1);
    }
    for (int row = 0; row < made.rows(); row++) {
      assertThat(made.select(row).equals(ORIGINALS.select(7))).isEqualTo((7 + row) % 2 == 1);
    }
    assertThat(copies.kinds()).isEqualTo(2);
    FeatureMatrix second = copies.ofKind(1).of(rows, 2, 4, ProgressListener.NONE);
    for (int row = 0; row < made.rows(); row++) {
      assertThat(second.select(row)).isEqualTo(ORIGINALS.select(7));
      if ((7 + row) % 2 == 0) {
        assertThat(copies.ofKind(0).of(rows, 2, 4, ProgressListener.NONE).select(row))
            .isEqualTo(made.select(row));
      }
    }
    assertThat(copies.provenance().settings())
        .containsEntry("kind1.rotate", "8")
        .containsEntry("kind2.rotate", "0");
  }

  @Test
  void copiesAreRememberedIfThereAreAny() {
    TrainingCopies enlarging = copies(2);
    assertThat(enlarging.provenance().copies()).isEqualTo(2);
    assertThat(enlarging.provenance().settings()).isEqualTo(AUGMENTER.kinds().get(0).toMap());

    TrainingCopies unused = copies(0);
    unused.enlarge(ORIGINALS, ProgressListener.NONE);
    assertThat(unused.provenance()).isEqualTo(Provenance.Augmentation.NONE);

    TrainingCopies askedFor = copies(0);
    askedFor.of(new int[] {1}, 0, 1, ProgressListener.NONE);
    assertThat(askedFor.provenance().copies()).isZero();
    assertThat(askedFor.provenance().settings()).isEqualTo(AUGMENTER.kinds().get(0).toMap());
  }

  @Test
  void someCopiesAreRescannedFirst() {
    Rescanner half =
        new Rescanner(RescanSettings.parse("share=0.5"), NormalizerSettings.defaults(), 5);
    TrainingCopies rescanned = new TrainingCopies(DIGITS, LABELS, FEATURES, half, AUGMENTER, 1);

    FeatureMatrix features = rescanned.enlarge(ORIGINALS, ProgressListener.NONE).features();
    FeatureMatrix plain = copies(1).enlarge(ORIGINALS, ProgressListener.NONE).features();

    int same = 0;
    for (int row = 0; row < 2 * COUNT; row++) {
      boolean isSame = features.select(row).equals(plain.select(row));
      assertThat(isSame || row >= COUNT).as("digits stay as they are").isTrue();
      same += isSame ? 1 : 0;
    }
    assertThat(same - COUNT).as("copies that are not rescanned").isBetween(15, 45);
    assertThat(rescanned.provenance().settings())
        .containsAllEntriesOf(AUGMENTER.kinds().get(0).toMap())
        .containsEntry("rescan.share", "0.5")
        .containsEntry("rescan.slant", "0.4");
  }

  @Test
  void moreThanAMatrixHoldsIsRefusedWithTheRemedy() {
    TrainingCopies.requireRoom(60_000, 73, 480);
    assertThatThrownBy(() -> TrainingCopies.requireRoom(60_000, 74, 480))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("74 copies of each of 60000 digits")
        .hasMessageContaining("4500000 rows of 480 features")
        .hasMessageContaining("make at most 73, or");
    assertThatThrownBy(() -> TrainingCopies.requireRoom(Integer.MAX_VALUE, 0, 2))
        .hasMessageContaining("make none of so many digits");
    assertThatThrownBy(() -> copies(0).of(new int[100_000], 0, 1000, ProgressListener.NONE))
        .hasMessageContaining("1000 copies of each of 100000 digits make 100000000 rows")
        .hasMessageContaining("make at most 766, or");
    assertThatThrownBy(() -> copies(0).of(new int[1], 0, 0, ProgressListener.NONE))
        .hasMessage("copies must be in 1..1000, not 0");
    assertThatThrownBy(() -> copies(0).of(new int[1], -1, 1, ProgressListener.NONE))
        .hasMessage("first must be in 0..1000000, not -1");
  }

  private static TrainingCopies copies(int number) {
    return new TrainingCopies(DIGITS, LABELS, FEATURES, NOT_RESCANNED, AUGMENTER, number);
  }

  private static List<Float> list(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}
