package io.github.inkling.evaluation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.evaluation.Answers;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestDigitsTest {
  @Test
  void theThreeNearestComeInOrder() {
    FeatureMatrix training =
        FeatureMatrix.ofRows(
            new float[] {5, 0}, new float[] {1, 0}, new float[] {0, 2}, new float[] {0, 0});
    FeatureMatrix digits = FeatureMatrix.ofRows(new float[] {9, 9}, new float[] {0, 0});

    assertThat(new NearestDigits(training).of(digits, new int[] {1}, ProgressListener.NONE))
        .containsExactly(new Neighbors(1, List.of(3, 1, 2)));
  }

  @Test
  void fewerTrainingDigitsHaveFewerNeighbors() {
    FeatureMatrix training = FeatureMatrix.ofRows(new float[] {5}, new float[] {1});

    assertThat(new NearestDigits(training).of(training, new int[] {0, 1}, ProgressListener.NONE))
        .extracting(Neighbors::nearest)
        .containsExactly(List.of(0, 1), List.of(1, 0));
  }

  @Test
  void anOrderByAllDistancesSaysTheSame() {
    Random random = new Random(7);
    int columns = 13;
    float[][] rows = new float[200][columns];
    for (float[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextInt(100);
      }
    }
    FeatureMatrix training = FeatureMatrix.ofRows(rows);
    int[] wanted = IntStream.range(0, 200).toArray();

    List<Neighbors> found = new NearestDigits(training).of(training, wanted, ProgressListener.NONE);

    for (int digit : wanted) {
      List<Integer> sorted =
          IntStream.range(0, 200)
              .boxed()
              .sorted(Comparator.comparingDouble(other -> distance(rows[digit], rows[other])))
              .limit(3)
              .toList();
      assertThat(found.get(digit).nearest()).isEqualTo(sorted);
    }
  }

  @Test
  void theSurestErrorsComeFirstAndRejectionsLast() {
    Answers answers =
        Answers.of(
            new int[] {0, 0, 0, 0, 0},
            List.of(
                sure(1, 0.6),
                Prediction.rejected(Rejection.BLANK),
                sure(0, 0.9),
                sure(2, 0.8),
                sure(3, 0.7)));

    assertThat(NearestDigits.mostConfident(answers, 10)).containsExactly(3, 4, 0, 1);
    assertThat(NearestDigits.mostConfident(answers, 2)).containsExactly(3, 4);
    assertThat(NearestDigits.mostConfident(answers, 0)).isEmpty();
  }

  private static Prediction sure(int digit, double probability) {
    double[] probabilities = new double[10];
    probabilities[digit] = probability;
    probabilities[9] = 1 - probability;
    return Prediction.of(probabilities);
  }

  private static double distance(float[] first, float[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.pow(first[i] - second[i], 2);
    }
    return sum;
  }
}
