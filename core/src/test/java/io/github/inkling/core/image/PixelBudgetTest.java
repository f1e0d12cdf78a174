package io.github.inkling.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PixelBudgetTest {
  private static final long BUDGET = 30_000_000;

  private final PixelBudget budget = new PixelBudget(BUDGET);

  @Test
  void picturesWaitUntilThereIsRoom() throws Exception {
    int first = budget.take(20_000_000);
    int second = budget.take(10_000_000);
    CompletableFuture<Integer> third = CompletableFuture.supplyAsync(() -> budget.take(15_000_000));

    budget.giveBack(second);
    assertWaits(third);
    budget.giveBack(first);

    assertThat(third.get(30, TimeUnit.SECONDS)).isPositive();
  }

  @Test
  void aPictureThatIsTooLargeIsReadAlone() throws Exception {
    int small = budget.take(1);
    CompletableFuture<Integer> large =
        CompletableFuture.supplyAsync(() -> budget.take(100 * BUDGET));
    assertWaits(large);
    budget.giveBack(small);

    int share = large.get(30, TimeUnit.SECONDS);
    CompletableFuture<Integer> next = CompletableFuture.supplyAsync(() -> budget.take(1));
    assertWaits(next);
    budget.giveBack(share);
    assertThat(next.get(30, TimeUnit.SECONDS)).isPositive();
  }

  private static void assertWaits(CompletableFuture<Integer> taking) {
    assertThatThrownBy(() -> taking.get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }
}
