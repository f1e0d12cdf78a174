package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import io.github.inkling.core.training.SideBySide;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadSharesTest {
  private static final int THREADS = 12;

  private int before;

  @BeforeEach
  void takeTwelveThreads() {
    PyTorch.load();
    before = JniUtils.getNumThreads();
    JniUtils.setNumThreads(THREADS);
  }

  @AfterEach
  void takeAsManyAsBefore() {
    JniUtils.setNumThreads(before);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0, 1, 1, 8",
    "8, 0, 4, 4, 2",
    "8, 3, 4, 4, 2",
    "2, 3, 4, 2, 1",
    "2, 0, 4, 4, 1",
    "3, 2, 4, 3, 1",
    "3, 3, 4, 3, 3",
    "9, 4, 5, 3, 4",
  })
  void aShareIsOfThoseThatLearnAtATime(
      int threads, int network, int networks, int atATime, int share) {
    assertThat(ThreadShares.share(threads, network, networks, atATime)).isEqualTo(share);
  }

  @Test
  void networksComputeWithTheirShareAndAllElseAsBefore() throws Exception {
    List<Integer> seen = ThreadShares.train("test", same(4, JniUtils::getNumThreads));

    int atATime = SideBySide.atATime(4);
    List<Integer> shares =
        IntStream.range(0, 4).mapToObj(i -> ThreadShares.share(THREADS, i, 4, atATime)).toList();
    assertThat(seen).isEqualTo(shares);
    assertThat(JniUtils.getNumThreads()).isEqualTo(THREADS);
    assertThat(ofANewThread()).isEqualTo(THREADS);
  }

  @Test
  void oneNetworkHasThemAll() {
    assertThat(ThreadShares.train("test", same(1, JniUtils::getNumThreads)))
        .containsExactly(THREADS);
  }

  @Test
  void aTrainingBesideAnotherSharesWhatThereIsWithoutIt() throws Exception {
    Supplier<List<Integer>> another =
        () -> ThreadShares.train("another", same(1, JniUtils::getNumThreads));

    assertThat(ThreadShares.train("test", same(2, another)))
        .containsExactly(List.of(THREADS), List.of(THREADS));

    assertThat(ofANewThread()).isEqualTo(THREADS);
  }

  @Test
  void afterAFailureTheyAreAsBefore() throws Exception {
    Supplier<Integer> failing =
        () -> {
          throw new IllegalArgumentException("no such luck");
        };

    assertThatThrownBy(() -> ThreadShares.train("test", same(3, failing)))
        .hasMessage("no such luck");

    assertThat(ofANewThread()).isEqualTo(THREADS);
  }

  @Test
  void anInterruptedThreadBeginsNothing() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> ThreadShares.train("test", same(1, () -> 1)))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static <T> List<Supplier<T>> same(int count, Supplier<T> training) {
    return Collections.nCopies(count, training);
  }

  private static int ofANewThread() throws InterruptedException, ExecutionException {
    FutureTask<Integer> asked = new FutureTask<>(JniUtils::getNumThreads);
    new Thread(asked).start();
    return asked.get();
  }
}
