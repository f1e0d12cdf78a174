package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryPlanTest {
  /** A square or rectangle of a class of 100 takes 40,000 bytes. */
  private static final int[] SIZES = {100, 100, 100};

  private static final int BLOCK = 40_000;

  @Test
  void enoughMemorySharesAllSquares() {
    // Three squares, and one rectangle for each of two machines.
    assertThat(MemoryPlan.of(SIZES, 5 * BLOCK, 2)).isEqualTo(new MemoryPlan(2, 3, 0));
  }

  @Test
  void sharingIsGivenUpBeforeThreads() {
    // Each of two machines needs three blocks of its own when nothing is shared.
    assertThat(MemoryPlan.of(SIZES, 100 * BLOCK, 2).shared()).isEqualTo(3);
    assertThat(MemoryPlan.of(new int[] {100, 100, 1000}, 2 * 112 * BLOCK, 2).workers())
        .isEqualTo(2);
  }

  @Test
  void oneMachineAtATimeWhenTwoDoNotFit() {
    assertThat(MemoryPlan.of(SIZES, 4 * BLOCK, 2)).isEqualTo(new MemoryPlan(1, 3, 0));
  }

  @Test
  void rowsWhenNotEvenOneMachineFits() {
    assertThat(MemoryPlan.of(SIZES, 2 * BLOCK, 2)).isEqualTo(new MemoryPlan(1, 0, 100));
    assertThat(MemoryPlan.of(SIZES, 1, 2)).isEqualTo(new MemoryPlan(1, 0, 16));
  }

  @Test
  void neverMoreThreadsThanMachines() {
    assertThat(MemoryPlan.of(new int[] {10, 10}, 1 << 20, 64).workers()).isEqualTo(1);
  }
}
