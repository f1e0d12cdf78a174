package io.github.inkling.benchmark.latency;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one digit costs: every call takes the next digit of {@code mnist:validation}, so that no
 * cache knows it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(2)
public class OneDigit {
  private static final int DIGITS = 2_000;

  /** The model file. */
  @Param("")
  public String model;

  private DigitRecognizer recognizer;
  private GrayImage[] images;
  private DigitImage[] digits;
  private FeatureMatrix[] features;
  private int next;

  /** Called by JMH. */
  public OneDigit() {}

  /**
   * Loads the model and prepares the digits.
   *
   * @throws IOException if the model cannot be read
   */
  @Setup
  public void prepare() throws IOException {
    recognizer = DigitRecognizer.load(Path.of(model));
    LabeledDigits validation = Mnist.fitAndValidation().rest();
    images = new GrayImage[DIGITS];
    digits = new DigitImage[DIGITS];
    features = new FeatureMatrix[DIGITS];
    for (int i = 0; i < DIGITS; i++) {
      images[i] = validation.image(i);
      digits[i] = recognizer.normalizer().normalize(images[i]);
      features[i] = features(digits[i]);
    }
  }

  /**
   * Preprocessing alone.
   *
   * @return the normalised digit
   */
  @Benchmark
  public DigitImage normalise() {
    return recognizer.normalizer().normalize(images[next()]);
  }

  /**
   * Features alone.
   *
   * @return one row
   */
  @Benchmark
  public FeatureMatrix features() {
    return features(digits[next()]);
  }

  /**
   * The classifier alone.
   *
   * @return one prediction
   */
  @Benchmark
  public List<Prediction> classify() {
    return recognizer.classifier().predict(features[next()]);
  }

  /**
   * All of it, from a picture of 28 x 28 pixels to a label.
   *
   * @return the label
   */
  @Benchmark
  public int together() {
    return recognizer.recognize(images[next()]).label();
  }

  private FeatureMatrix features(DigitImage digit) {
    return recognizer.features().extractAll(List.of(digit), ProgressListener.NONE);
  }

  private int next() {
    next = (next + 1) % DIGITS;
    return next;
  }
}
