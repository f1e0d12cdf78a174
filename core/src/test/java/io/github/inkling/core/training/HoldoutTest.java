package io.github.inkling.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.TrainingSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutTest {
  @Test
  void everyClassGivesTheSameShare() {
    TrainingSet digits = ClassifierContract.digits(400, 1);

    Holdout holdout = Holdout.of(digits, 0.1, new SplittableRandom(1));

    assertThat(digits.select(holdout.heldOut()).classCounts()).containsOnly(4);
    assertThat(digits.select(holdout.learned()).classCounts()).containsOnly(36);
    assertThat(IntStream.concat(IntStream.of(holdout.learned()), IntStream.of(holdout.heldOut())))
        .containsExactlyInAnyOrder(IntStream.range(0, 400).boxed().toArray(Integer[]::new));
  }

  @Test
  void noShareHoldsNothingOut() {
    Holdout holdout = Holdout.of(ClassifierContract.digits(50, 1), 0, new SplittableRandom(1));

    assertThat(holdout.isEmpty()).isTrue();
    assertThat(holdout.learned()).containsExactly(IntStream.range(0, 50).toArray());
  }

  @Test
  void aClassKeepsItsLastDigitToLearnFrom() {
    TrainingSet digits =
        new TrainingSet(FeatureMatrix.wrap(5, 1, new float[5]), new int[] {0, 1, 1, 1, 1});

    Holdout holdout = Holdout.of(digits, 0.9, new SplittableRandom(1));

    assertThat(holdout.learned()).hasSize(2).contains(0);
    assertThat(holdout.heldOut()).hasSize(3);
  }

  @Test
  void aDigitAndItsCopiesStayTogetherAndTheDigitItselfIsMeasured() {
    // 100 digits, then two copies of each, as of an augmented set that was shuffled within copies.
    int[] origins = IntStream.range(0, 300).map(row -> row % 100).toArray();
    TrainingSet once = ClassifierContract.digits(100, 1);
    TrainingSet digits = once.select(origins).withOrigins(origins);

    Holdout holdout = Holdout.of(digits, 0.2, new SplittableRandom(3));

    assertThat(holdout.heldOut()).hasSize(20);
    assertThat(IntStream.of(holdout.heldOut())).allMatch(row -> row < 100);
    assertThat(holdout.learned()).hasSize(240);
    Set<Integer> learnedOrigins = new HashSet<>();
    IntStream.of(holdout.learned()).forEach(row -> learnedOrigins.add(digits.origin(row)));
    assertThat(IntStream.of(holdout.heldOut()))
        .noneMatch(row -> learnedOrigins.contains(digits.origin(row)));
  }

  @Test
  void theSeedDecides() {
    TrainingSet digits = ClassifierContract.digits(400, 1);
    int[] first = Holdout.of(digits, 0.1, new SplittableRandom(1)).heldOut();

    assertThat(Holdout.of(digits, 0.1, new SplittableRandom(1)).heldOut()).isEqualTo(first);
    assertThat(Arrays.equals(Holdout.of(digits, 0.1, new SplittableRandom(2)).heldOut(), first))
        .isFalse();
  }
}
