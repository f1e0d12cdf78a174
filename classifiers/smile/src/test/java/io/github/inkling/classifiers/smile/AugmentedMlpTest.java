package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.Holdout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentedMlpTest {
  private static final int EPOCHS = 7;
  private static final String SPEC = "mlp:hidden=16,batch=10,holdout=0.25,augment=true,epochs=";

  @Test
  void whatIsLearnedAreTheCopiesAlone() {
    // Each digit looks like one of another class; its copies look like what it is.
    TrainingSet telling = ClassifierContract.digits(200, 1);
    int[] others = IntStream.range(0, 200).map(row -> (row + 3) % 200).toArray();
    TrainingSet set =
        new TrainingSet(telling.features().select(others), telling.labels())
            .withVariations(
                (rows, first, copies, progress) -> {
                  assertThat(copies).isOne();
                  return telling.features().select(rows);
                });

    Classifier trained = train(SPEC + 60, set);

    assertThat(trained.predict(telling.features()))
        .extracting(Prediction::label)
        .containsExactly(boxed(telling.labels()));
  }

  @Test
  void everyEpochLearnsAnotherCopyOfEachDigitThatIsNotHeldOut() {
    TrainingSet digits = ClassifierContract.digits(4000, 1);
    List<List<Integer>> asked = new ArrayList<>();
    AtomicInteger questions = new AtomicInteger();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      asked.add(new ArrayList<>());
    }
    TrainingSet set =
        digits.withVariations(
            (rows, first, copies, progress) -> {
              questions.incrementAndGet();
              asked.get(first).addAll(Arrays.asList(boxed(rows)));
              return digits.features().select(rows);
            });

    train(SPEC + EPOCHS, set);

    int[] learned = Holdout.of(digits, 0.25, new SplittableRandom(42).split()).learned();
    assertThat(learned).hasSizeLessThan(digits.size());
    for (List<Integer> rows : asked) {
      assertThat(rows).containsExactlyInAnyOrder(boxed(learned));
    }
    assertThat(asked.get(0)).isNotEqualTo(asked.get(1));
    // They do not fit into one question, so the network has gone on in the middle of an epoch.
    assertThat(questions.get()).isGreaterThan(EPOCHS);
  }

  @Test
  void copiesEqualToTheDigitsGiveTheSameNetwork() {
    TrainingSet digits = ClassifierContract.digits(4000, 1);
    TrainingSet set =
        digits.withVariations((rows, first, copies, progress) -> digits.features().select(rows));

    Classifier augmented = train(SPEC + 2, set);

    Classifier plain = train(SPEC.replace("augment=true", "augment=false") + 2, set);
    assertThat(augmented.predict(digits.features())).isEqualTo(plain.predict(digits.features()));
  }

  @Test
  void nothingIsCopiedOnceTheThreadIsInterrupted() {
    TrainingSet digits = ClassifierContract.digits(100, 1);
    TrainingSet set =
        digits.withVariations(
            (rows, first, copies, progress) -> {
              throw new AssertionError("copies were asked for");
            });
    Thread.currentThread().interrupt();

    assertThatIllegalStateException()
        .isThrownBy(() -> train(SPEC + 1, set))
        .withMessage("the training was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void copiesThatAreThereAlreadyAreLeftOut() {
    TrainingSet digits = ClassifierContract.digits(100, 1);
    int[] origins = IntStream.range(0, 100).map(row -> row % 50).toArray();
    Set<Integer> asked = new HashSet<>();
    TrainingSet set =
        digits
            .withOrigins(origins)
            .withVariations(
                (rows, first, copies, progress) -> {
                  asked.addAll(Arrays.asList(boxed(rows)));
                  return digits.features().select(rows);
                });

    train(SPEC.replace("holdout=0.25", "holdout=0") + 2, set);

    assertThat(asked).containsExactlyInAnyOrder(boxed(IntStream.range(0, 50).toArray()));
  }

  @Test
  void digitsWithoutVariationsAreRefused() {
    TrainingSet digits = ClassifierContract.digits(100, 1);
    TrainingSet features = new TrainingSet(digits.features(), digits.labels());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(SPEC + 1, features))
        .withMessage(
            "mlp:augment=true makes changed copies of pictures, and here are only features: train on pictures, or with augment=false");
  }

  private static Integer[] boxed(int... values) {
    return IntStream.of(values).boxed().toArray(Integer[]::new);
  }

  private static Classifier train(String spec, TrainingSet set) {
    return Classifiers.trainer(spec).train(set, 42, ProgressListener.NONE);
  }
}
