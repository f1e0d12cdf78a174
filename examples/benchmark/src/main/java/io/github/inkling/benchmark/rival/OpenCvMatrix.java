package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.opencv.NativeScope;
import io.github.inkling.core.opencv.OpenCv;
import java.util.function.Supplier;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** What all uses of OpenCV's {@code ml} have in common. */
final class OpenCvMatrix {
  private OpenCvMatrix() {}

  static Mat of(FeatureMatrix digits) {
    OpenCv.load();
    Mat matrix = new Mat(digits.rows(), digits.columns(), CvType.CV_32F);
    matrix.put(0, 0, digits.values());
    return matrix;
  }

  static Mat of(int[] labels) {
    Mat column = new Mat(labels.length, 1, CvType.CV_32S);
    column.put(0, 0, labels);
    return column;
  }

  /** The labels in a column of floats, which is released. */
  static int[] labels(Mat column) {
    float[] values = new float[column.rows()];
    column.get(0, 0, values);
    NativeScope.release(column, Mat::release);
    int[] labels = new int[values.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Math.round(values[i]);
    }
    return labels;
  }

  /** Lets OpenCV work on all cores, which Inkling keeps it from doing otherwise. */
  static <T> T onAllCores(Supplier<T> work) {
    OpenCv.load();
    int before = Core.getNumThreads();
    Core.setNumThreads(Runtime.getRuntime().availableProcessors());
    try {
      return work.get();
    } finally {
      Core.setNumThreads(before);
    }
  }
}
