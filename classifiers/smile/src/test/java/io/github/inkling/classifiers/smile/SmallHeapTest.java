package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.JavaProcess;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallHeapTest {
  private static final int DIGITS = 5000;

  /**
   * Every digit would be a support vector: 300 MB for their kernel values and the solver's copy, of
   * 64, even if a user says that there is more.
   */
  @Test
  void aHeapTooSmallForAllSupportVectorsTrainsOnFewer() throws Exception {
    String vectors = JavaProcess.run(TrainOnNoise.class, List.of("-Xmx64m"));

    assertThat(Integer.parseInt(vectors.strip())).isBetween(1000, DIGITS / 2);
  }

  /** Five arrays of 400 MB for the weights of the second layer alone. */
  @Test
  void aNetworkThatDoesNotFitIsRefusedByName() throws Exception {
    String message = JavaProcess.run(TrainLargeNetwork.class, List.of("-Xmx64m"));

    assertThat(message)
        .startsWith("hidden=10000/10000 and batch=8 need ")
        .contains(" MB for 20 features, and Java has 64 MB; make them smaller");
  }

  /** Prints the message of the refusal. */
  static final class TrainLargeNetwork {
    private TrainLargeNetwork() {}

    public static void main(String[] arguments) {
      try {
        Classifiers.trainer("mlp:hidden=10000/10000,batch=8")
            .train(ClassifierContract.digits(20, 1), 1, ProgressListener.NONE);
      } catch (IllegalArgumentException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  /** Prints the number of support vectors. */
  static final class TrainOnNoise {
    private TrainOnNoise() {}

    public static void main(String[] arguments) {
      SplittableRandom random = new SplittableRandom(1);
      float[] values = new float[2 * DIGITS];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble();
      }
      int[] labels = new int[DIGITS];
      Arrays.setAll(labels, i -> i % 2);
      TrainingSet noise = new TrainingSet(FeatureMatrix.wrap(DIGITS, 2, values), labels);
      Classifier svm =
          Classifiers.trainer("svm:gamma=1000000,memory=4000")
              .train(noise, 1, ProgressListener.NONE);
      System.out.println(svm.report().get("support vectors"));
    }
  }
}
