package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The index against a search through everything, on kind and unkind digits. */
class ExactIndexTest {
  /** Kinds of features; each but the first is a trap for one step of the search. */
  enum Kind {
    NOISE,
    /** A few values each, so that many digits are equally far away or the same. */
    GRID,
    CONSTANT_COLUMNS,
    ZEROS,
    /** All differences are rounding, seen from 0. */
    FAR_FROM_ZERO,
    /** From 1e-12 to 1e12, so that one feature hides all others. */
    MIXED_SCALES,
    /** Squares of floats vanish. */
    TINY,
    /** Squares of floats are close to the largest float. */
    HUGE,
    /** All on one line, in many features. */
    ONE_DIMENSION,
    /** One digit is far from all others and lifts every bound of rounding errors. */
    OUTLIER;

    FeatureMatrix digits(int rows, int columns, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] values = new float[rows * columns];
      double onTheLine = 0;
      for (int i = 0; i < values.length; i++) {
        int column = i % columns;
        onTheLine = column == 0 ? random.nextDouble() : onTheLine;
        values[i] = (float) value(random, column, onTheLine);
      }
      if (this == OUTLIER && rows > 0) {
        values[0] = 1e9f;
      }
      return FeatureMatrix.wrap(rows, columns, values);
    }

    private double value(SplittableRandom random, int column, double onTheLine) {
      double noise = random.nextDouble() - 0.3;
      return switch (this) {
        case NOISE, OUTLIER -> noise;
        case GRID -> Math.rint(2 * noise);
        case CONSTANT_COLUMNS -> column % 2 == 0 ? 0.7 : noise;
        case ZEROS -> 0;
        case FAR_FROM_ZERO -> 4096 + noise / 100;
        case MIXED_SCALES -> noise * Math.pow(10, column % 25 - 12);
        case TINY -> noise * 1e-30;
        case HUGE -> noise * 1e13;
        case ONE_DIMENSION -> onTheLine * (column + 1);
      };
    }
  }

  @Property(tries = 200)
  void findsWhatASearchThroughEverythingFinds(
      @ForAll Kind kind,
      @ForAll @IntRange(min = 1, max = 400) int rows,
      @ForAll @IntRange(min = 1, max = 90) int columns,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll @IntRange(min = 0, max = 20) int unseen,
      @ForAll long seed) {
    FeatureMatrix training = kind.digits(rows, columns, seed);

    // Training digits themselves are asked for, too: their nearest is at distance 0.
    check(training, kind.digits(unseen, columns, seed + 1), k);
    check(training, training.select(0, rows / 2, rows - 1), k);
  }

  /** Enough digits for several panels and blocks, and for axes that leave out most features. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void manyDigitsAreNoOtherMatter(Kind kind) {
    FeatureMatrix training = kind.digits(5000, 100, 3);

    check(training, kind.digits(140, 100, 4), 10);
  }

  @Test
  void askingForMoreThanThereAreFindsAll() {
    check(Kind.NOISE.digits(3, 70, 1), Kind.NOISE.digits(9, 70, 2), 1000);
  }

  @Test
  void manyNeighborsAreFound() {
    check(Kind.GRID.digits(3000, 4, 1), Kind.GRID.digits(9, 4, 2), 1000);
  }

  /** Products with such digits overflow; distances in doubles do not. */
  @ParameterizedTest
  @ValueSource(floats = {0x1p66f, -Float.MAX_VALUE})
  void digitsFarOutsideAreAnsweredAsWell(float value) {
    FeatureMatrix training = Kind.NOISE.digits(500, 60, 1);
    float[] far = new float[60];
    Arrays.fill(far, value);
    far[7] = 0;

    check(training, FeatureMatrix.ofRows(far), 5);
    check(training, FeatureMatrix.ofRows(far).select(new int[20]), 5);
  }

  @Test
  void aDigitIsAnsweredAloneAsInCompany() {
    ExactIndex index = index(Kind.NOISE.digits(4000, 80, 1));
    FeatureMatrix digits = Kind.NOISE.digits(300, 80, 2);

    List<List<Neighbor>> together = index.nearest(digits, 7);

    for (int i = 0; i < digits.rows(); i++) {
      assertThat(index.nearest(digits.select(i), 7)).containsExactly(together.get(i));
    }
  }

  @Test
  void trainingDigitsWhoseDistancesWouldOverflowAreRefused() {
    FeatureMatrix digits = FeatureMatrix.wrap(2, 1, new float[] {1, 0x1p60f});

    assertThatThrownBy(() -> index(digits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("training digit 1")
        .hasMessageContaining("scale them");
  }

  private static void check(FeatureMatrix training, FeatureMatrix digits, int k) {
    List<List<Neighbor>> found = index(training).nearest(digits, k);

    assertThat(found).hasSize(digits.rows());
    for (int digit = 0; digit < digits.rows(); digit++) {
      assertThat(found.get(digit)).isEqualTo(searchThroughEverything(training, digits, digit, k));
    }
  }

  private static List<Neighbor> searchThroughEverything(
      FeatureMatrix training, FeatureMatrix digits, int digit, int k) {
    EuclideanDistance distance = new EuclideanDistance(training);
    int offset = digit * digits.columns();
    return IntStream.range(0, training.rows())
        .mapToObj(
            index ->
                new Neighbor(
                    index,
                    index % 10,
                    distance.between(digits.values(), offset, index, Double.MAX_VALUE)))
        .sorted(Neighbor.NEAREST_FIRST)
        .limit(k)
        .toList();
  }

  private static ExactIndex index(FeatureMatrix training) {
    return new ExactIndex(
        training, IntStream.range(0, training.rows()).map(index -> index % 10).toArray());
  }
}
