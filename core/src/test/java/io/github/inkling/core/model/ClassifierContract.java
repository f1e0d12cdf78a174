package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Classifier}, {@link Trainer} and {@link ClassifierProvider} must do. A test
 * class implements this interface and names its trainer.
 *
 * <p>NaN, wrong labels, and no or only one class reach no implementation: {@link FeatureMatrix} and
 * {@link TrainingSet} refuse them by name when they are made, which their own tests hold.
 */
public interface ClassifierContract {
  /** Number of features of the contract's digits. */
  int FEATURES = 20;

  /**
   * The largest difference that the size of a batch may make to a probability: sums of floats in
   * another order.
   */
  double BATCH_TOLERANCE = 1e-5;

  /**
   * The trainer under test, quick on a few hundred digits.
   *
   * @return a trainer that {@link Classifiers#trainer} can make again from its spec
   */
  Trainer trainer();

  /**
   * How many features its digits have.
   *
   * @return {@value #FEATURES}, unless the classifier wants another number
   */
  default int features() {
    return FEATURES;
  }

  /** The same digits and seed give the same arrays, bit for bit. */
  @Test
  default void trainingTwiceWithOneSeedGivesTheSameBits() {
    ModelState first = train(set(200, 1)).state();
    ModelState second = train(set(200, 1)).state();

    assertSameState(first, second);
  }

  /** The spec says everything about a trainer. */
  @Test
  default void theSpecMakesTheSameTrainerAgain() {
    Trainer again = Classifiers.trainer(trainer().spec());

    assertThat(again.spec()).isEqualTo(trainer().spec());
    assertSameState(
        again.train(set(100, 2), 7, ProgressListener.NONE).state(),
        trainer().train(set(100, 2), 7, ProgressListener.NONE).state());
  }

  /** It has learned something: well separated digits are told apart. */
  @Test
  default void digitsLikeThoseInTrainingAreRecognized() {
    TrainingSet unseen = set(200, 4);

    List<Prediction> predictions = train(set(400, 3)).predict(unseen.features());

    long right =
        IntStream.range(0, unseen.size())
            .filter(i -> predictions.get(i).label() == unseen.label(i))
            .count();
    assertThat(right).isGreaterThanOrEqualTo(190);
  }

  /** Ten probabilities that sum to 1; the label is the most probable digit. */
  @Test
  default void theProbabilitiesAreADistribution() {
    for (Prediction prediction : train(set(200, 1)).predict(set(50, 5).features())) {
      double sum = 0;
      for (double p : prediction.probabilities()) {
        sum += p;
        assertThat(p).isLessThanOrEqualTo(prediction.probability(prediction.label()));
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  /** A digit's answer hardly depends on its company. */
  @Test
  default void aBatchIsAnsweredAsItsDigitsOneByOne() {
    Classifier classifier = train(set(200, 1));
    FeatureMatrix batch = set(300, 6).features();

    List<Prediction> together = classifier.predict(batch);

    for (int i = 0; i < batch.rows(); i++) {
      Prediction alone = classifier.predict(batch.select(i)).get(0);
      assertThat(together.get(i).label()).isEqualTo(alone.label());
      assertThat(together.get(i).probabilities())
          .containsExactly(alone.probabilities(), within(BATCH_TOLERANCE));
    }
  }

  /** Threads may share a classifier. */
  @Test
  default void concurrentPredictionsEqualSerialOnes() throws Exception {
    Classifier classifier = train(set(200, 1));
    FeatureMatrix batch = set(300, 7).features();
    List<Prediction> serial = classifier.predict(batch);

    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Prediction>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> classifier.predict(batch)));
      }
      for (Future<List<Prediction>> answer : answers) {
        assertThat(answer.get()).isEqualTo(serial);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** No digits, no answers. */
  @Test
  default void anEmptyBatchHasNoPredictions() {
    FeatureMatrix empty = FeatureMatrix.wrap(0, features(), new float[0]);

    assertThat(train(set(100, 1)).predict(empty)).isEmpty();
  }

  /** Digits of another width are refused, and the message has both widths. */
  @Test
  default void anotherWidthIsRefusedNamingBoth() {
    Classifier classifier = train(set(100, 1));
    FeatureMatrix wide = FeatureMatrix.wrap(2, 33, new float[66]);

    assertThat(classifier.features()).isEqualTo(features());
    assertThatThrownBy(() -> classifier.predict(wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(features()))
        .hasMessageContaining("33");
  }

  /** Some digits may be absent; they are then never the answer. */
  @Test
  default void absentClassesHaveProbabilityZero() {
    TrainingSet all = set(400, 1);
    int[] threesAndEights =
        IntStream.range(0, all.size())
            .filter(i -> all.label(i) == 3 || all.label(i) == 8)
            .toArray();

    Classifier classifier = train(all.select(threesAndEights));

    for (Prediction prediction : classifier.predict(all.features())) {
      assertThat(prediction.label()).isIn(3, 8);
      assertThat(prediction.probability(3) + prediction.probability(8)).isCloseTo(1, within(1e-9));
      assertThat(prediction.probability(5)).isZero();
    }
  }

  /** Constant features and digits that come twice do no harm. */
  @Test
  default void duplicatesAndConstantFeaturesAreNoObstacle() {
    TrainingSet some = set(60, 1);
    float[] values = some.features().values().clone();
    for (int i = 0; i < values.length; i += features()) {
      values[i] = 0.5f;
    }
    FeatureMatrix constant = FeatureMatrix.wrap(60, features(), values);
    int[] twice = IntStream.range(0, 120).map(i -> i / 2).toArray();

    Classifier classifier = train(varied(constant, some.labels()).select(twice));

    List<Prediction> predictions = classifier.predict(constant);
    for (int i = 0; i < 60; i++) {
      assertThat(predictions.get(i).label()).isEqualTo(some.label(i));
    }
  }

  /** Its state is all there is to a classifier. */
  @Test
  default void aRestoredClassifierPredictsTheSameBits() {
    Classifier classifier = train(set(200, 1));
    FeatureMatrix batch = set(100, 8).features();

    Classifier restored = Classifiers.restore(classifier.state());

    assertThat(classifier.name()).isEqualTo(classifier.state().classifier());
    assertThat(restored.name()).isEqualTo(classifier.name());
    assertThat(restored.features()).isEqualTo(classifier.features());
    assertThat(restored.predict(batch)).isEqualTo(classifier.predict(batch));
    assertSameState(restored.state(), classifier.state());
  }

  /** A state that lacks an array is refused by its name. */
  @Test
  default void aStateThatLacksAnArrayIsRefusedByName() {
    ModelState state = train(set(100, 1)).state();

    for (String missing : state.arrays().keySet()) {
      Map<String, ModelArray> rest = new LinkedHashMap<>(state.arrays());
      rest.remove(missing);
      ModelState broken = new ModelState(state.classifier(), state.settings(), rest);
      assertThatThrownBy(() -> Classifiers.restore(broken))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(missing);
    }
  }

  /** A state that lacks a setting is refused by its name. */
  @Test
  default void aStateThatLacksASettingIsRefusedByName() {
    ModelState state = train(set(100, 1)).state();

    for (String missing : state.settings().keySet()) {
      Map<String, String> rest = new LinkedHashMap<>(state.settings());
      rest.remove(missing);
      ModelState broken = new ModelState(state.classifier(), rest, state.arrays());
      assertThatThrownBy(() -> Classifiers.restore(broken))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(missing);
    }
  }

  /** Progress runs to its end and never back. */
  @Test
  default void progressEndsAtItsTotal() {
    Map<String, Long> done = new LinkedHashMap<>();
    Map<String, Long> totals = new LinkedHashMap<>();

    trainer()
        .train(
            set(100, 1),
            1,
            (stage, steps, total) -> {
              synchronized (done) {
                assertThat(steps).isGreaterThanOrEqualTo(done.getOrDefault(stage, 0L));
                done.put(stage, steps);
                totals.put(stage, total);
              }
            });

    assertThat(done).isNotEmpty().isEqualTo(totals);
  }

  private Classifier train(TrainingSet digits) {
    return trainer().train(digits, 42, ProgressListener.NONE);
  }

  private TrainingSet set(int count, long seed) {
    return digits(count, seed, features());
  }

  /**
   * Made-up digits, ten classes in turn: each class has a centre, around which its digits lie.
   *
   * @param count number of digits
   * @param seed decides the digits, and never the centres
   * @return the digits, of {@value #FEATURES} features
   */
  static TrainingSet digits(int count, long seed) {
    return digits(count, seed, FEATURES);
  }

  /**
   * Made-up digits of any width.
   *
   * @param count number of digits
   * @param seed decides the digits, and never the centres
   * @param features of each digit
   * @return the digits
   */
  static TrainingSet digits(int count, long seed, int features) {
    SplittableRandom centres = new SplittableRandom(0);
    float[][] centre = new float[Prediction.CLASSES][features];
    for (float[] point : centre) {
      for (int f = 0; f < features; f++) {
        point[f] = (float) centres.nextDouble();
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count * features];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % Prediction.CLASSES;
      for (int f = 0; f < features; f++) {
        double noise = 0.4 * (random.nextDouble() + random.nextDouble() - 1);
        values[i * features + f] = (float) (centre[labels[i]][f] + noise);
      }
    }
    return varied(FeatureMatrix.wrap(count, features, values), labels);
  }

  /** Digits of which changed copies can be had: each brighter by 1 % than the one before. */
  private static TrainingSet varied(FeatureMatrix digits, int[] labels) {
    return new TrainingSet(digits, labels)
        .withVariations(
            (rows, first, copies, progress) -> {
              int features = digits.columns();
              float[] values = new float[rows.length * copies * features];
              for (int i = 0; i < values.length; i++) {
                int copy = i / features;
                float digit = digits.at(rows[copy / copies], i % features);
                values[i] = digit * (1 + 0.01f * (first + copy % copies + 1));
              }
              return FeatureMatrix.wrap(rows.length * copies, features, values);
            });
  }

  private static void assertSameState(ModelState actual, ModelState expected) {
    assertThat(actual.classifier()).isEqualTo(expected.classifier());
    assertThat(actual.settings()).isEqualTo(expected.settings());
    assertThat(actual.arrays().keySet()).isEqualTo(expected.arrays().keySet());
    expected
        .arrays()
        .forEach(
            (name, array) -> {
              assertThat(actual.arrays().get(name).shape()).as(name).isEqualTo(array.shape());
              assertThat(actual.arrays().get(name).values()).as(name).isEqualTo(array.values());
            });
  }
}
