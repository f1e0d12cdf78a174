package io.github.inkling.benchmark.latency;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.Preparation;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import io.github.inkling.mnist.Mnist;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Preprocessing and features of many digits, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(2)
public class ManyDigits {
  /** Digits that are prepared at a time. */
  static final int DIGITS = 10_000;

  /** What describes a digit. */
  @Param("hog")
  public String extractor;

  private Preparation preparation;
  private List<GrayImage> images;

  /** Called by JMH. */
  public ManyDigits() {}

  /** Reads the digits. */
  @Setup
  public void read() {
    preparation =
        new Preparation(
            new Normalizer(NormalizerSettings.defaults()), FeatureExtractors.of(extractor));
    images = Mnist.fitAndValidation().rest().images().subList(0, DIGITS);
  }

  /**
   * From pictures to features.
   *
   * @return digits and features
   */
  @Benchmark
  @OperationsPerInvocation(DIGITS)
  public Preparation.Prepared prepare() {
    return preparation.prepare(images, ProgressListener.NONE);
  }
}
