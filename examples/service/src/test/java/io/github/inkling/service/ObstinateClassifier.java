package io.github.inkling.service;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does something before it predicts, such as to wait or to fail. */
final class ObstinateClassifier implements Classifier {
  private final Classifier classifier;
  private final Consumer<FeatureMatrix> before;

  private ObstinateClassifier(Classifier classifier, Consumer<FeatureMatrix> before) {
    this.classifier = classifier;
    this.before = before;
  }

  static DigitRecognizer recognizer(Consumer<FeatureMatrix> before) {
    DigitRecognizer good = DigitRecognizer.pretrained();
    return new DigitRecognizer(
        good.preparation(), new ObstinateClassifier(good.classifier(), before), good.provenance());
  }

  /** Fails whenever one picture is among those to recognise. */
  static DigitRecognizer failingAt(GrayImage picture, Throwable failure) {
    float[] features =
        DigitRecognizer.pretrained()
            .preparation()
            .prepare(List.of(picture), ProgressListener.NONE)
            .features()
            .row(0);
    return recognizer(
        digits -> {
          for (int row = 0; row < digits.rows(); row++) {
            if (Arrays.equals(digits.row(row), features)) {
              throwAny(failure);
            }
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void throwAny(Throwable failure) throws T {
    throw (T) failure;
  }

  /** Waits until it may go on, and tells that it waits. */
  static DigitRecognizer waitingFor(CountDownLatch permission, Semaphore waiting) {
    return recognizer(
        digits -> {
          waiting.release();
          // Whoever closes a batcher interrupts it, which is no permission.
          boolean isPermitted = false;
          while (!isPermitted) {
            try {
              permission.await();
              isPermitted = true;
            } catch (InterruptedException e) {
              // It still waits.
            }
          }
        });
  }

  @Override
  public String name() {
    return classifier.name();
  }

  @Override
  public int features() {
    return classifier.features();
  }

  @Override
  public List<Prediction> predict(FeatureMatrix digits) {
    before.accept(digits);
    return classifier.predict(digits);
  }

  @Override
  public ModelState state() {
    return classifier.state();
  }
}
