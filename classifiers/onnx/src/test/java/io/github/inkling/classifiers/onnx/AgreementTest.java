package io.github.inkling.classifiers.onnx;

import ai.onnxruntime.OrtException;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import org.junit.jupiter.api.Test;

/** Java and ONNX Runtime, on all of MNIST's test digits. */
class AgreementTest {
  private static final LabeledDigits TRAINING = Mnist.train().first(3000);

  @Test
  void thePretrainedRecognizerAnswersAllTestDigitsAlike() throws OrtException {
    Agreement.require(DigitRecognizer.pretrained(), Mnist.test());
  }

  @Test
  void hogAndMlpAnswerAllTestDigitsAlike() throws OrtException {
    var recognizer =
        DigitRecognizer.trainer().features("hog").classifier("mlp:epochs=8").train(TRAINING);
    Agreement.require(recognizer, Mnist.test());
  }

  @Test
  void hogAndSvmAnswerAllTestDigitsAlike() throws OrtException {
    var recognizer = DigitRecognizer.trainer().features("hog").classifier("svm").train(TRAINING);
    Agreement.require(recognizer, Mnist.test());
  }

  @Test
  void aNetworkAnswersAllTestDigitsAlike() throws OrtException {
    var recognizer =
        DigitRecognizer.trainer()
            .features("pixels")
            .classifier("cnn:preset=lenet,epochs=8,batch=32,augment=false")
            .train(TRAINING);
    Agreement.require(recognizer, Mnist.test());
  }
}
