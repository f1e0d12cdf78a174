package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smile.base.svm.KernelMachine;
import smile.base.svm.LASVM;
import smile.math.MathEx;
import smile.math.kernel.GaussianKernel;

class SvmTrainerTest {
  /**
   * Points at -2 and -1 against 1 and 2 on a line: the two inner ones are the support vectors, the
   * margin reaches from -1 to 1, and so f(x) = -x for the class of the negative points.
   */
  @Test
  void findsTheWidestMarginOnALine() {
    FeatureMatrix points =
        FeatureMatrix.ofRows(new float[] {-2}, new float[] {-1}, new float[] {1}, new float[] {2});
    TrainingSet set = new TrainingSet(points, new int[] {4, 4, 9, 9});

    SvmClassifier svm = train("svm:kernel=linear,tol=0.00001,epochs=5", set);

    double[][] decisions = svm.decisions(points);
    assertThat(decisions[0][0]).isCloseTo(2, within(1e-3));
    assertThat(decisions[1][0]).isCloseTo(1, within(1e-3));
    assertThat(decisions[2][0]).isCloseTo(-1, within(1e-3));
    assertThat(decisions[3][0]).isCloseTo(-2, within(1e-3));
    assertThat(svm.predict(points))
        .extracting(prediction -> prediction.label())
        .containsExactly(4, 4, 9, 9);
  }

  /** Exclusive or is beyond a line: by symmetry each point has decision value 1 or -1. */
  @Test
  void theRadialKernelSolvesExclusiveOr() {
    FeatureMatrix points =
        FeatureMatrix.ofRows(
            new float[] {0, 0}, new float[] {1, 1}, new float[] {0, 1}, new float[] {1, 0});
    TrainingSet set = new TrainingSet(points, new int[] {0, 0, 1, 1});

    double[][] decisions =
        train("svm:kernel=rbf,gamma=1,c=100,tol=0.00001,epochs=10", set).decisions(points);

    assertThat(decisions[0][0]).isCloseTo(1, within(1e-3));
    assertThat(decisions[1][0]).isCloseTo(1, within(1e-3));
    assertThat(decisions[2][0]).isCloseTo(-1, within(1e-3));
    assertThat(decisions[3][0]).isCloseTo(-1, within(1e-3));
  }

  /** The other route to the same machine: Smile's own kernel and score, digit by digit. */
  @Test
  void agreesWithSmilesOwnKernelMachine() {
    TrainingSet all = ClassifierContract.digits(600, 1);
    int[] twoClasses = IntStream.range(0, 600).filter(i -> i % 10 == 2 || i % 10 == 6).toArray();
    TrainingSet set = all.select(twoClasses);
    double gamma = 0.5;
    double[][] x = new double[set.size()][];
    int[] y = new int[set.size()];
    for (int i = 0; i < x.length; i++) {
      float[] row = set.features().row(i);
      x[i] = new double[row.length];
      for (int f = 0; f < row.length; f++) {
        x[i][f] = row[f];
      }
      y[i] = set.label(i) == 2 ? 1 : -1;
    }
    MathEx.setSeed(5);
    KernelMachine<double[]> smile =
        new LASVM<>(new GaussianKernel(1 / Math.sqrt(2 * gamma)), 10, 1e-5).fit(x, y, 10);

    SvmClassifier svm = train("svm:gamma=0.5,tol=0.00001,epochs=10", set);

    double[][] decisions = svm.decisions(set.features());
    for (int i = 0; i < x.length; i++) {
      assertThat(decisions[i][0]).isCloseTo(smile.score(x[i]), within(2e-3));
    }
  }

  /** Ten machines at a time, or one. */
  @Test
  void littleMemoryGivesTheSameMachines() {
    TrainingSet set = ClassifierContract.digits(3000, 2);

    ModelState large = train("svm", set).state();
    ModelState small = train("svm:memory=1", set).state();

    for (String array : large.arrays().keySet()) {
      assertThat(small.arrays().get(array).values())
          .as(array)
          .isEqualTo(large.arrays().get(array).values());
    }
  }

  @Test
  void digitsThatAreAllAlikeCanBeTrainedOn() {
    float[] values = new float[100];
    Arrays.fill(values, 0.5f);
    int[] labels = IntStream.range(0, 20).map(i -> i % 2).toArray();
    TrainingSet set = new TrainingSet(FeatureMatrix.wrap(20, 5, values), labels);

    assertThat(train("svm", set).predict(set.features()).get(0).probability(1))
        .isCloseTo(0.5, within(0.05));
  }

  @Test
  void theSeedChangesTheOrderAndHardlyTheAnswer() {
    TrainingSet set = ClassifierContract.digits(300, 2);
    FeatureMatrix unseen = ClassifierContract.digits(100, 3).features();

    double[][] one =
        ((SvmClassifier) Classifiers.trainer("svm").train(set, 1, none())).decisions(unseen);
    double[][] two =
        ((SvmClassifier) Classifiers.trainer("svm").train(set, 2, none())).decisions(unseen);

    for (int i = 0; i < one.length; i++) {
      assertThat(two[i]).containsExactly(one[i], within(0.05));
    }
  }

  @Test
  void aClassOfOneDigitCanBeLearned() {
    TrainingSet many = ClassifierContract.digits(100, 2);
    TrainingSet set = many.select(0, 10, 20, 30, 40, 7);

    assertThat(train("svm", set).predict(set.features()).get(5).label()).isEqualTo(7);
  }

  @Test
  void gammaFollowsTheScaleOfTheFeatures() {
    TrainingSet set = ClassifierContract.digits(300, 2);
    float[] scaled = set.features().values().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = scaled[i] * 255;
    }
    TrainingSet large =
        new TrainingSet(FeatureMatrix.wrap(300, ClassifierContract.FEATURES, scaled), set.labels());

    double gamma = train("svm", set).state().number("gamma");
    double gammaOfLarge = train("svm", large).state().number("gamma");

    assertThat(gammaOfLarge * 255 * 255).isCloseTo(gamma, within(1e-4 * gamma));
    assertThat(gamma)
        .isCloseTo(1.4 / ColumnMoments.of(set.features()).totalVariance(), within(1e-9));
  }

  @Test
  void kernelValuesBeyondTheSolverAreRefusedWithAdvice() {
    float[] values = new float[40];
    Arrays.fill(values, 1e7f);
    TrainingSet set = new TrainingSet(FeatureMatrix.wrap(4, 10, values), new int[] {0, 0, 1, 1});

    assertThatThrownBy(() -> train("svm:kernel=poly,gamma=1", set))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scale the features");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "svm:c=0|c must be above 0",
        "svm:c=-1|c must be above 0",
        "svm:gamma=0|gamma must be above 0",
        "svm:degree=11|degree must be in 1..10, not 11",
        "svm:coef0=-1|coef0 must be at least 0",
        "svm:tol=2|tol must be above 0 and at most 1",
        "svm:epochs=0|epochs must be in 1..10",
        "svm:folds=1|folds must be in 2..10, not 1",
        "svm:axes=-1|axes must be in 0..1000, not -1",
        "svm:axes=1001|axes must be in 0..1000, not 1001",
        "svm:virtual=-1|virtual must be in 0..100, not -1",
        "svm:virtual=101|virtual must be in 0..100, not 101",
        "svm:memory=0|memory must be in 1..",
        "svm:kernel=sigmoid|kernel must be one of linear, rbf, poly",
        "svm:nu=1|unknown setting 'nu'",
        "svm:gamma=wide|gamma must be a number"
      })
  void settingsOutOfRangeAreRefusedByName(String spec, String message) {
    assertThatThrownBy(() -> Classifiers.trainer(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theSpecSpellsAllSettings() {
    assertThat(Classifiers.trainer("svm").spec())
        .isEqualTo(
            "svm:kernel=rbf,c=10,gamma=auto,degree=3,coef0=1,tol=0.001,epochs=2,folds=2,virtual=0,axes=200,memory=auto");
    assertThat(Classifiers.trainer("svm:kernel=poly,gamma=0.4,coef0=0.5,memory=100").spec())
        .contains("kernel=poly", "gamma=0.4", "coef0=0.5", "memory=100");
  }

  @Test
  void statesOfWrongShapeAreRefusedByName() {
    ModelState state = train("svm", ClassifierContract.digits(100, 1)).state();

    assertRefused(state, "sigmoids", ModelArray.of(new double[4], 2, 2), "sigmoids");
    assertRefused(state, "classes", ModelArray.of(new int[] {3, 3}, 2), "classes");
    assertRefused(state, "classes", ModelArray.of(new int[] {3, 10}, 2), "classes");
    assertRefused(state, "machineOffsets", ModelArray.of(new int[3], 3), "machineOffsets");
    int[] vectors = ((int[]) state.arrays().get("machineVectors").values()).clone();
    vectors[0] = 1_000_000;
    assertRefused(
        state, "machineVectors", ModelArray.of(vectors, vectors.length), "machineVectors");
    int[] offsets = ((int[]) state.arrays().get("machineOffsets").values()).clone();
    offsets[1] = offsets[45] + 1;
    assertRefused(
        state, "machineOffsets", ModelArray.of(offsets, offsets.length), "machineOffsets");
    int[] negative = offsets.clone();
    negative[45] = -1;
    assertRefused(
        state, "machineOffsets", ModelArray.of(negative, negative.length), "machineOffsets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gamma|-3|gamma must be above 0",
        "gamma|NaN|gamma must be above 0",
        "gamma|Infinity|gamma must be above 0",
        "degree|0|degree must be in 1..10, not 0",
        "degree|-5|degree must be in 1..10, not -5",
        "degree|300000000|degree must be in 1..10, not 300000000",
        "coef0|-1|coef0 must be at least 0",
        "coef0|Infinity|coef0 must be at least 0",
        "kernel|sigmoid|kernel should be linear, rbf or poly"
      })
  void savedSettingsOutOfRangeAreRefusedByName(String name, String value, String message) {
    for (String kernel : new String[] {"linear", "rbf", "poly"}) {
      ModelState state = train("svm:kernel=" + kernel, ClassifierContract.digits(100, 1)).state();
      Map<String, String> settings = new LinkedHashMap<>(state.settings());
      settings.put(name, value);

      assertThatThrownBy(() -> Classifiers.restore(new ModelState("svm", settings, state.arrays())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"svm", "svm:kernel=linear"})
  void savedNumbersThatAreNotFiniteAreRefusedByName(String spec) {
    ModelState state = train(spec, ClassifierContract.digits(100, 1)).state();

    state
        .arrays()
        .forEach(
            (name, array) -> {
              if (array.values() instanceof double[] values) {
                double[] broken = values.clone();
                broken[broken.length - 1] = Double.NaN;
                assertRefused(state, name, ModelArray.of(broken, array.shape()), name);
              }
              if (array.values() instanceof float[] values) {
                float[] broken = values.clone();
                broken[0] = Float.POSITIVE_INFINITY;
                assertRefused(state, name, ModelArray.of(broken, array.shape()), name);
              }
            });
  }

  @Test
  void supportVectorsTooLongAreRefusedAsWhatTheyAre() {
    ModelState state = train("svm", ClassifierContract.digits(100, 1)).state();
    ModelArray vectors = state.arrays().get("supportVectors");
    float[] large = ((float[]) vectors.values()).clone();
    large[ClassifierContract.FEATURES] = 0x1p55f;

    assertRefused(
        state, "supportVectors", ModelArray.of(large, vectors.shape()), "support vector 1");
  }

  private static void assertRefused(
      ModelState state, String name, ModelArray array, String message) {
    Map<String, ModelArray> arrays = new LinkedHashMap<>(state.arrays());
    arrays.put(name, array);
    assertThatThrownBy(() -> Classifiers.restore(new ModelState("svm", state.settings(), arrays)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static SvmClassifier train(String spec, TrainingSet set) {
    return (SvmClassifier) Classifiers.trainer(spec).train(set, 42, none());
  }

  private static ProgressListener none() {
    return ProgressListener.NONE;
  }
}
