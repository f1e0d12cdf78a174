package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelBlocksTest {
  private static final String STAGE = "Counting";

  @ParameterizedTest
  @CsvSource({"1, 256", "7, 256", "255, 256", "257, 256", "5000, 256", "5000, 1", "100, 33"})
  void everyItemIsInOneBlockAndNoBlockTooLarge(int total, int most) {
    int[] visits = new int[total];

    ParallelBlocks.forEach(
        total,
        most,
        STAGE,
        ProgressListener.NONE,
        (from, to) -> {
          assertThat(to - from).isBetween(1, most);
          for (int i = from; i < to; i++) {
            visits[i]++;
          }
        });

    assertThat(Arrays.stream(visits)).containsOnly(1).hasSize(total);
  }

  @Test
  void aFewItemsAreSpreadAsWell() {
    AtomicInteger blocks = new AtomicInteger();

    ParallelBlocks.forEach(
        200, 256, STAGE, ProgressListener.NONE, (from, to) -> blocks.incrementAndGet());

    assertThat(blocks.get()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void progressBeginsAtNothingAndEndsAtAll() {
    List<Long> heard = new ArrayList<>();

    ParallelBlocks.forEach(
        1000,
        10,
        STAGE,
        (stage, done, total) -> {
          assertThat(stage).isEqualTo(STAGE);
          assertThat(total).isEqualTo(1000);
          heard.add(done);
        },
        (from, to) -> {});

    assertThat(heard).isSorted().doesNotHaveDuplicates().startsWith(0L).endsWith(1000L);
  }

  @Test
  void ofNoItemsNothingIsHeard() {
    List<String> heard = new ArrayList<>();

    ParallelBlocks.forEach(
        0, 256, STAGE, (stage, done, total) -> heard.add(stage), (from, to) -> heard.add("work"));

    assertThat(heard).isEmpty();
  }

  @RepeatedTest(20)
  void ofSeveralFailuresTheFirstBlocksIsThrownAsItIs() {
    ParallelBlocks.Work failing =
        (from, to) -> {
          if (from >= 20) {
            throw new IllegalArgumentException("digit " + from);
          }
        };

    assertThatThrownBy(() -> ParallelBlocks.forEach(100, 1, STAGE, ProgressListener.NONE, failing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("digit 20");
  }
}
