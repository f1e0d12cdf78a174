package io.github.inkling.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTrainingTest {
  private static final TrainingSet DIGITS = ClassifierContract.digits(50, 1);
  private static final int FEATURES = DIGITS.features().columns();
  private static final int CLASSES = 10;
  private static final int BATCH = 8;
  private static final double RATE = 0.5;

  @AfterEach
  void nobodyElseIsInterrupted() {
    Thread.interrupted();
  }

  @Test
  void everyDigitIsLearnedFromOnceAnEpochAndEachEpochHasAnOrderOfItsOwn() {
    SoftmaxRegression network = network();

    train(network, pace(3, RateSchedule.COSINE, 0), 0, Checkpoints.NONE);

    List<List<Integer>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      epochs.add(network.rows.subList(epoch * 50, (epoch + 1) * 50));
    }
    Integer[] all = IntStream.range(0, 50).boxed().toArray(Integer[]::new);
    assertThat(network.rows).hasSize(150);
    assertThat(epochs).allSatisfy(epoch -> assertThat(epoch).containsExactlyInAnyOrder(all));
    assertThat(epochs).doesNotHaveDuplicates();
  }

  @Test
  void digitsThatAreHeldOutAreNotLearnedFrom() {
    SoftmaxRegression network = network();

    var result = train(network, pace(2, RateSchedule.COSINE, 0), 0.2, Checkpoints.NONE);

    assertThat(network.rows).hasSize(80);
    assertThat(network.rows.stream().distinct()).hasSize(40);
    assertThat(result.report()).containsEntry("held-out digits", "10").containsEntry("epochs", "2");
  }

  @Test
  void theRateFollowsTheScheduleFromStepToStep() {
    SoftmaxRegression network = network();

    train(network, pace(4, RateSchedule.COSINE, 0), 0, Checkpoints.NONE);

    // 50 digits are 6 batches of 8 and one of 2.
    assertThat(network.rates).hasSize(28);
    assertThat(network.rates.get(0)).isEqualTo(RATE);
    assertThat(network.rates.get(14)).isCloseTo(RATE / 2, within(1e-12));
    assertThat(network.rates.get(7)).isCloseTo(RATE * 0.853553391, within(1e-9));
    assertThat(network.rates).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void itLearns() {
    SoftmaxRegression network = network();

    var result = train(network, pace(30, RateSchedule.COSINE, 0), 0, Checkpoints.NONE);

    assertThat(Double.parseDouble(result.report().get("training loss"))).isLessThan(0.3);
  }

  @Test
  void withoutPatienceTheLastEpochIsKept() {
    var result = train(new Scripted(4, 9, 6, 5), pace(4, RateSchedule.CONSTANT, 0), 0.2);

    assertThat(result.weights()).isEqualTo(4);
    assertThat(result.report()).containsEntry("kept epoch", "4").containsEntry("epochs", "4");
  }

  @Test
  void withPatienceTheBestEpochIsKeptAndTrainingEndsBehindIt() {
    var result = train(new Scripted(4, 9, 6, 5, 10), pace(5, RateSchedule.CONSTANT, 2), 0.2);

    assertThat(result.weights()).isEqualTo(2);
    assertThat(result.report()).containsEntry("kept epoch", "2").containsEntry("epochs", "4");
  }

  @Test
  void withoutDigitsHeldOutPatienceHasNoMeaning() {
    var result = train(new Scripted(4, 9, 6, 5), pace(4, RateSchedule.CONSTANT, 1), 0);

    assertThat(result.weights()).isEqualTo(4);
    assertThat(result.report()).containsEntry("epochs", "4").doesNotContainKey("kept epoch");
    assertThat(result.temperature()).isEqualTo(Temperature.UNCHANGED);
  }

  @Test
  void divergenceInTheFirstEpochIsAnErrorThatNamesTheRate() {
    SoftmaxRegression network = network();
    network.divergesAt = 3;
    KeptInMemory kept = new KeptInMemory();

    assertThatThrownBy(() -> train(network, pace(5, RateSchedule.CONSTANT, 0), 0, kept))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the toy diverged in epoch 1: its loss is NaN; lower the rate, which is 0.5");
    assertThat(kept.all).isEmpty();
    assertThat(network.rates).as("it ends at once").hasSize(4);
  }

  @Test
  void divergenceLaterKeepsTheLastGoodWeightsAndSaysSo() {
    SoftmaxRegression diverging = network();
    diverging.divergesAt = 2 * 7 + 3;
    KeptInMemory kept = new KeptInMemory();

    var result = train(diverging, pace(5, RateSchedule.CONSTANT, 0), 0, kept);
    var good = train(network(), pace(2, RateSchedule.CONSTANT, 0), 0, Checkpoints.NONE);

    assertThat(result.weights()).isEqualTo(good.weights());
    assertThat(result.report())
        .containsEntry("epochs", "2")
        .containsEntry("training loss", good.report().get("training loss"))
        .containsEntry(
            "stopped",
            "the toy diverged in epoch 3: its loss is NaN; lower the rate, which is 0.5");
    assertThat(good.report()).doesNotContainKey("stopped");
    assertThat(kept.all).hasSize(2);
  }

  /** The loss of a step is that before it: of the last step of an epoch nothing is heard. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2})
  void weightsThatTheLastStepSpoiltAreNotKept(double holdout) {
    Scripted network = new Scripted(4, 9, 6, 5);
    network.spoiltFrom = 3;

    var result = train(network, pace(4, RateSchedule.CONSTANT, 0), holdout);

    assertThat(result.weights()).isEqualTo(2);
    assertThat(result.report())
        .containsEntry("epochs", "2")
        .hasEntrySatisfying("stopped", why -> assertThat(why).contains("epoch 3", "weights"));
  }

  /** Weights may be finite and so large that what they make is not. */
  @ParameterizedTest
  @CsvSource({"0, 0, 4", "0.2, 0, 4", "0.2, 2, 3"})
  void weightsWhoseOutputsAreNotFiniteAreNotKept(double holdout, int patience, int seen) {
    Scripted network = new Scripted(4, 5, 6, 7);
    network.overflowsFrom = 3;

    var result = train(network, pace(4, RateSchedule.CONSTANT, patience), holdout);

    assertThat(result.weights()).isEqualTo(seen - 1);
    assertThat(result.report())
        .hasEntrySatisfying(
            "stopped", why -> assertThat(why).contains("epoch " + seen + ": its outputs"));
  }

  @Test
  void outputsThatAreNotFiniteInTheFirstEpochAreAnError() {
    Scripted network = new Scripted(4, 5);
    network.overflowsFrom = 1;

    assertThatThrownBy(() -> train(network, pace(2, RateSchedule.CONSTANT, 1), 0.2))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining(
            "diverged in epoch 1: its outputs are NaN or infinite; lower the rate");
  }

  @Test
  void stepsThatAreTooSmallAreLeftOut() {
    SoftmaxRegression network = network();
    network.leastBatch = 3;

    train(network, pace(2, RateSchedule.CONSTANT, 0), 0, Checkpoints.NONE);

    assertThat(network.rows).as("50 digits are 6 batches of 8 and one of 2").hasSize(96);
  }

  @Test
  void weightsThatKnowLessThanOneWhoGuessesAreNotKept() {
    Scripted network = new Scripted(4, 9, 6, 5);
    network.spoiltFrom = 3;
    network.lossOfEpoch = Math.log(CLASSES) + 0.1;

    assertThatThrownBy(() -> train(network, pace(4, RateSchedule.CONSTANT, 0), 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("diverged in epoch 3");
  }

  /** What was not measured has no figures, and is not calibrated. */
  @Test
  void withoutPatienceOnlyTheLastEpochIsCalibrated() {
    Scripted network = new Scripted(4, 9, 6, 5);
    network.spoiltFrom = 3;

    var stopped = train(network, pace(4, RateSchedule.CONSTANT, 0), 0.2);
    var whole = train(new Scripted(4, 9, 6, 5), pace(4, RateSchedule.CONSTANT, 0), 0.2);

    assertThat(stopped.temperature()).isEqualTo(Temperature.UNCHANGED);
    assertThat(stopped.report()).doesNotContainKeys("temperature", "held-out loss");
    assertThat(whole.temperature().value()).isNotEqualTo(1);
    assertThat(whole.report()).containsKeys("temperature", "held-out loss");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.2, 0", "0.2, 1", "0.2, 6"})
  void whatGoesOnAfterAnyEpochEqualsWhatWasNeverInterrupted(double holdout, int patience) {
    LearningPace pace = pace(6, RateSchedule.CYCLE, patience);
    KeptInMemory whole = new KeptInMemory();
    var expected = train(network(), pace, holdout, whole);

    assertThat(whole.all).hasSizeGreaterThan(1);
    for (int epoch = 1; epoch <= whole.all.size(); epoch++) {
      KeptInMemory rest = new KeptInMemory(whole.all.get(epoch - 1));
      var resumed = train(network(), pace, holdout, rest);

      assertThat(resumed.weights()).as("after epoch %d", epoch).isEqualTo(expected.weights());
      assertThat(resumed.temperature()).isEqualTo(expected.temperature());
      assertThat(resumed.report()).isEqualTo(expected.report());
      assertThat(rest.all.stream().map(KeptInMemory::content))
          .isEqualTo(
              whole.all.subList(epoch, whole.all.size()).stream()
                  .map(KeptInMemory::content)
                  .toList());
    }
  }

  @Test
  void whatGoesOnIsNotWhatBeginsAnew() {
    LearningPace pace = pace(4, RateSchedule.CONSTANT, 0);
    KeptInMemory whole = new KeptInMemory();
    train(network(), pace, 0, whole);
    SoftmaxRegression resumed = network();

    train(resumed, pace, 0, new KeptInMemory(whole.all.get(2)));

    assertThat(resumed.rows).as("one epoch is left").hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void progressGoesOnAndEndsAtItsTotal(int epoch) {
    LearningPace pace = pace(4, RateSchedule.CONSTANT, 0);
    KeptInMemory whole = new KeptInMemory();
    train(network(), pace, 0, whole);
    List<Long> told = new ArrayList<>();

    train(
        network(),
        pace,
        0,
        new KeptInMemory(whole.all.get(epoch - 1)),
        (stage, done, total) -> {
          assertThat(stage).isEqualTo("Training toy");
          assertThat(total).isEqualTo(200);
          told.add(done);
        });

    assertThat(told).startsWith(0L, epoch * 50L).isSorted().endsWith(200L);
  }

  @Test
  void progressEndsAtItsTotalWhenTrainingEndsEarly() {
    List<Long> told = new ArrayList<>();

    train(
        new Scripted(4, 9, 6, 5, 10),
        pace(5, RateSchedule.CONSTANT, 2),
        0.2,
        Checkpoints.NONE,
        (stage, done, total) -> told.add(done));

    assertThat(told).isSorted().endsWith(5 * 40L);
  }

  @Test
  void progressEndsAtItsTotalWhenTrainingDiverges() {
    SoftmaxRegression diverging = network();
    diverging.divergesAt = 2 * 7 + 3;
    List<Long> told = new ArrayList<>();

    train(
        diverging,
        pace(5, RateSchedule.CONSTANT, 0),
        0,
        Checkpoints.NONE,
        (stage, done, total) -> told.add(done));

    assertThat(told).isSorted().endsWith(132L, 250L);
  }

  @Test
  void anInterruptedThreadEndsTheTrainingAndWhatWasKeptIsEnoughToGoOn() {
    LearningPace pace = pace(5, RateSchedule.COSINE, 0);
    KeptInMemory kept = new KeptInMemory();
    ProgressListener interrupting =
        (stage, done, total) -> {
          if (done > 120) {
            Thread.currentThread().interrupt();
          }
        };

    assertThatThrownBy(() -> train(network(), pace, 0, kept, interrupting))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();

    assertThat(kept.all).hasSize(2);
    assertThat(train(network(), pace, 0, new KeptInMemory(kept.all.get(1))).weights())
        .isEqualTo(train(network(), pace, 0, Checkpoints.NONE).weights());
  }

  @Test
  void networksWithoutAMemoryNeitherAskNorTell() {
    Checkpoints untouchable =
        new Checkpoints() {
          @Override
          public Optional<ModelState> latest() {
            throw new AssertionError("asked");
          }

          @Override
          public void keep(ModelState state) {
            throw new AssertionError("told");
          }
        };

    var result = train(new Scripted(4, 9), pace(2, RateSchedule.CONSTANT, 0), 0.2, untouchable);

    assertThat(result.weights()).isEqualTo(2);
  }

  @Test
  void aCheckpointThatDoesNotFitIsRefused() {
    LearningPace pace = pace(3, RateSchedule.CONSTANT, 0);
    KeptInMemory whole = new KeptInMemory();
    train(network(), pace, 0, whole);
    ModelState last = whole.all.get(2);

    assertRefused(with(last, "epoch", "0"), "epoch must be in 1..3, not 0");
    assertRefused(with(last, "epoch", "2000000000"), "epoch must be in 1..3, not 2000000000");
    assertRefused(with(last, "epoch", "two"), "setting epoch is not a whole number: 'two'");
    assertRefused(with(last, "kept/loss", "much"), "setting kept/loss is not a number");
    assertRefused(with(last, "network", null), "has no setting 'network'");
    assertRefused(
        new ModelState(last.classifier(), last.settings(), Map.of()),
        "has no array 'network/weights'");
    KeptInMemory wider = new KeptInMemory();
    train(
        new SoftmaxRegression(2, CLASSES, BATCH),
        pace,
        0,
        wider,
        ProgressListener.NONE,
        ClassifierContract.digits(50, 1, 2));
    assertRefused(
        wider.all.get(2), "array 'network/weights' should be float[] [10, " + FEATURES + "]");
  }

  private static void assertRefused(ModelState state, String complaint) {
    assertThatThrownBy(
            () -> train(network(), pace(3, RateSchedule.CONSTANT, 0), 0, new KeptInMemory(state)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the checkpoint does not fit the training: ")
        .hasMessageContaining(complaint);
  }

  private static ModelState with(ModelState state, String name, String value) {
    Map<String, String> settings = new LinkedHashMap<>(state.settings());
    if (value == null) {
      settings.remove(name);
    } else {
      settings.put(name, value);
    }
    return new ModelState(state.classifier(), settings, state.arrays());
  }

  private static SoftmaxRegression network() {
    return new SoftmaxRegression(FEATURES, CLASSES, BATCH);
  }

  private static LearningPace pace(int epochs, RateSchedule schedule, int patience) {
    return new LearningPace("toy", epochs, RATE, schedule, patience);
  }

  private static <W> NetworkTraining.Result<W> train(
      LearningNetwork<W> network, LearningPace pace, double holdout) {
    return train(network, pace, holdout, Checkpoints.NONE);
  }

  private static <W> NetworkTraining.Result<W> train(
      LearningNetwork<W> network, LearningPace pace, double holdout, Checkpoints checkpoints) {
    return train(network, pace, holdout, checkpoints, ProgressListener.NONE);
  }

  private static <W> NetworkTraining.Result<W> train(
      LearningNetwork<W> network,
      LearningPace pace,
      double holdout,
      Checkpoints checkpoints,
      ProgressListener progress) {
    return train(network, pace, holdout, checkpoints, progress, DIGITS);
  }

  private static <W> NetworkTraining.Result<W> train(
      LearningNetwork<W> network,
      LearningPace pace,
      double holdout,
      Checkpoints checkpoints,
      ProgressListener progress,
      TrainingSet digits) {
    SplittableRandom random = new SplittableRandom(7);
    ExampleSource examples = ExampleSource.of(digits, ClassLabels.of(digits), false, "network");
    return new NetworkTraining<>(
            pace, network, examples, examples.holdOut(holdout, random.split()), CLASSES, random)
        .train(checkpoints, progress);
  }

  /** Learns nothing: after each epoch it answers so many of the digits held out rightly. */
  private static final class Scripted implements LearningNetwork<Integer> {
    private final int[] right;
    private int epoch;
    private int spoiltFrom = Integer.MAX_VALUE;
    private int overflowsFrom = Integer.MAX_VALUE;
    private double lossOfEpoch = 1;

    Scripted(int... right) {
      this.right = right;
    }

    @Override
    public int batch() {
      return 100;
    }

    @Override
    public double learn(Examples examples, int first, int count, double rate) {
      epoch++;
      return lossOfEpoch * count;
    }

    @Override
    public float[] outputs(Examples examples) {
      float[] outputs = new float[examples.size() * CLASSES];
      for (int i = 0; i < examples.size(); i++) {
        boolean isRight = i < right[epoch - 1];
        outputs[i * CLASSES + (examples.target(i) + (isRight ? 0 : 1)) % CLASSES] =
            epoch < overflowsFrom ? 1 : Float.POSITIVE_INFINITY;
      }
      return outputs;
    }

    @Override
    public Integer snapshot() {
      return epoch;
    }

    @Override
    public boolean isFinite(Integer weights) {
      return weights < spoiltFrom;
    }
  }
}
