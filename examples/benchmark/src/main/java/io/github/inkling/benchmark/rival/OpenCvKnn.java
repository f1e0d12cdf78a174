package io.github.inkling.benchmark.rival;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Mat;
import org.opencv.ml.KNearest;
import org.opencv.ml.Ml;

/** OpenCV's nearest neighbours by brute force. */
final class OpenCvKnn implements OpenCvRival {
  private final int k;

  OpenCvKnn(int k) {
    this.k = k;
  }

  @Override
  public String how() {
    return "ml.KNearest, BRUTE_FORCE; OpenCV may use all cores";
  }

  @Override
  public Trained<Mat> train(Mat digits, int[] labels) {
    KNearest search = KNearest.create();
    search.setAlgorithmType(KNearest.BRUTE_FORCE);
    search.setIsClassifier(true);
    Mat column = OpenCvMatrix.of(labels);
    search.train(digits, Ml.ROW_SAMPLE, column);
    NativeScope.release(column, Mat::release);
    return wanted ->
        OpenCvMatrix.onAllCores(
            () -> {
              Mat results = new Mat();
              search.findNearest(wanted, k, results);
              return OpenCvMatrix.labels(results);
            });
  }
}
