package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.vision.Strokes;
import io.github.inkling.core.vision.Strokes.Dot;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DigitBatcherTest {
  private static final DigitRecognizer RECOGNIZER = DigitRecognizer.pretrained();

  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final CountDownLatch permission = new CountDownLatch(1);
  private final Semaphore inWork = new Semaphore(0);

  private DigitBatcher batcher(DigitRecognizer recognizer, int most) {
    return new DigitBatcher(CompletableFuture.completedFuture(recognizer), most, metrics);
  }

  /** Sevens, each a little wider than the one before. */
  private static GrayImage picture(int number) {
    return Strokes.of(
            List.of(List.of(new Dot(0, 0), new Dot(60 + number / 4.0, 0), new Dot(20, 100))))
        .drawDigit();
  }

  @Test
  void eachPictureGetsItsOwnAnswer() throws Exception {
    List<GrayImage> pictures = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      pictures.add(picture(i));
    }
    List<Prediction> expected = RECOGNIZER.recognizeAll(pictures);
    try (DigitBatcher batcher = batcher(RECOGNIZER, 100)) {
      List<CompletableFuture<Prediction>> answers = new ArrayList<>();
      for (GrayImage picture : pictures) {
        answers.add(batcher.recognize(picture));
      }
      for (int i = 0; i < 100; i++) {
        assertThat(answers.get(i).join().label()).isEqualTo(expected.get(i).label());
        assertThat(answers.get(i).join().confidence())
            .isCloseTo(expected.get(i).confidence(), org.assertj.core.data.Offset.offset(1e-4));
      }
    }
  }

  @Test
  void whatWaitsBecomesABatchOfBoundedSize() throws Exception {
    try (DigitBatcher batcher =
        batcher(ObstinateClassifier.waitingFor(permission, inWork), /* most= */ 200)) {
      List<CompletableFuture<Prediction>> answers = new ArrayList<>();
      answers.add(batcher.recognize(picture(0)));
      inWork.acquire();
      for (int i = 0; i < 100; i++) {
        answers.add(batcher.recognize(picture(1)));
      }
      permission.countDown();
      answers.forEach(CompletableFuture::join);

      assertThat(metrics.get("inkling.batch.size").summary().count()).isEqualTo(3);
      assertThat(metrics.get("inkling.batch.size").summary().max()).isEqualTo(DigitBatcher.MOST);
      assertThat(metrics.get("inkling.batch.size").summary().totalAmount()).isEqualTo(101);
    }
  }

  @Test
  void aDigitThatIsAloneDoesNotWait() throws Exception {
    try (DigitBatcher batcher = batcher(RECOGNIZER, 10)) {
      assertThat(batcher.recognize(picture(0)).join().label()).isEqualTo(7);
    }
    assertThat(metrics.get("inkling.batch.size").summary().max()).isEqualTo(1);
  }

  @Test
  void aDigitWaitsForThoseThatAreBeingDecoded() throws Exception {
    try (DigitBatcher batcher = batcher(RECOGNIZER, 10)) {
      CompletableFuture<GrayImage> never = new CompletableFuture<>();
      CompletableFuture<Prediction> waiting = batcher.recognize(() -> never);

      assertThat(batcher.recognize(picture(0)).join().label()).as("but not for ever").isEqualTo(7);
      assertThat(waiting).isNotDone();
      assertThatThrownBy(
              () ->
                  batcher.recognize(
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
    }
  }

  @Test
  void whoFindsTheQueueFullIsRefused() throws Exception {
    try (DigitBatcher batcher =
        batcher(ObstinateClassifier.waitingFor(permission, inWork), /* most= */ 2)) {
      CompletableFuture<Prediction> first = batcher.recognize(picture(0));
      inWork.acquire();
      CompletableFuture<Prediction> second = batcher.recognize(picture(0));
      CompletableFuture<Prediction> third = batcher.recognize(picture(0));
      assertThatThrownBy(() -> batcher.recognize(picture(0)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BUSY));
      permission.countDown();

      assertThat(List.of(first.join(), second.join(), third.join()))
          .allMatch(answer -> answer.label() == 7);
      batcher.recognize(picture(0)).join();
    }
  }

  @Test
  void whatWaitsIsAnsweredBeforeItCloses() throws Exception {
    DigitBatcher batcher =
        batcher(ObstinateClassifier.waitingFor(permission, inWork), /* most= */ 200);
    List<CompletableFuture<Prediction>> answers = new ArrayList<>();
    answers.add(batcher.recognize(picture(0)));
    inWork.acquire();
    for (int i = 0; i < 150; i++) {
      answers.add(batcher.recognize(picture(0)));
    }
    CompletableFuture<Void> closing = CompletableFuture.runAsync(batcher::close);
    Thread.sleep(50);
    assertThat(closing).isNotDone();
    permission.countDown();
    closing.join();

    assertThat(answers).allMatch(answer -> answer.join().label() == 7);
    assertThatThrownBy(() -> batcher.recognize(picture(0))).isInstanceOf(ProblemException.class);
  }

  @Test
  void whatWaitsForAModelThatNeverComesIsRefusedWhenItCloses() throws Exception {
    DigitBatcher batcher = new DigitBatcher(new CompletableFuture<>(), 10, metrics);
    CompletableFuture<Prediction> answer = batcher.recognize(picture(0));
    Thread.sleep(50);
    batcher.close();

    assertThatThrownBy(answer::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ProblemException.class);
  }

  @Test
  void aFailureIsThatOfItsPictureAlone() throws Exception {
    Error failure = new StackOverflowError();
    try (DigitBatcher batcher =
        batcher(ObstinateClassifier.failingAt(picture(5), failure), /* most= */ 100)) {
      List<CompletableFuture<Prediction>> answers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        answers.add(batcher.recognize(picture(i)));
      }
      for (int i = 0; i < 10; i++) {
        if (i == 5) {
          assertThatThrownBy(answers.get(i)::join).hasCause(failure);
        } else {
          assertThat(answers.get(i).join().label()).isEqualTo(7);
        }
      }
    }
  }
}
