package io.github.inkling.benchmark.rival;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.Mat;
import org.opencv.core.TermCriteria;
import org.opencv.ml.Ml;
import org.opencv.ml.SVM;

/** OpenCV's SVM. */
final class OpenCvSvm implements OpenCvRival {
  /** So many that the tolerance alone ends the training. */
  private static final int ITERATIONS = 10_000_000;

  private final SvmTask settings;

  OpenCvSvm(SvmTask settings) {
    this.settings = settings;
  }

  @Override
  public String how() {
    return "ml.SVM, C_SVC; OpenCV may use all cores";
  }

  @Override
  public Trained<Mat> train(Mat digits, int[] labels) {
    SVM machine = SVM.create();
    machine.setType(SVM.C_SVC);
    machine.setKernel(SVM.RBF);
    machine.setC(settings.c());
    machine.setGamma(settings.gamma());
    machine.setTermCriteria(
        new TermCriteria(TermCriteria.MAX_ITER + TermCriteria.EPS, ITERATIONS, SvmTask.TOLERANCE));
    Mat column = OpenCvMatrix.of(labels);
    OpenCvMatrix.onAllCores(() -> machine.train(digits, Ml.ROW_SAMPLE, column));
    NativeScope.release(column, Mat::release);
    return wanted ->
        OpenCvMatrix.onAllCores(
            () -> {
              Mat results = new Mat();
              machine.predict(wanted, results);
              return OpenCvMatrix.labels(results);
            });
  }
}
