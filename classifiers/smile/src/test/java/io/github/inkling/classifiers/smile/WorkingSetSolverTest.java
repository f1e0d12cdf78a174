package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.TrainingSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 2,000 digits of two classes that overlap, so that the first working set is not enough. */
class WorkingSetSolverTest {
  private static final double TOLERANCE = 1e-4;

  private final LearningSet set = LearningSet.of(digits());
  private final Pair pair = Pair.of(set.order(), 0, 0, 1);
  private final KernelBlocks blocks =
      new KernelBlocks(set.features(), set.order(), new KernelFunction(KernelType.RBF, 2, 3, 1));
  private final WorkingSetSolver solver = solver(12_000);

  @AfterEach
  void release() {
    blocks.close();
  }

  /** The other route: the solver is given everything at once. */
  @Test
  void theMachineIsThatOfAllDigits() {
    PairSolution solution = solver.solve(pair, all(), new SplittableRandom(1));

    int[] rows = IntStream.range(0, pair.size()).map(pair::row).toArray();
    boolean[] first = new boolean[rows.length];
    for (int item = 0; item < first.length; item++) {
      first[item] = pair.isFirst(item);
    }
    PairMachine whole =
        new PairSolver(SvmSettings.DEFAULT.c(), TOLERANCE).solve(blocks.square(rows), first, 10, 2);
    assertThat(solution.working()).hasSizeLessThan(pair.size());
    assertThat(solution.decisions()).containsExactly(blocks.decisions(whole, pair), within(5e-3));
  }

  @Test
  void noDigitContradictsTheMachine() {
    PairSolution solution = solver.solve(pair, all(), new SplittableRandom(1));

    assertThat(solution.leftOut()).isZero();
    for (int item : all()) {
      if (IntStream.of(solution.working()).noneMatch(working -> working == item)) {
        assertThat(solution.margin(item)).isGreaterThanOrEqualTo(1 - TOLERANCE);
      }
    }
  }

  @Test
  void onlyCandidatesAreTrainedOn() {
    int[] even = IntStream.range(0, pair.size()).filter(item -> item % 2 == 0).toArray();

    PairSolution solution = solver.solve(pair, even, new SplittableRandom(1));

    assertThat(IntStream.of(solution.working())).allMatch(item -> item % 2 == 0);
    assertThat(solution.decisions()).hasSize(pair.size());
  }

  @Test
  void aStartThatLacksAClassIsReplacedByASample() {
    int[] firstOnly = IntStream.range(0, 50).toArray();

    assertThat(solver.solve(pair, all(), firstOnly, new SplittableRandom(1)).decisions())
        .containsExactly(
            solver.solve(pair, all(), new SplittableRandom(1)).decisions(), within(0.0));
  }

  @Test
  void whereMoreDigitsAreNeededThanFitAPartOfThemMakesAMachine() {
    int needed = solver.solve(pair, all(), new SplittableRandom(1)).working().length;

    PairSolution solution = solver(700).solve(pair, all(), new SplittableRandom(1));

    assertThat(needed).isGreaterThan(700);
    assertThat(solution.working()).hasSizeLessThanOrEqualTo(700);
    long contradicting =
        IntStream.of(all())
            .filter(item -> IntStream.of(solution.working()).noneMatch(working -> working == item))
            .filter(item -> solution.margin(item) < 1 - TOLERANCE)
            .count();
    assertThat(solution.leftOut()).isEqualTo((int) contradicting);
    assertThat(IntStream.of(all()).filter(item -> solution.margin(item) > 0).count())
        .isGreaterThan(pair.size() * 8 / 10);
  }

  @Test
  void digitsThatFoundNoRoomAreCounted() {
    PairSolution solution = solver(600).solve(pair, all(), new SplittableRandom(1));

    assertThat(solution.working()).hasSize(600);
    assertThat(solution.leftOut()).isPositive();
  }

  /** 12 bytes for each pair of digits. */
  @Test
  void memorySetsTheLargestWorkingSetWithinBounds() {
    assertThat(WorkingSetSolver.largest(12L * 5000 * 5000)).isEqualTo(5000);
    assertThat(WorkingSetSolver.largest(12L * 5000 * 5000 - 1)).isEqualTo(4999);
    assertThat(WorkingSetSolver.largest(Long.MAX_VALUE)).isEqualTo(12_000);
    assertThat(WorkingSetSolver.largest(-1)).isEqualTo(600);
  }

  private WorkingSetSolver solver(int largest) {
    return new WorkingSetSolver(
        SvmSettings.parse(ComponentSpec.parse("svm:tol=0.0001")),
        5,
        blocks,
        new MemoryBudget(1 << 20),
        largest);
  }

  private int[] all() {
    return IntStream.range(0, pair.size()).toArray();
  }

  private static TrainingSet digits() {
    SplittableRandom random = new SplittableRandom(4);
    float[] values = new float[4000];
    int[] labels = new int[2000];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
      values[2 * i] = (float) (random.nextDouble() + 0.8 * labels[i]);
      values[2 * i + 1] = (float) random.nextDouble();
    }
    return new TrainingSet(FeatureMatrix.wrap(2000, 2, values), labels);
  }
}
