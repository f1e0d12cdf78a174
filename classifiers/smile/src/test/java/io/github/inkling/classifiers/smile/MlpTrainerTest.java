package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.ClassLabels;
import io.github.inkling.core.training.Holdout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MlpTrainerTest {
  @Test
  void aNetworkIsItsArithmetic() {
    // One hidden layer of two units over two features; classes 2 and 7.
    DenseLayer hidden = new DenseLayer(2, new float[] {1, -1, 2, 0}, new float[] {0, -1});
    DenseLayer output = new DenseLayer(2, new float[] {1, 0, 0, 1}, new float[] {0.5f, 0});
    MlpClassifier network =
        new MlpClassifier(ClassLabels.of(2, 7), List.of(hidden, output), Map.of());

    // (3, 1): hidden max(0, 2) = 2 and max(0, 5) = 5; outputs 2.5 and 5.
    Prediction first = network.predict(FeatureMatrix.ofRows(new float[] {3, 1})).get(0);
    // (0, 4): hidden max(0, -4) = 0 and max(0, -1) = 0; outputs 0.5 and 0.
    Prediction second = network.predict(FeatureMatrix.ofRows(new float[] {0, 4})).get(0);

    assertThat(first.probability(7)).isCloseTo(1 / (1 + Math.exp(-2.5)), within(1e-7));
    assertThat(second.probability(2)).isCloseTo(1 / (1 + Math.exp(-0.5)), within(1e-7));
  }

  @Test
  void severalHiddenLayersLearnExclusiveOr() {
    FeatureMatrix points =
        FeatureMatrix.ofRows(
            new float[] {0, 0}, new float[] {1, 1}, new float[] {0, 1}, new float[] {1, 0});
    TrainingSet set = new TrainingSet(points, new int[] {0, 0, 1, 1});

    assertThat(train("mlp:hidden=16/16,epochs=300,batch=4,decay=0", set).predict(points))
        .extracting(Prediction::label)
        .containsExactly(0, 0, 1, 1);
  }

  @Test
  void aLastBatchThatIsSmallerIsNoTrouble() {
    TrainingSet set = ClassifierContract.digits(130, 1);

    assertThat(train("mlp:hidden=8,epochs=2,batch=64", set).predict(set.features())).hasSize(130);
    assertThat(train("mlp:hidden=8,epochs=2,batch=1000", set).predict(set.features())).hasSize(130);
  }

  @Test
  void aRateThatIsTooHighIsAnErrorWithAdvice() {
    TrainingSet set = ClassifierContract.digits(200, 1);

    assertThatThrownBy(() -> train("mlp:rate=1000000,epochs=50,batch=8", set))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lower the rate")
        .hasMessageContaining("1000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp:hidden=0|hidden must be in 1..10000, not 0",
        "mlp:hidden=46341/46341|hidden must be in 1..10000, not 46341",
        "mlp:hidden=65536/65536|hidden must be in 1..10000, not 65536",
        "mlp:hidden=1/1/1/1/1/1/1/1/1/1/1|the number of hidden layers must be in 1..10, not 11",
        "mlp:rate=0|rate must be above 0",
        "mlp:momentum=1|momentum must be 0 to below 1",
        "mlp:epochs=0|epochs must be in 1..10000",
        "mlp:batch=0|batch must be in 1..65536",
        "mlp:decay=-1|decay must be 0 to 1",
        "mlp:dropout=0.95|dropout must be 0 to 0.9, not 0.95",
        "mlp:dropout=-0.1|dropout must be 0 to 0.9",
        "mlp:smoothing=1|smoothing must be 0 to 0.9",
        "mlp:schedule=linear|schedule must be one of cosine, cycle, step, constant, not 'linear'",
        "mlp:holdout=1|holdout must be 0 to 0.9",
        "mlp:patience=-1|patience must be in 0..10000",
        "mlp:nesterov=1|unknown setting 'nesterov'"
      })
  void settingsOutOfRangeAreRefusedByName(String spec, String message) {
    assertThatThrownBy(() -> Classifiers.trainer(spec)).hasMessageContaining(message);
  }

  @Test
  void aLayerWithMoreWeightsThanAnArrayHoldsIsRefused() {
    int width = 250_000;
    FeatureMatrix wide = FeatureMatrix.wrap(2, width, new float[2 * width]);
    TrainingSet set = new TrainingSet(wide, new int[] {0, 1});

    assertThatThrownBy(() -> train("mlp:hidden=10000", set))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("250000 x 10000");
  }

  @Test
  void statesOfWrongShapeAreRefusedByName() {
    ModelState state = train("mlp:hidden=8,epochs=1", ClassifierContract.digits(100, 1)).state();
    Map<String, ModelArray> arrays = new LinkedHashMap<>(state.arrays());

    arrays.put("weights1", ModelArray.of(new float[70], 10, 7));
    assertThatThrownBy(() -> Classifiers.restore(new ModelState("mlp", state.settings(), arrays)))
        .hasMessageContaining("weights1");
    arrays.put("weights1", ModelArray.of(new float[80], 10, 8));
    arrays.put("biases1", ModelArray.of(new float[9], 9));
    assertThatThrownBy(() -> Classifiers.restore(new ModelState("mlp", state.settings(), arrays)))
        .hasMessageContaining("biases1");
  }

  @Test
  void savedNumbersThatAreNotFiniteAreRefusedByName() {
    ModelState state = train("mlp:hidden=8,epochs=1", ClassifierContract.digits(100, 1)).state();
    Map<String, ModelArray> arrays = new LinkedHashMap<>(state.arrays());
    float[] biases = new float[10];
    biases[4] = Float.NaN;

    arrays.put("biases1", ModelArray.of(biases, 10));

    assertThatThrownBy(() -> Classifiers.restore(new ModelState("mlp", state.settings(), arrays)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'biases1' has NaN as value 4");
  }

  @Test
  void featuresTooLargeForTheNetworkAreRefusedWithAdvice() {
    DenseLayer output = new DenseLayer(1, new float[] {1e30f, 1}, new float[2]);
    MlpClassifier network = new MlpClassifier(ClassLabels.of(2, 7), List.of(output), Map.of());

    assertThatThrownBy(
            () -> network.predict(FeatureMatrix.ofRows(new float[] {1}, new float[] {1e30f})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("digit 1")
        .hasMessageContaining("scale them as in training");
  }

  @Test
  void dropoutAndHoldoutAreRepeatableAndTheSeedCounts() {
    TrainingSet set = ClassifierContract.digits(300, 1);
    String spec = "mlp:hidden=16,epochs=3,dropout=0.5,holdout=0.2";

    float[] first = (float[]) train(spec, set).state().arrays().get("weights0").values();
    float[] again = (float[]) train(spec, set).state().arrays().get("weights0").values();
    ModelState other = Classifiers.trainer(spec).train(set, 43, ProgressListener.NONE).state();

    assertThat(again).isEqualTo(first);
    assertThat((float[]) other.arrays().get("weights0").values()).isNotEqualTo(first);
  }

  /** Without a schedule the first epochs are the same however many follow. */
  @Test
  void theWeightsOfTheBestEpochAreKept() {
    // Labels are half noise: after a few epochs the network learns by heart, and the loss rises.
    TrainingSet set = noisy(ClassifierContract.digits(400, 1));
    String spec =
        "mlp:hidden=64,schedule=constant,decay=0,smoothing=0,holdout=0.3,batch=16,epochs=";

    MlpClassifier trained = train(spec + "30,patience=5", set);

    int best = Integer.parseInt(trained.report().get("kept epoch"));
    int epochs = Integer.parseInt(trained.report().get("epochs"));
    assertThat(best).isLessThan(25);
    assertThat(epochs).isEqualTo(best + 5);
    MlpClassifier toTheBest = train(spec + best, set);
    assertThat(toTheBest.report()).containsEntry("kept epoch", String.valueOf(best));
    assertThat(trained.predict(set.features())).isEqualTo(toTheBest.predict(set.features()));
  }

  @Test
  void withoutPatienceTheLastEpochIsKept() {
    TrainingSet set = noisy(ClassifierContract.digits(400, 1));

    MlpClassifier trained = train("mlp:hidden=64,holdout=0.3,batch=16,epochs=30", set);

    assertThat(trained.report()).containsEntry("epochs", "30").containsEntry("kept epoch", "30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp:hidden=8,epochs=3", "mlp:hidden=8,epochs=30,patience=2,holdout=0.3"})
  void progressGoesOnToItsEndAndNoFurther(String spec) {
    TrainingSet set = noisy(ClassifierContract.digits(400, 1));
    List<Long> steps = new ArrayList<>();

    Classifiers.trainer(spec)
        .train(
            set,
            42,
            (stage, done, total) -> {
              assertThat(done).isLessThanOrEqualTo(total);
              steps.add(total - done);
            });

    assertThat(steps).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(steps).endsWith(0L);
  }

  @Test
  void theCalibrationIsPartOfTheLastLayerAlone() {
    TrainingSet set = noisy(ClassifierContract.digits(400, 1));
    MlpClassifier trained = train("mlp:hidden=32,epochs=10,batch=16,smoothing=0,holdout=0.3", set);
    double temperature = Double.parseDouble(trained.report().get("temperature"));
    Holdout holdout = Holdout.of(set, 0.3, new SplittableRandom(42).split());
    TrainingSet heldOut = set.select(holdout.heldOut());

    // A network that learns half noise by heart is much too sure.
    assertThat(temperature).isGreaterThan(1.05);
    double loss = 0;
    for (int i = 0; i < heldOut.size(); i++) {
      Prediction prediction = trained.predict(heldOut.features().select(i)).get(0);
      loss -= Math.log(prediction.probability(heldOut.label(i))) / heldOut.size();
    }
    assertThat(loss)
        .isCloseTo(Double.parseDouble(trained.report().get("held-out loss")), within(1e-4));
  }

  @Test
  void withoutHoldoutNothingIsCalibrated() {
    TrainingSet set = ClassifierContract.digits(100, 1);

    assertThat(train("mlp:hidden=8,epochs=2,holdout=0", set).report())
        .containsOnlyKeys("epochs", "training loss");
    assertThat(train("mlp:hidden=8,epochs=2,holdout=0.1", set).report())
        .containsEntry("held-out digits", "10")
        .containsKeys("kept epoch", "held-out loss", "temperature");
  }

  /** Of a label smoothed by 0.5, half stays and a tenth of the other half comes back. */
  @Test
  void theNetworkLearnsSmoothedLabels() {
    TrainingSet set = ClassifierContract.digits(100, 1);
    String spec = "mlp:hidden=64,epochs=200,batch=10,decay=0,smoothing=0.5,holdout=0";

    for (Prediction prediction : train(spec, set).predict(set.features())) {
      assertThat(prediction.probability(prediction.label())).isCloseTo(0.55, within(0.05));
    }
  }

  @Test
  void anInterruptEndsTheTraining() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> train("mlp:hidden=8", ClassifierContract.digits(100, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the training was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static TrainingSet noisy(TrainingSet digits) {
    SplittableRandom random = new SplittableRandom(9);
    int[] labels = digits.labels();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = random.nextInt(2) == 0 ? labels[i] : random.nextInt(10);
    }
    return new TrainingSet(digits.features(), labels);
  }

  private static MlpClassifier train(String spec, TrainingSet set) {
    return (MlpClassifier) Classifiers.trainer(spec).train(set, 42, ProgressListener.NONE);
  }
}
