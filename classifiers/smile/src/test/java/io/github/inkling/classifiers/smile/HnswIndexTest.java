package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HnswIndexTest {
  private static final TrainingSet DIGITS = ClassifierContract.digits(3000, 1);

  @Test
  void nearlyAllNeighborsAreFound() {
    FeatureMatrix unseen = ClassifierContract.digits(300, 2).features();
    List<List<Neighbor>> exact = train("knn:index=exact").neighbors(unseen, 10);
    List<List<Neighbor>> found = train("knn:index=hnsw").neighbors(unseen, 10);

    long hits = 0;
    for (int i = 0; i < unseen.rows(); i++) {
      assertThat(found.get(i)).hasSize(10).isSortedAccordingTo(Neighbor.NEAREST_FIRST);
      Set<Neighbor> both = new HashSet<>(exact.get(i));
      both.retainAll(found.get(i));
      hits += both.size();
    }
    assertThat(hits / 3000.0).isGreaterThan(0.97);
  }

  @Test
  void theRecallIsReported() {
    assertThat(recall("knn:index=hnsw")).isBetween(0.97, 1.0);
    assertThat(train("knn:index=exact").report()).isEmpty();
  }

  @Test
  void aWiderViewFindsMore() {
    assertThat(recall("knn:index=hnsw,m=4,ef=10")).isLessThan(recall("knn:index=hnsw,m=4,ef=200"));
  }

  @Test
  void theSeedDecidesTheGraph() {
    assertThat(graph(1)).isEqualTo(graph(1)).isNotEqualTo(graph(2));
  }

  @Test
  void moreNeighborsThanAreKeptInViewAreFoundAsWell() {
    assertThat(train("knn:index=hnsw,ef=10").neighbors(DIGITS.features().select(0), 200).get(0))
        .hasSize(200)
        .doesNotHaveDuplicates();
  }

  /** Unkind digits may cost recall, and nothing else. */
  @ParameterizedTest
  @EnumSource(ExactIndexTest.Kind.class)
  void everyDigitHasNeighbors(ExactIndexTest.Kind kind) {
    FeatureMatrix digits = kind.digits(300, 30, 1);
    int[] labels = new int[300];
    labels[0] = 1;
    KnnClassifier classifier =
        (KnnClassifier)
            Classifiers.trainer("knn:index=hnsw,metric=euclidean")
                .train(new TrainingSet(digits, labels), 1, ProgressListener.NONE);
    float[] far = new float[30];
    far[3] = Float.MAX_VALUE;

    for (List<Neighbor> neighbors : classifier.neighbors(digits, 20)) {
      assertThat(neighbors).hasSize(20).isSortedAccordingTo(Neighbor.NEAREST_FIRST);
    }
    assertThat(classifier.neighbors(FeatureMatrix.ofRows(far), 20).get(0)).hasSize(20);
  }

  @Test
  void makingAGraphCanBeStopped() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> train("knn:index=hnsw"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the training was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"graphLevels, 64", "graphLevels, -1", "graphOffsets, 7", "graphNeighbors, 3000"})
  void graphsThatAreNoneAreRefusedByName(String array, int value) {
    ModelState state = train("knn:index=hnsw,m=4,ef=10").state();
    Map<String, ModelArray> arrays = new LinkedHashMap<>(state.arrays());
    int[] values = ((int[]) arrays.get(array).values()).clone();
    values[0] = value;
    arrays.put(array, ModelArray.of(values, values.length));

    assertThatThrownBy(() -> Classifiers.restore(new ModelState("knn", state.settings(), arrays)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(array)
        .hasMessageContaining(String.valueOf(value));
  }

  /** A small file could ask for the coordinates of all digits along a million axes. */
  @Test
  void moreAxesThanFeaturesAreRefused() {
    ModelState state = train("knn:index=hnsw,m=4,ef=10").state();
    Map<String, ModelArray> arrays = new LinkedHashMap<>(state.arrays());
    arrays.put("axes", ModelArray.of(new double[20 * 21], 20, 21));

    assertThatThrownBy(() -> Classifiers.restore(new ModelState("knn", state.settings(), arrays)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'axes'")
        .hasMessageContaining("1 to 20 columns")
        .hasMessageContaining("[20, 21]");
  }

  private static int[] graph(long seed) {
    ModelState state =
        Classifiers.trainer("knn:index=hnsw,m=4,ef=10")
            .train(ClassifierContract.digits(300, 1), seed, ProgressListener.NONE)
            .state();
    return (int[]) state.arrays().get("graphNeighbors").values();
  }

  private static double recall(String spec) {
    return Double.parseDouble(train(spec).report().get("recall of neighbours"));
  }

  private static KnnClassifier train(String spec) {
    return (KnnClassifier) Classifiers.trainer(spec).train(DIGITS, 1, ProgressListener.NONE);
  }
}
