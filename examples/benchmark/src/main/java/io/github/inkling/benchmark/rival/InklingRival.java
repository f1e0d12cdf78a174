package io.github.inkling.benchmark.rival;

import io.github.inkling.classifiers.smile.SvmSettings;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.recognizer.Versions;

/** Inkling itself; its answers are probabilities, where others are asked for labels alone. */
final class InklingRival implements Rival<FeatureMatrix> {
  private final String variant;
  private final String spec;
  private final String answers;

  private InklingRival(String variant, String spec, String answers) {
    this.variant = variant;
    this.spec = spec;
    this.answers = answers;
  }

  /** As the others: the kernel of all features. */
  static InklingRival svm(SvmTask settings) {
    return svm("", settings, 0);
  }

  /** As it is when nobody says otherwise: in principal axes of the features. */
  static InklingRival svmInAxes(SvmTask settings) {
    return svm(", principal axes", settings, SvmSettings.DEFAULT.axes());
  }

  private static InklingRival svm(String variant, SvmTask settings, int axes) {
    return new InklingRival(
        variant,
        "svm:kernel=rbf,c=%s,gamma=%s,tol=%s,axes=%d"
            .formatted(
                PlainNumber.format(settings.c()),
                PlainNumber.format(settings.gamma()),
                PlainNumber.format(SvmTask.TOLERANCE),
                axes),
        "calibrated probabilities");
  }

  static InklingRival knn(int k) {
    return new InklingRival(
        "", "knn:k=%d,weights=uniform,metric=euclidean,index=exact".formatted(k), "probabilities");
  }

  /** As the others: a constant rate, and every digit is learned from, none held out. */
  static InklingRival mlp(MlpTask settings) {
    return new InklingRival(
        "",
        ("mlp:hidden=%d,batch=%d,rate=%s,momentum=%s,epochs=1,schedule=constant,smoothing=0,"
                + "decay=0,holdout=0")
            .formatted(
                settings.hidden(),
                settings.batch(),
                PlainNumber.format(settings.rate()),
                PlainNumber.format(MlpTask.MOMENTUM)),
        "probabilities");
  }

  @Override
  public String library() {
    return "Inkling " + Versions.inkling() + variant;
  }

  @Override
  public String how() {
    return spec + ", " + answers + " included; all cores";
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
