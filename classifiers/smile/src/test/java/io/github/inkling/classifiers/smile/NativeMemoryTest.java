package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeMemoryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"svm", "svm:kernel=linear", "knn", "knn:index=hnsw", "mlp:hidden=16,epochs=2"})
  void trainingAndPredictingGiveAllNativeMemoryBack(String spec) {
    // What a library keeps from its first use, and what is found to be garbage, is none of ours.
    trainAndPredict(spec);
    System.gc();
    Pointer.deallocateReferences();
    long before = Pointer.totalBytes();

    trainAndPredict(spec);

    assertThat(Pointer.totalBytes()).isEqualTo(before);
  }

  private static void trainAndPredict(String spec) {
    FeatureMatrix digits = ClassifierContract.digits(50, 2).features();
    Classifier classifier =
        Classifiers.trainer(spec)
            .train(ClassifierContract.digits(100, 1), 1, ProgressListener.NONE);
    for (int i = 0; i < 20; i++) {
      classifier.predict(digits);
    }
  }
}
