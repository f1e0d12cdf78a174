package io.github.inkling.core.recognizer;

import io.github.inkling.core.Stopwatch;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.Preparation.Prepared;
import io.github.inkling.core.vision.Normalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads pictures of single digits: normalizer, feature extractor, classifier and, if it was trained
 * with one, a rule for what is not answered. Pictures are prepared exactly as in training.
 * Immutable and safe for concurrent use.
 *
 * <pre>{@code
 * DigitRecognizer recognizer = DigitRecognizer.pretrained(); // or load(Path.of("my.inkling"))
 * Prediction answer = recognizer.recognize(GrayImage.read(Path.of("seven.png")));
 * DigitRecognizer careful = recognizer.acceptingErrors(0.001); // rejects what is not sure enough
 * }</pre>
 */
public final class DigitRecognizer {
  /** Pictures that are in work at a time: bounds memory, and lets progress be heard. */
  private static final int BATCH = 2048;

  private static final String STAGE = "Recognising";

  private final Preparation preparation;
  private final Classifier classifier;
  private final Optional<RejectionRule> rejection;
  private final Provenance provenance;

  /**
   * Puts a recognizer together from its parts, without a rejection rule: all that has ink is
   * answered.
   *
   * @param preparation the way from pictures to features
   * @param classifier tells them apart
   * @param provenance where the classifier comes from
   * @throws IllegalArgumentException if the classifier was trained on another number of features
   *     than the extractor gives
   */
  public DigitRecognizer(Preparation preparation, Classifier classifier, Provenance provenance) {
    this(preparation, classifier, Optional.empty(), provenance);
  }

  DigitRecognizer(
      Preparation preparation,
      Classifier classifier,
      Optional<RejectionRule> rejection,
      Provenance provenance) {
    requireFeatures("classifier", classifier, preparation.features());
    rejection.ifPresent(
        rule -> requireFeatures("detector", rule.detector(), preparation.features()));
    this.preparation = preparation;
    this.classifier = classifier;
    this.rejection = rejection;
    this.provenance = provenance;
  }

  private static void requireFeatures(
      String role, Classifier classifier, FeatureExtractor features) {
    if (features.length() != classifier.features()) {
      throw new IllegalArgumentException(
          "%s gives %d features, but the %s was trained on %d"
              .formatted(features.spec(), features.length(), role, classifier.features()));
    }
  }

  /**
   * The recognizer that comes along with {@code io.github.inkling:inkling-smile}: trained on MNIST,
   * for many pens, scanners and cameras; it rejects what is no digit. It is loaded by the first
   * call, from the jar and without a network, and shared by all.
   *
   * @return always the same recognizer
   * @throws IllegalStateException if no module on the class path brings one along
   * @throws UncheckedIOException if its model file cannot be read or is damaged
   */
  public static DigitRecognizer pretrained() {
    return Pretrained.recognizer();
  }

  /**
   * Starts the training of a recognizer.
   *
   * @return a trainer with the default preprocessing, features and classifier
   */
  public static RecognizerTrainer trainer() {
    return RecognizerTrainer.defaults();
  }

  /**
   * Loads a recognizer.
   *
   * @param file a model file that {@link #save} wrote
   * @param own feature extractors of the caller's that are not registered as a service
   * @return the recognizer
   * @throws IOException if the file cannot be read, is no model file, is cut off, was edited, was
   *     written by a newer version, or needs a module that is not on the class path
   */
  public static DigitRecognizer load(Path file, FeatureExtractorProvider... own)
      throws IOException {
    return RecognizerFile.read(file, own);
  }

  /**
   * Loads a recognizer from wherever its model file is, such as a resource of a jar.
   *
   * @param in the content of a model file, and nothing behind it; it is not closed
   * @param name stands for it in errors
   * @param own feature extractors of the caller's that are not registered as a service
   * @return the recognizer
   * @throws IOException if it cannot be read, is no model file, is cut off, was edited, was written
   *     by a newer version, or needs a module that is not on the class path
   */
  public static DigitRecognizer load(InputStream in, String name, FeatureExtractorProvider... own)
      throws IOException {
    return RecognizerFile.read(in, name, FeatureExtractors.with(own));
  }

  /**
   * Saves this recognizer, whole or not at all.
   *
   * @param file where to
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    RecognizerFile.write(this, file);
  }

  /**
   * How large the file is that {@link #save} writes.
   *
   * @return bytes, at least 1
   */
  public long fileBytes() {
    return RecognizerFile.size(this);
  }

  /**
   * Recognises one picture.
   *
   * @param image a picture of one digit, dark on light or light on dark
   * @return the digit, or why there is none
   */
  public Prediction recognize(GrayImage image) {
    return recognizeAll(List.of(image)).get(0);
  }

  /**
   * Recognises many pictures, on all cores: much faster than one by one.
   *
   * @param images pictures of one digit each
   * @return one prediction per picture, in their order
   */
  public List<Prediction> recognizeAll(List<GrayImage> images) {
    return recognizeAll(images, ProgressListener.NONE).predictions();
  }

  /**
   * Recognises many pictures and measures what that costs.
   *
   * @param images pictures of one digit each
   * @param progress hears of finished pictures
   * @return the predictions, in the pictures' order, and the seconds spent
   */
  public Recognition recognizeAll(List<GrayImage> images, ProgressListener progress) {
    return recognizeInBatches(
        images.size(),
        (from, to) -> preparation.prepare(images.subList(from, to), ProgressListener.NONE),
        progress);
  }

  /**
   * Recognises digits that are prepared already, and measures what that costs.
   *
   * @param digits digits that were prepared as this recognizer prepares them
   * @param progress hears of finished pictures
   * @return the predictions, in the digits' order, and the seconds spent, those of preparing the
   *     digits included
   * @throws IllegalArgumentException if they were prepared in another way
   */
  public Recognition recognizeAll(PreparedDigits digits, ProgressListener progress) {
    digits.preparation().requireSame(preparation, "the recognizer");
    return recognizeInBatches(
        digits.size(),
        (from, to) -> digits.select(IntStream.range(from, to).toArray()).prepared(),
        progress);
  }

  private Recognition recognizeInBatches(int total, Batches batches, ProgressListener progress) {
    List<Prediction> predictions = new ArrayList<>(total);
    double featureSeconds = 0;
    double predictSeconds = 0;
    progress.progress(STAGE, 0, total);
    for (int from = 0; from < total; from += BATCH) {
      int to = Math.min(total, from + BATCH);
      Prepared prepared = batches.prepare(from, to);
      featureSeconds += prepared.seconds();
      Stopwatch stopwatch = Stopwatch.start();
      predictions.addAll(predict(prepared));
      predictSeconds += stopwatch.seconds();
      progress.progress(STAGE, to, total);
    }
    return new Recognition(predictions, featureSeconds, predictSeconds);
  }

  /** Prepares some of the pictures. */
  @FunctionalInterface
  private interface Batches {
    Prepared prepare(int from, int to);
  }

  /**
   * This recognizer for those who would rather have no answer than a wrong one: it rejects what is
   * less sure than digits nobody trained on had to be so that at most this share of those accepted
   * was wrong. See {@link RiskCalibration} for what a share of so many digits promises.
   *
   * @param share the largest share of accepted digits that may be wrong, above 0 and below 1, such
   *     as 0.001
   * @return a recognizer that rejects more; it can be saved, too
   * @throws IllegalArgumentException if the share is out of range, or is less than can be promised
   * @throws IllegalStateException if this recognizer was trained without rejection
   */
  public DigitRecognizer acceptingErrors(double share) {
    return withRejection(requireRejection().acceptingErrors(share));
  }

  /**
   * This recognizer for those who judge for themselves: all that has ink is answered, with its
   * {@link Prediction#digitProbability} where the recognizer can tell.
   *
   * @return a recognizer that rejects only what has no ink
   */
  public DigitRecognizer answeringAll() {
    return rejection.map(rule -> withRejection(rule.answeringAll())).orElse(this);
  }

  /**
   * What is not answered.
   *
   * @return empty if all that has ink is answered: the recognizer was trained without rejection, or
   *     by a version that had none
   */
  public Optional<RejectionRule> rejection() {
    return rejection;
  }

  /** The same with another rejection rule. */
  DigitRecognizer withRejection(RejectionRule rule) {
    return new DigitRecognizer(preparation, classifier, Optional.of(rule), provenance);
  }

  /** The rejection rule of a recognizer that must have one. */
  RejectionRule requireRejection() {
    return rejection.orElseThrow(
        () ->
            new IllegalStateException(
                "the model was trained without rejection, so it cannot tell how sure is sure enough;"
                    + " train it with rejection (inkling train --reject)"));
  }

  /**
   * The way from pictures to features: the normalizer and the feature extractor.
   *
   * @return the preparation
   */
  public Preparation preparation() {
    return preparation;
  }

  /**
   * What prepares pictures.
   *
   * @return the normalizer
   */
  public Normalizer normalizer() {
    return preparation.normalizer();
  }

  /**
   * What describes them.
   *
   * @return the feature extractor
   */
  public FeatureExtractor features() {
    return preparation.features();
  }

  /**
   * What tells them apart.
   *
   * @return the classifier
   */
  public Classifier classifier() {
    return classifier;
  }

  /**
   * Where the classifier comes from.
   *
   * @return the provenance
   */
  public Provenance provenance() {
    return provenance;
  }

  private List<Prediction> predict(Prepared prepared) {
    List<Prediction> answers = classifier.predict(prepared.features());
    List<Prediction> predictions =
        new ArrayList<>(
            rejection.map(rule -> rule.judge(answers, prepared.features())).orElse(answers));
    prepared
        .rejections()
        .forEach((digit, reason) -> predictions.set(digit, Prediction.rejected(reason)));
    return predictions;
  }
}
