package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.opencv.NativeScope;
import io.github.inkling.core.opencv.OpenCv;
import org.opencv.core.Mat;

/** What OpenCV's classifiers have in common. */
interface OpenCvRival extends Rival<Mat> {
  @Override
  default String library() {
    return "OpenCV " + OpenCv.version();
  }

  @Override
  default Mat convert(FeatureMatrix digits) {
    return OpenCvMatrix.of(digits);
  }

  @Override
  default void release(Mat digits) {
    NativeScope.release(digits, Mat::release);
  }
}
