package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.recognizer.Versions;

/** Inkling itself, probabilities and their calibration included. */
final class InklingRival implements Rival<FeatureMatrix> {
  private final String spec;

  private InklingRival(String spec) {
    this.spec = spec;
  }

  static InklingRival svm(SvmTask settings) {
    return new InklingRival(
        "svm:c=%s,gamma=%s"
            .formatted(PlainNumber.format(settings.c()), PlainNumber.format(settings.gamma())));
  }

  static InklingRival knn(int k) {
    return new InklingRival("knn:k=%d,weights=uniform,metric=euclidean".formatted(k));
  }

  static InklingRival mlp(MlpTask settings) {
    return new InklingRival(
        "mlp:hidden=%d,batch=%d,rate=%s,momentum=%s,epochs=1"
            .formatted(
                settings.hidden(),
                settings.batch(),
                PlainNumber.format(settings.rate()),
                PlainNumber.format(MlpTask.MOMENTUM)));
  }

  @Override
  public String library() {
    return "Inkling " + Versions.inkling();
  }

  @Override
  public String how() {
    return spec + ", calibrated probabilities included; all cores";
  }

  @Override
  public FeatureMatrix convert(FeatureMatrix digits) {
    return digits;
  }

  @Override
  public Trained<FeatureMatrix> train(FeatureMatrix digits, int[] labels) {
    Classifier trained =
        Classifiers.trainer(spec)
            .train(
                new TrainingSet(digits, labels),
                RecognizerTrainer.DEFAULT_SEED,
                ProgressListener.NONE);
    return wanted -> trained.predict(wanted).stream().mapToInt(Prediction::label).toArray();
  }
}
