package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Support vector machines in principal axes. */
class SubspaceSvmTest {
  private static final int SPREAD = 30;

  /** Of digits that lie in 20 dimensions of 600, axes for all of these lose nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"rbf", "poly", "linear"})
  void whereNothingIsLostTheAnswersAreThoseOfAllFeatures(String kernel) {
    TrainingSet digits = wide(ClassifierContract.digits(300, 1));
    FeatureMatrix unseen = wide(ClassifierContract.digits(50, 2)).features();
    String spec = "svm:kernel=" + kernel + ",gamma=0.02,axes=";

    List<Prediction> all = train(spec + 0, digits).predict(unseen);
    List<Prediction> few = train(spec + 20, digits).predict(unseen);

    for (int i = 0; i < all.size(); i++) {
      assertThat(few.get(i).probabilities())
          .containsExactly(all.get(i).probabilities(), within(0.02));
    }
  }

  @Test
  void thereAreNoAxesOfFewerFeatures() {
    TrainingSet digits = ClassifierContract.digits(100, 1);

    assertThat(train("svm:axes=20", digits).state().settings()).doesNotContainKey("axes");
    assertThat(train("svm:axes=19", digits).state().settings()).containsEntry("axes", "19");
  }

  @Test
  void fewerDigitsThanAxesAreNoObstacle() {
    TrainingSet digits = wide(ClassifierContract.digits(40, 1));

    Classifier svm = train("svm:axes=100", digits);

    assertThat(svm.predict(digits.features())).hasSize(40);
    assertThat(svm.report()).containsEntry("principal axes", "100");
  }

  @Test
  void featuresThatAreAllTheSameAreNoObstacle() {
    float[] zeros = new float[40 * 300];
    int[] labels = new int[40];
    Arrays.setAll(labels, i -> i % 2);
    TrainingSet digits = new TrainingSet(FeatureMatrix.wrap(40, 300, zeros), labels);

    for (Prediction prediction : train("svm", digits).predict(digits.features())) {
      assertThat(prediction.probability(0)).isCloseTo(0.5, within(0.05));
    }
  }

  @Test
  void featuresTooLargeForProductsAreRefusedAsTheyAre() {
    TrainingSet digits = wide(ClassifierContract.digits(40, 1));
    Classifier svm = train("svm:axes=10", digits);
    float[] huge = new float[digits.features().columns()];
    Arrays.fill(huge, 1e37f);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> svm.predict(FeatureMatrix.wrap(1, huge.length, huge)))
        .withMessageContaining("the features of digit 0 have the squared norm");
  }

  @Test
  void withoutPicturesVirtualSupportVectorsAreRefusedBeforeAxesAreFound() {
    List<String> stages = new ArrayList<>();
    TrainingSet features =
        new TrainingSet(FeatureMatrix.wrap(2, 300, new float[600]), new int[] {0, 1});

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Classifiers.trainer("svm:virtual=5")
                    .train(features, 1, (stage, done, total) -> stages.add(stage)))
        .withMessageContaining("pictures");
    assertThat(stages).isEmpty();
  }

  @Test
  void axesThatTakeTooMuchMemoryAreRefusedByName() {
    TrainingSet digits =
        new TrainingSet(FeatureMatrix.wrap(2, 70_000, new float[140_000]), new int[] {0, 1});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> train("svm:axes=1000", digits))
        .withMessageContaining("svm:axes=1000");
  }

  @Test
  void statesWhoseAxesDoNotFitAreRefused() {
    ModelState state = train("svm:axes=8", ClassifierContract.digits(100, 1)).state();
    float[] axes = (float[]) state.arrays().get("axes").values();

    assertRefused(state, "8", ModelArray.of(axes, 4, 40), "shape [4, 40]");
    assertRefused(state, "8", ModelArray.of(axes, 160), "shape [160]");
    assertRefused(state, "8", ModelArray.of(Arrays.copyOf(axes, 56), 8, 7), "shape [8, 7]");
    assertRefused(state, "9", ModelArray.of(axes, 8, 20), "axes=9");
    assertRefused(state, "0", ModelArray.of(axes, 8, 20), "axes=0");
    assertRefused(state, "8", null, "axes");
  }

  private static void assertRefused(
      ModelState state, String setting, ModelArray axes, String message) {
    Map<String, String> settings = new LinkedHashMap<>(state.settings());
    settings.put("axes", setting);
    Map<String, ModelArray> arrays = new LinkedHashMap<>(state.arrays());
    if (axes == null) {
      arrays.remove("axes");
    } else {
      arrays.put("axes", axes);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Classifiers.restore(new ModelState("svm", settings, arrays)))
        .withMessageContaining(message);
  }

  /** The same digits with every feature many times, scaled so that distances stay. */
  private static TrainingSet wide(TrainingSet digits) {
    return digits.describedBy(
        features -> {
          int columns = features.columns();
          float[] values = new float[features.rows() * columns * SPREAD];
          for (int i = 0; i < values.length; i++) {
            int row = i / (columns * SPREAD);
            values[i] = features.at(row, i % columns) / (float) Math.sqrt(SPREAD);
          }
          return FeatureMatrix.wrap(features.rows(), columns * SPREAD, values);
        });
  }

  private static Classifier train(String spec, TrainingSet digits) {
    return Classifiers.trainer(spec).train(digits, 42, ProgressListener.NONE);
  }
}
