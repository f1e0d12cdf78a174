package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.TrainingSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FoldsTest {
  /** The origin says the class, too: digits 0 to 9 are of one, 10 to 19 of the other. */
  @Property(tries = 200)
  void aDigitAndItsCopiesAreNeverDivided(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 19) Integer> copies,
      @ForAll @IntRange(min = 2, max = 10) int wanted,
      @ForAll long seed) {
    LearningSet set = set(copies);
    Pair pair = Pair.of(set.order(), 0, 0, 1);

    Folds folds = Folds.cut(set, pair, wanted, new SplittableRandom(seed));

    assertThat(folds.count()).isEqualTo(wanted);
    int[] foldOfOrigin = IntStream.range(0, 20).map(origin -> -1).toArray();
    for (int item = 0; item < pair.size(); item++) {
      int origin = set.origin(pair.row(item));
      assertThat(folds.of(item)).isBetween(0, wanted - 1);
      assertThat(foldOfOrigin[origin]).isIn(-1, folds.of(item));
      foldOfOrigin[origin] = folds.of(item);
    }
  }

  @Property(tries = 200)
  void everyFoldHasItsShareOfEachClass(
      @ForAll @Size(max = 60) List<@IntRange(max = 19) Integer> copies,
      @ForAll @IntRange(min = 2, max = 10) int wanted,
      @ForAll long seed) {
    LearningSet set = set(copies);
    Pair pair = Pair.of(set.order(), 0, 0, 1);

    Folds folds = Folds.cut(set, pair, wanted, new SplittableRandom(seed));

    for (int fold = 0; fold < wanted; fold++) {
      Set<Integer> first = new HashSet<>();
      Set<Integer> second = new HashSet<>();
      for (int item = 0; item < pair.size(); item++) {
        if (folds.of(item) == fold) {
          (pair.isFirst(item) ? first : second).add(set.origin(pair.row(item)));
        }
      }
      assertThat(first.size()).isBetween(10 / wanted, (10 + wanted - 1) / wanted);
      assertThat(second.size()).isBetween(10 / wanted, (10 + wanted - 1) / wanted);
    }
  }

  /** A digit each of twenty, and copies of some. */
  private static LearningSet set(List<Integer> copies) {
    int size = 20 + copies.size();
    int[] origins = IntStream.range(0, size).map(i -> i < 20 ? i : copies.get(i - 20)).toArray();
    int[] labels = IntStream.of(origins).map(origin -> origin / 10).toArray();
    FeatureMatrix features = FeatureMatrix.wrap(size, 1, new float[size]);
    return LearningSet.of(new TrainingSet(features, labels).withOrigins(origins));
  }
}
