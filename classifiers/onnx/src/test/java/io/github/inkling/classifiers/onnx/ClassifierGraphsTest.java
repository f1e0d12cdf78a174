package io.github.inkling.classifiers.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import io.github.inkling.classifiers.ensemble.Ensemble;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every classifier and its settings, by Java and by ONNX Runtime. */
class ClassifierGraphsTest {
  private static final LabeledDigits TRAINING = Mnist.train().first(400);
  private static final LabeledDigits TEST = Mnist.test().first(1000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "svm:kernel=rbf,axes=0",
        "svm:kernel=poly,degree=3",
        "svm:kernel=linear",
        "svm:kernel=linear,axes=0",
        "knn",
        "knn:k=1",
        "knn:k=4,weights=uniform",
        "knn:k=3,metric=hellinger",
        "knn:k=1000",
        "mlp:hidden=64/48/32,epochs=4",
        "ensemble:members=svm/mlp",
        "ensemble:members=svm/mlp/knn,method=stack",
        "ensemble:members=mlp/knn,method=average",
        "cascade:cheap=mlp,strong=svm"
      })
  void classifiersAnswerAlike(String classifier) throws OrtException {
    Agreement.require(train("hog", classifier, TRAINING), TEST);
  }

  /** LeNet pads and pools and has several dense layers; the other presets are normalised. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cnn:preset=lenet,epochs=4,batch=32",
        "cnn:preset=lenet,epochs=2,batch=32,views=9",
        "cnn:preset=small,epochs=2,batch=16,averaging=0.9,views=5",
        "cnn:preset=accurate,columns=1,epochs=1,batch=16,averaging=0.9,views=1",
        "cnn:layers=conv4x7valid/conv8x5valid,batchnorm=true,epochs=2,batch=16,averaging=0.9"
      })
  void networksAnswerAlike(String classifier) throws OrtException {
    Agreement.require(train("pixels", classifier, TRAINING.first(100)), TEST);
  }

  @ParameterizedTest
  @CsvSource({
    "zoning, svm",
    "zoning, mlp:epochs=2",
    "zoning, knn",
    "zoning, ensemble:members=mlp/knn",
    "pixels, 'cnn:epochs=2,augment=false'"
  })
  void aDigitThatWasAbsentInTrainingHasProbabilityZero(String features, String classifier)
      throws OrtException {
    DigitRecognizer recognizer = train(features, classifier, only(1, 4, 7));
    Agreement.require(recognizer, TEST);
    try (RunningGraph graph = new RunningGraph(OnnxExport.toBytes(recognizer))) {
      for (float[] row : graph.run(digits(50))) {
        assertThat(List.of(row[0], row[2], row[3], row[5], row[6], row[8], row[9]))
            .containsOnly(0f);
      }
    }
  }

  @Test
  void twoClassesAreEnough() throws OrtException {
    Agreement.require(train("zoning", "svm", only(3, 5)), TEST);
  }

  @Test
  void membersMayHaveFeaturesOfTheirOwn() throws OrtException {
    var recognizer =
        Ensemble.of(train("hog", "mlp:epochs=2", TRAINING), train("zoning", "svm", TRAINING))
            .fit(Mnist.train().select(IntStream.range(400, 700).toArray()))
            .recognizer();
    Agreement.require(recognizer, TEST);
  }

  /** Nothing is nearer than a digit of the training set to itself. */
  @Test
  void trainingDigitsAreTheirOwnNearestNeighbours() throws OrtException {
    Agreement.require(train("hog", "knn", TRAINING), TRAINING);
  }

  @Test
  void nearestNeighboursInAGraphAreRefusedByName() {
    DigitRecognizer recognizer = train("zoning", "knn:index=hnsw", TRAINING);
    assertThatThrownBy(() -> OnnxExport.toBytes(recognizer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "knn with index=hnsw cannot be expressed as an ONNX graph, which cannot walk from"
                + " neighbour to neighbour; knn with index=exact, svm and mlp can");
  }

  @Test
  void aClassifierThatIsNotKnownIsRefusedByName() {
    assertThatThrownBy(() -> ClassifierGraphs.of(new ModelState("oracle", Map.of(), Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the classifier oracle cannot be expressed as an ONNX graph; those that can are"
                + " cascade, cnn, ensemble, knn, mlp, svm");
  }

  private static DigitRecognizer train(String features, String classifier, LabeledDigits digits) {
    return DigitRecognizer.trainer().features(features).classifier(classifier).train(digits);
  }

  private static LabeledDigits only(Integer... labels) {
    return TRAINING.select(
        IntStream.range(0, TRAINING.size())
            .filter(i -> List.of(labels).contains(TRAINING.label(i)))
            .toArray());
  }

  static List<DigitImage> digits(int count) {
    return TEST.first(count).images().stream().map(image -> DigitImage.of(image.pixels())).toList();
  }
}
