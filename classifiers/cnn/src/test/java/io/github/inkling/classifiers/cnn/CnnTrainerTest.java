package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CnnTrainerTest {
  private static final String QUICK = "cnn:epochs=2,batch=32";

  private static Classifier train(String spec, TrainingSet digits) {
    return Classifiers.trainer(spec).train(digits, 42, ProgressListener.NONE);
  }

  private static TrainingSet digits(int count) {
    return ClassifierContract.digits(count, 1, 784);
  }

  @Test
  void whatIsNoPictureIsRefusedWithAdvice() {
    assertThatThrownBy(() -> train(QUICK + ",augment=false", ClassifierContract.digits(100, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("784 pixels")
        .hasMessageContaining("not 20 features")
        .hasMessageContaining("'pixels'");
  }

  /** Of 33 digits, 16 to a step, one is left over, and one has no variance to normalise by. */
  @Test
  void aLastStepOfOneDigitIsNoTroubleForBatchNormalisation() {
    String settings = "cnn:layers=pool/dense16,batchnorm=true,batch=16,epochs=2,augment=false";

    Classifier trained = train(settings + ",holdout=0", digits(33));

    assertThat(trained.report()).containsEntry("epochs", "2").doesNotContainKey("stopped");
  }

  @Test
  void copiesOfFeaturesAloneAreRefusedWithAdvice() {
    TrainingSet features = new TrainingSet(digits(50).features(), digits(50).labels());

    assertThatThrownBy(() -> train(QUICK, features))
        .hasMessageContaining("cnn:augment=true")
        .hasMessageContaining("augment=false");
  }

  @Test
  void aRateThatIsTooHighIsAnErrorWithAdvice() {
    assertThatThrownBy(
            () -> train("cnn:rate=1000000,schedule=constant,epochs=5,augment=false", digits(300)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the CNN diverged in epoch 1")
        .hasMessageContaining("lower the rate, which is 1000000");
  }

  @Test
  void aLossThatIsNotANumberEndsTheTrainingAndKeepsTheEpochBefore() {
    TrainingSet digits = digits(200);
    // The copies of the third epoch are too bright for any network.
    TrainingSet spoilt =
        digits.withVariations(
            (rows, first, copies, progress) -> {
              float[] values = digits.features().select(rows).values().clone();
              if (first == 2) {
                Arrays.fill(values, 3e38f);
              }
              return FeatureMatrix.wrap(rows.length, 784, values);
            });
    String settings = "batch=32,rate=0.005,schedule=constant,holdout=0";

    Classifier stopped = train("cnn:epochs=9," + settings, spoilt);

    assertThat(stopped.report())
        .containsEntry("epochs", "2")
        .hasEntrySatisfying("stopped", why -> assertThat(why).contains("diverged in epoch 3"));
    Classifier before = train("cnn:epochs=2," + settings, spoilt);
    assertThat(stopped.predict(digits.features())).isEqualTo(before.predict(digits.features()));
  }

  /** Two trainings at a time come to what each comes to alone. */
  @Test
  void trainingsDoNotDisturbEachOther() throws Exception {
    List<String> specs = List.of(QUICK + ",rate=0.02,augment=false", QUICK + ",rate=0.05");
    List<Object> alone = specs.stream().map(spec -> weights(train(spec, digits(200)))).toList();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Object>> tasks =
          specs.stream().map(s -> (Callable<Object>) () -> weights(train(s, digits(200)))).toList();
      List<Future<Object>> together = threads.invokeAll(tasks);
      for (int i = 0; i < specs.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Object weights(Classifier trained) {
    return trained.state().arrays().get("weights1").values();
  }

  @Test
  void anInterruptedTrainingSaysSo() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> train(QUICK + ",augment=false", digits(100)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the training was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "preset=small",
        "preset=accurate,rate=0.01,columns=1",
        "layers=conv8x3/pool/dense32,batchnorm=true,rate=0.1",
        "layers=conv8x3/pool/dense32,batchnorm=false,rate=0.01",
        "layers=conv8x3/pool/dense32,batchnorm=true,rate=0.1,columns=3"
      })
  void everyArchitectureLearns(String architecture) {
    TrainingSet digits = digits(120);

    Classifier trained =
        train(
            "cnn:%s,epochs=12,batch=16,averaging=0.9,views=1,augment=false,holdout=0"
                .formatted(architecture),
            digits);

    long right =
        IntStream.range(0, 120)
            .filter(
                i -> trained.predict(digits.features().select(i)).get(0).label() == digits.label(i))
            .count();
    assertThat(right).isGreaterThanOrEqualTo(110);
  }
}
