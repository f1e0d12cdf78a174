package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import java.util.ArrayList;
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

  /** On digits that are told apart easily, three that are sure are surer together. */
  @Test
  void whatTheySayTogetherIsCalibratedOnTheDigitsHeldOut() {
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

  @Test
  void noCopyIsLearnedFromTwice() {
    Set<Integer> numbers = Collections.synchronizedSet(new HashSet<>());
    List<Integer> twice = Collections.synchronizedList(new ArrayList<>());
    TrainingSet digits =
        DIGITS.withVariations(
            (rows, first, copies, progress) -> {
              if (!numbers.add(first)) {
                twice.add(first);
              }
              return DIGITS.features().select(rows);
            });

    Classifiers.trainer(THREE).train(digits, 42, ProgressListener.NONE);

    assertThat(twice).isEmpty();
    assertThat(numbers).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
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
  void aColumnThatDivergesEndsTheTraining() {
    assertThatThrownBy(() -> train(",augment=false,rate=1000000,schedule=constant"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the CNN diverged in epoch 1");
  }
}
