package io.github.inkling.classifiers.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutSplitTest {
  @Test
  void everyDigitIsOnOneSideAndEveryClassOnBoth() {
    TrainingSet digits = ClassifierContract.digits(200, 1);

    HeldOutSplit split = HeldOutSplit.of(digits, 0.1, 3);

    assertThat(split.held()).hasSize(20).doesNotHaveDuplicates();
    assertThat(IntStream.concat(IntStream.of(split.training()), IntStream.of(split.held())))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200).boxed().toList());
    assertThat(IntStream.of(split.held()).map(digits::label).boxed().collect(Collectors.toSet()))
        .hasSize(10);
    assertThat(HeldOutSplit.of(digits, 0.1, 3).held()).isEqualTo(split.held());
    assertThat(HeldOutSplit.of(digits, 0.1, 4).held()).isNotEqualTo(split.held());
  }

  @Test
  void aDigitAndItsCopiesAreOnOneSide() {
    int[] origins = IntStream.range(0, 400).map(row -> row % 200).toArray();
    TrainingSet doubled = ClassifierContract.digits(200, 1).select(origins).withOrigins(origins);

    HeldOutSplit split = HeldOutSplit.of(doubled, 0.2, 3);

    assertThat(split.held()).hasSize(80);
    assertThat(originsOf(doubled, split.held()))
        .hasSize(40)
        .doesNotContainAnyElementsOf(originsOf(doubled, split.training()));
  }

  @Test
  void noClassIsHeldOutAsAWhole() {
    int[] labels = new int[40];
    Arrays.fill(labels, 0, 39, 5);
    labels[39] = 6;
    TrainingSet digits = new TrainingSet(FeatureMatrix.wrap(40, 1, new float[40]), labels);

    for (long seed = 0; seed < 50; seed++) {
      HeldOutSplit split = HeldOutSplit.of(digits, 0.5, seed);
      assertThat(split.training()).contains(39);
      assertThat(split.held()).hasSizeBetween(19, 20);
    }
  }

  @Test
  void ofTooFewDigitsNoneIsHeldOut() {
    TrainingSet two =
        new TrainingSet(FeatureMatrix.wrap(2, 1, new float[] {1, 2}), new int[] {3, 4});

    HeldOutSplit split = HeldOutSplit.of(two, 0.5, 1);

    assertThat(split.held()).isEmpty();
    assertThat(split.training()).containsExactly(0, 1);
  }

  @Test
  void settingsAreCheckedByName() {
    assertThat(EnsembleSettings.parse(ComponentSpec.parse("ensemble")).members())
        .containsExactly("svm", "mlp");
    assertRefused("ensemble:members=/", "members must be at least two classifiers joined by /");
    assertRefused("ensemble:members=svm", "members must be at least two classifiers");
    assertRefused("ensemble:members=a/b,held=0", "held must be above 0 and at most 0.5, not 0.0");
    assertRefused("ensemble:members=a/b,held=0.6", "at most 0.5, not 0.6");
    assertRefused("ensemble:members=a/b,method=vote", "pool, average, stack");
    assertRefused("ensemble:members=a/b,weights=1", "unknown setting 'weights'");
    assertRefused("ensemble:members=a/b/a", "members must differ, but a is named twice");
    assertRefusedCascade(
        "cascade:cheap=a,strong=4",
        "strong must be the name of a classifier, such as svm, not '4'");
    assertRefusedCascade("cascade:cheap=a,strong=a", "must differ, but both are a");
    assertRefusedCascade("cascade:cheap=a,strong=b,more=-1", "more must be in 0..");
    assertRefusedCascade("cascade:cheap=a,strong=b,held=1", "held must be above 0");
  }

  /** A name with settings could not be read again from the text that goes into a model. */
  @Test
  void settingsAreCheckedHoweverTheyAreMade() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new EnsembleSettings(List.of("svm:c=1", "mlp"), CombinationMethod.POOL, 0.1))
        .withMessageContaining("not 'svm:c=1'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CascadeSettings("", "svm", 0.1, 0))
        .withMessageContaining("cheap must be the name of a classifier");
  }

  private static void assertRefused(String spec, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnsembleSettings.parse(ComponentSpec.parse(spec)))
        .withMessageContaining(complaint);
  }

  private static void assertRefusedCascade(String spec, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CascadeSettings.parse(ComponentSpec.parse(spec)))
        .withMessageContaining(complaint);
  }

  private static Set<Integer> originsOf(TrainingSet digits, int[] rows) {
    return IntStream.of(rows).map(digits::origin).boxed().collect(Collectors.toSet());
  }
}
