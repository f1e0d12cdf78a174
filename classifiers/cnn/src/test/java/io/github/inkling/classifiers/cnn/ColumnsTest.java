package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.model.Variations;
import io.github.inkling.core.training.ClassLabels;
import io.github.inkling.core.training.DivergedException;
import io.github.inkling.core.training.Examples;
import io.github.inkling.core.training.NetworkTraining;
import io.github.inkling.core.training.Temperature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
  private static final String THREE =
      "cnn:layers=conv4x3/pool/dense16,columns=3,epochs=3,batch=16,averaging=0.9";

  private static final TrainingSet DIGITS = ClassifierContract.digits(60, 1, 784);

  private static Classifier train(String settings) {
    return Classifiers.trainer(THREE + settings).train(DIGITS, 42, ProgressListener.NONE);
  }

  @Test
  void theirProbabilitiesAreTheGeometricMean() {
    Classifier together = train(",augment=false,holdout=0");
    ModelState state = together.state();
    List<List<Prediction>> alone =
        IntStream.range(0, 3).mapToObj(column -> alone(state, column)).toList();

    List<Prediction> answers = together.predict(DIGITS.features());

    for (int digit = 0; digit < answers.size(); digit++) {
      double[] means = new double[10];
      for (int label = 0; label < 10; label++) {
        double product = 1;
        for (List<Prediction> column : alone) {
          product *= column.get(digit).probability(label);
        }
        means[label] = Math.cbrt(product);
      }
      double sum = DoubleStream.of(means).sum();
      for (int label = 0; label < 10; label++) {
        assertThat(answers.get(digit).probability(label))
            .isCloseTo(means[label] / sum, within(1e-5));
      }
    }
    assertThat(alone.get(0)).isNotEqualTo(alone.get(1));
    assertThat(alone.get(1)).isNotEqualTo(alone.get(2));
  }

  private static List<Prediction> alone(ModelState together, int column) {
    ModelState part = together.part("column" + column);
    Map<String, String> settings = new HashMap<>(part.settings());
    settings.put("views", together.text("views"));
    Map<String, ModelArray> arrays = new HashMap<>(part.arrays());
    arrays.put("classes", together.arrays().get("classes"));
    return Classifiers.restore(new ModelState("cnn", settings, arrays)).predict(DIGITS.features());
  }

  @Test
  void theReportIsOfAllColumns() {
    Classifier trained = train(",augment=false,holdout=0.3");

    assertThat(trained.report())
        .containsEntry("columns", "3")
        .containsEntry("epochs", "3")
        .containsEntry("held-out digits", "20")
        .containsKeys("held-out loss together", "temperature together");
    assertThat(trained.report().get("training loss").split(", ", -1))
        .hasSize(3)
        .doesNotHaveDuplicates();
  }

  /** By a temperature for each and then one for all, which the last layers have in them. */
  @Test
  void whatTheySayTogetherIsCalibratedOnTheDigitsHeldOut() {
    int[] targets = IntStream.range(0, 40).map(i -> i % 4).toArray();
    Examples heldOut =
        new Examples(
            FeatureMatrix.wrap(40, 784, RandomNetworks.pixels(40, 5)),
            IntStream.range(0, 40).toArray(),
            targets);
    CnnWeights first = RandomNetworks.of("pool dense5", 4, 1);
    CnnWeights second = RandomNetworks.of("pool dense5", 4, 2);
    TrainedColumns trained =
        new TrainedColumns(
            List.of(
                new NetworkTraining.Result<>(first, new Temperature(0.5, 1), Map.of()),
                new NetworkTraining.Result<>(second, new Temperature(2, 1), Map.of())));
    ClassLabels labels =
        ClassLabels.of(new TrainingSet(FeatureMatrix.wrap(40, 784, new float[40 * 784]), targets));

    Classifier classifier = trained.classifier(labels, 1, heldOut);

    float[] ofFirst = Views.outputs(first, LearningCnn.pixels(heldOut), 40, 1);
    float[] ofSecond = Views.outputs(second, LearningCnn.pixels(heldOut), 40, 1);
    float[] mean = new float[ofFirst.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (2 * ofFirst[i] + ofSecond[i] / 2) / 2;
    }
    double joint = Temperature.fit(mean, targets, 4).value();
    assertThat(joint).isNotCloseTo(1, within(0.1));
    float[] last = (float[]) classifier.state().arrays().get("column0/weights1").values();
    for (int i = 0; i < last.length; i++) {
      assertThat((double) last[i]).isCloseTo(2 * first.weights().get(1)[i] / joint, within(1e-3));
    }
  }

  /** Told by the kind and the number of each copy. */
  @Test
  void noCopyIsLearnedFromTwiceAndAColumnLearnsFromOneKind() {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    TrainingSet digits = DIGITS.withVariations(new KindsAskedFor(asked, "all"));

    Classifiers.trainer(THREE.replace("columns=3", "columns=4"))
        .train(digits, 42, ProgressListener.NONE);
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "0 of 0", "1 of 1", "0 of 2", "1 of 3", "0 of 4", "1 of 5", "0 of 6", "1 of 7",
            "0 of 8", "1 of 9", "0 of 10", "1 of 11");

    asked.clear();
    Classifiers.trainer(THREE).train(digits, 42, ProgressListener.NONE);
    assertThat(asked)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 9).mapToObj(number -> "all of " + number).toList());
  }

  private record KindsAskedFor(List<String> asked, String kind) implements Variations {
    @Override
    public FeatureMatrix of(int[] rows, int first, int copies, ProgressListener progress) {
      asked.add(kind + " of " + first);
      return DIGITS.features().select(rows);
    }

    @Override
    public int kinds() {
      return 2;
    }

    @Override
    public Variations ofKind(int wanted) {
      return new KindsAskedFor(asked, String.valueOf(wanted));
    }
  }

  @Test
  void progressIsOfAllColumnsTogether() {
    List<Long> done = new ArrayList<>();
    Set<Long> totals = new HashSet<>();

    Classifiers.trainer(THREE + ",augment=false,holdout=0")
        .train(
            DIGITS,
            42,
            (stage, some, total) -> {
              done.add(some);
              totals.add(total);
            });

    assertThat(totals).containsExactly(3L * 3 * 60);
    assertThat(done).isSorted().startsWith(0L).endsWith(3L * 3 * 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "17", "-1", "2147483647"})
  void aFileWithImpossibleColumnsIsRefused(String count) {
    ModelState state = train(",augment=false").state();
    Map<String, String> settings = new HashMap<>(state.settings());
    settings.put("columns", count);

    assertThatThrownBy(() -> Classifiers.restore(new ModelState("cnn", settings, state.arrays())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns must be in 1..16, not " + count);
  }

  @Test
  void aFileWithAColumnMissingIsRefused() {
    ModelState state = train(",augment=false").state();
    Map<String, String> settings = new HashMap<>(state.settings());
    settings.put("columns", "4");

    assertThatThrownBy(() -> Classifiers.restore(new ModelState("cnn", settings, state.arrays())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column3");
  }

  @Test
  void aColumnThatLearnsNothingEndsTheTrainingAndIsNamed() {
    assertThatThrownBy(() -> Classifiers.trainer(THREE).train(spoilt(1), 42, ProgressListener.NONE))
        .isInstanceOf(DivergedException.class)
        .hasMessageStartingWith("column 2: the CNN diverged in epoch 1");
  }

  @Test
  void aColumnThatDivergesLaterKeepsItsEpochBefore() {
    Classifier trained =
        Classifiers.trainer(THREE.replace("batch=16", "batch=8,holdout=0,rate=0.01"))
            .train(spoilt(7), 42, ProgressListener.NONE);

    assertThat(trained.report())
        .containsEntry("epochs", "3, 2, 3")
        .containsEntry("copies learned from", String.valueOf(8 * 60))
        .hasEntrySatisfying(
            "stopped in column 2", why -> assertThat(why).contains("diverged in epoch 3"));
  }

  /** The copies of one number, which one column sees, are too bright for any network. */
  private static TrainingSet spoilt(int number) {
    return DIGITS.withVariations(
        (rows, first, copies, progress) -> {
          float[] values = DIGITS.features().select(rows).values().clone();
          if (first == number) {
            Arrays.fill(values, 3e38f);
          }
          return FeatureMatrix.wrap(rows.length, 784, values);
        });
  }
}
