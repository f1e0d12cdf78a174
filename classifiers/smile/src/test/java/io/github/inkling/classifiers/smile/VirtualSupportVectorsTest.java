package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.model.Variations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VirtualSupportVectorsTest {
  /** Class 0 left of -1, class 1 right of 1: the boundary is at 0. */
  private static final TrainingSet LINE = line();

  /** What class 0 looks like when it is changed lies as far as 0.5; class 1 does not change. */
  private static final Variations TO_THE_RIGHT =
      (rows, first, copies, progress) -> {
        float[] values = new float[rows.length * copies];
        for (int i = 0; i < values.length; i++) {
          int digit = rows[i / copies];
          float change = LINE.label(digit) == 0 ? 1.5f * (i % copies + 1) / copies : 0;
          values[i] = LINE.features().at(digit, 0) + change;
        }
        progress.progress("Copying", values.length, values.length);
        return FeatureMatrix.wrap(values.length, 1, values);
      };

  @Test
  void copiesRevealABoundaryThatDigitsDoNot() {
    FeatureMatrix between = FeatureMatrix.ofRows(new float[] {0.4f}, new float[] {0.95f});

    assertThat(train("svm:kernel=linear,c=1000", LINE).predict(between))
        .extracting(prediction -> prediction.label())
        .containsExactly(1, 1);
    assertThat(train("svm:kernel=linear,c=1000,virtual=3", varied()).predict(between))
        .extracting(prediction -> prediction.label())
        .containsExactly(0, 1);
  }

  @Test
  void onlySupportVectorsAreCopied() {
    List<Integer> copied = new ArrayList<>();
    TrainingSet set =
        LINE.withVariations(
            (rows, first, copies, progress) -> {
              for (int row : rows) {
                copied.add(row);
              }
              return TO_THE_RIGHT.of(rows, first, copies, progress);
            });

    Classifier svm = train("svm:kernel=linear,c=1000,virtual=2", set);

    // The digits at -1 and 1.
    assertThat(copied).containsExactlyInAnyOrder(0, 1);
    assertThat(svm.report())
        .containsEntry("support vectors of the first stage", "2")
        .containsEntry("virtual support vectors trained on", "4");
  }

  @Test
  void theReportTellsTheSupportVectorsOfBothStages() {
    TrainingSet set = ClassifierContract.digits(300, 1);

    Classifier svm =
        train(
            "svm:virtual=2",
            set.withVariations(
                (rows, first, copies, progress) -> set.features().select(twice(rows))));

    assertThat(svm.report()).containsKeys("support vectors", "support vectors of the first stage");
  }

  @Test
  void bothStagesHaveNamesOfTheirOwn() {
    Set<String> stages = new LinkedHashSet<>();

    Classifiers.trainer("svm:virtual=2")
        .train(varied(), 1, (stage, done, total) -> stages.add(stage));

    assertThat(stages)
        .containsExactly(
            "Finding support vectors", "Copying", "Training on virtual support vectors");
  }

  @Test
  void withoutPicturesItIsRefusedBeforeAnyWork() {
    List<String> stages = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Classifiers.trainer("svm:virtual=5")
                    .train(LINE, 1, (stage, done, total) -> stages.add(stage)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("virtual=5")
        .hasMessageContaining("pictures");
    assertThat(stages).isEmpty();
  }

  @Test
  void moreCopiesThanAMatrixHoldsAreRefusedBeforeAnyIsMade() {
    int[] rows = new int[40];
    Variations none =
        (chosen, first, copies, progress) -> {
          throw new AssertionError("a copy was asked for");
        };

    assertThatThrownBy(
            () -> LearningSet.of(LINE).withVirtual(rows, none, 60_000_000, ProgressListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("virtual=60000000")
        .hasMessageContaining("2400000040 rows")
        .hasMessageContaining("lower virtual");
  }

  @Test
  void withoutVirtualSupportVectorsVariationsChangeNothing() {
    assertSameState(train("svm", varied()).state(), train("svm:virtual=0", LINE).state());
  }

  @Test
  void theSameSeedGivesTheSameMachine() {
    assertSameState(
        train("svm:virtual=3", varied()).state(), train("svm:virtual=3", varied()).state());
  }

  private static Classifier train(String spec, TrainingSet set) {
    return Classifiers.trainer(spec).train(set, 42, ProgressListener.NONE);
  }

  private static TrainingSet varied() {
    return LINE.withVariations(TO_THE_RIGHT);
  }

  private static TrainingSet line() {
    float[] values = new float[40];
    int[] labels = new int[40];
    for (int i = 0; i < values.length; i++) {
      labels[i] = i % 2;
      int place = i / 2;
      values[i] = (2 * labels[i] - 1) * (1 + 0.1f * place);
    }
    return new TrainingSet(FeatureMatrix.wrap(40, 1, values), labels);
  }

  private static int[] twice(int[] rows) {
    int[] twice = new int[2 * rows.length];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = rows[i / 2];
    }
    return twice;
  }

  private static void assertSameState(ModelState actual, ModelState expected) {
    assertThat(actual.settings()).isEqualTo(expected.settings());
    expected
        .arrays()
        .forEach(
            (name, array) ->
                assertThat(actual.arrays().get(name).values()).as(name).isEqualTo(array.values()));
  }
}
