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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smile.classification.KNN;

class KnnClassifierTest {
  private static final TrainingSet ON_A_LINE =
      new TrainingSet(
          FeatureMatrix.wrap(6, 1, new float[] {0, 1, 3, 6, 10, 10}), new int[] {0, 1, 1, 2, 3, 4});

  @Test
  void neighborsComeNearestFirstAndTiesByIndex() {
    List<Neighbor> neighbors = train("knn:metric=euclidean", ON_A_LINE).neighbors(at(2), 4).get(0);

    assertThat(neighbors)
        .containsExactly(
            new Neighbor(1, 1, 1),
            new Neighbor(2, 1, 1),
            new Neighbor(0, 0, 2),
            new Neighbor(3, 2, 4));
  }

  @Test
  void thereAreNoMoreNeighborsThanDigits() {
    assertThat(train("knn:metric=euclidean", ON_A_LINE).neighbors(at(2), 100).get(0)).hasSize(6);
  }

  @Test
  void theVotesAreTheProbabilities() {
    Prediction prediction =
        train("knn:metric=euclidean,k=3,weights=uniform", ON_A_LINE).predict(at(2)).get(0);

    // Two votes of three for 1, and small additions; see NeighborVotes.
    assertThat(prediction.probability(1)).isCloseTo(2 / 3.0, within(0.02));
    assertThat(prediction.probability(0)).isCloseTo(1 / 3.0, within(0.02));
    assertThat(prediction.probability(3)).isCloseTo(0.01 / 3, within(0.001));
    assertThat(prediction.probability(9)).isZero();
  }

  @Test
  void theNearestNeighborDecidesATie() {
    assertThat(
            train("knn:metric=euclidean,k=4,weights=uniform", ON_A_LINE)
                .predict(at(7))
                .get(0)
                .label())
        .as("one vote each for 2, 1, 3 and 4, and 6 is the nearest")
        .isEqualTo(2);
  }

  @Test
  void nearerNeighborsCountMore() {
    // From 0.4, 0 is 0.4 away and the two of class 1 are 0.6 and 2.6 away.
    assertThat(
            train("knn:metric=euclidean,k=3,weights=uniform", ON_A_LINE)
                .predict(at(0.4f))
                .get(0)
                .label())
        .isEqualTo(1);
    assertThat(
            train("knn:metric=euclidean,k=3,weights=distance", ON_A_LINE)
                .predict(at(0.4f))
                .get(0)
                .label())
        .isEqualTo(0);
  }

  @Test
  void votesFallOffAsAGaussianOfTheDistance() {
    TrainingSet digits =
        new TrainingSet(
            FeatureMatrix.wrap(3, 1, new float[] {1, 1.25f, -1.25f}), new int[] {0, 1, 1});

    Prediction prediction =
        train("knn:metric=euclidean,k=3,weights=distance", digits).predict(at(0)).get(0);

    // A vote at 1.25 of the nearest's distance counts exp((1 - 1.25^2) / (2 * 0.25^2)) = 0.011109.
    double votes = 3 * 2 * 0.011109 / (1 + 2 * 0.011109);
    assertThat(prediction.probability(1)).isCloseTo((votes + 0.01) / 3.021, within(1e-6));
  }

  @Test
  void hellingerIsTheDistanceOfTheSquareRoots() {
    TrainingSet digits =
        new TrainingSet(FeatureMatrix.wrap(2, 2, new float[] {9, 16, -4, 1}), new int[] {0, 1});

    List<Neighbor> neighbors =
        train("knn:metric=hellinger", digits)
            .neighbors(FeatureMatrix.wrap(1, 2, new float[] {0, 0}), 2)
            .get(0);

    // The roots are (3, 4) and (-2, 1), 5 and the root of 5 away from 0.
    assertThat(neighbors).containsExactly(new Neighbor(1, 1, Math.sqrt(5)), new Neighbor(0, 0, 5));
  }

  @Test
  void neighborsAtDistanceZeroVoteAlone() {
    Prediction prediction =
        train("knn:metric=euclidean,k=5,weights=distance", ON_A_LINE).predict(at(10)).get(0);

    assertThat(prediction.label()).isEqualTo(3);
    assertThat(prediction.probability(4)).isCloseTo(0.5, within(0.01));
  }

  /** Smile's own k-NN is the other route, by brute force in doubles. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void agreesWithSmilesNearestNeighbors(int k) {
    TrainingSet set = ClassifierContract.digits(500, 1);
    FeatureMatrix unseen = ClassifierContract.digits(200, 2).features();
    KNN<double[]> smile = KNN.fit(doubles(set.features()), set.labels(), k);
    KnnClassifier classifier = train("knn:metric=euclidean,weights=uniform,k=" + k, set);

    List<Prediction> predictions = classifier.predict(unseen);
    List<List<Neighbor>> neighbors = classifier.neighbors(unseen, k);

    double[][] x = doubles(unseen);
    for (int i = 0; i < x.length; i++) {
      long distinct = neighbors.get(i).stream().mapToInt(Neighbor::label).distinct().count();
      if (distinct < k || k == 1) {
        assertThat(predictions.get(i).label()).isEqualTo(smile.predict(x[i]));
      }
    }
  }

  @Test
  void agreesWithSortingAllDistances() {
    FeatureMatrix training = ClassifierContract.digits(3000, 1).features();
    FeatureMatrix unseen = ClassifierContract.digits(50, 2).features();

    List<List<Neighbor>> neighbors =
        train("knn:metric=euclidean", ClassifierContract.digits(3000, 1)).neighbors(unseen, 10);

    for (int i = 0; i < unseen.rows(); i++) {
      double[] distances = new double[training.rows()];
      for (int t = 0; t < distances.length; t++) {
        double sum = 0;
        for (int f = 0; f < training.columns(); f++) {
          double difference = (double) unseen.at(i, f) - training.at(t, f);
          sum += difference * difference;
        }
        distances[t] = Math.sqrt(sum);
      }
      Arrays.sort(distances);
      assertThat(neighbors.get(i).stream().mapToDouble(Neighbor::distance).toArray())
          .containsExactly(Arrays.copyOf(distances, 10), within(1e-14));
    }
  }

  /** Far from 0 the distances of floats are all rounding; the answer stays exact. */
  @Test
  void roundingNeverHidesANeighbor() {
    float[] values = new float[4000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 4096 + (i * 7919 % 4000) / 1024f;
    }
    int[] labels = new int[4000];
    Arrays.setAll(labels, i -> i % 10);
    TrainingSet set = new TrainingSet(FeatureMatrix.wrap(4000, 1, values), labels);

    KnnClassifier classifier = train("knn:metric=euclidean", set);

    List<List<Neighbor>> neighbors = classifier.neighbors(set.features().select(5, 77, 3999), 1);
    assertThat(neighbors.stream().map(found -> found.get(0).index())).containsExactly(5, 77, 3999);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "knn:k=0|k must be in 1..1000, not 0",
        "knn:k=1001|k must be in 1..1000",
        "knn:weights=none|weights must be one of uniform, distance",
        "knn:metric=l1|metric must be one of euclidean, hellinger",
        "knn:index=kdtree|index must be one of exact, hnsw",
        "knn:index=hnsw,m=1|m must be in 2..64, not 1",
        "knn:index=hnsw,ef=1001|ef must be in 10..1000, not 1001",
        "knn:m=16|m"
      })
  void settingsOutOfRangeAreRefusedByName(String spec, String message) {
    assertThatThrownBy(() -> Classifiers.trainer(spec)).hasMessageContaining(message);
  }

  @Test
  void statesOfWrongShapeAreRefused() {
    ModelState state = train("knn:metric=euclidean", ON_A_LINE).state();
    Map<String, ModelArray> arrays = new LinkedHashMap<>(state.arrays());

    arrays.put("labels", ModelArray.of(new int[] {0, 1}, 2));
    assertThatThrownBy(() -> Classifiers.restore(new ModelState("knn", state.settings(), arrays)))
        .hasMessageContaining("labels");
    arrays.put("labels", ModelArray.of(new int[] {0, 1, 2, 3, 4, 77}, 6));
    assertThatThrownBy(() -> Classifiers.restore(new ModelState("knn", state.settings(), arrays)))
        .hasMessageContaining("label 77");
  }

  private static FeatureMatrix at(float x) {
    return FeatureMatrix.wrap(1, 1, new float[] {x});
  }

  private static KnnClassifier train(String spec, TrainingSet set) {
    return (KnnClassifier) Classifiers.trainer(spec).train(set, 42, ProgressListener.NONE);
  }

  private static double[][] doubles(FeatureMatrix matrix) {
    double[][] rows = new double[matrix.rows()][matrix.columns()];
    for (int i = 0; i < rows.length; i++) {
      for (int f = 0; f < matrix.columns(); f++) {
        rows[i][f] = matrix.at(i, f);
      }
    }
    return rows;
  }
}
