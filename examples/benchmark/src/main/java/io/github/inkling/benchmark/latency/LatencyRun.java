package io.github.inkling.benchmark.latency;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Has JMH run the benchmarks of this package. */
public final class LatencyRun {
  private static final double MILLIS = 1e3;
  private static final double MEDIAN = 50;
  private static final double P99 = 99;

  private final JmhEffort effort;
  private final String features;
  private final PrintStream log;

  /**
   * Prepares.
   *
   * @param effort how long to measure
   * @param features what describes a digit in the throughput
   * @param log JMH's own words go here
   */
  public LatencyRun(JmhEffort effort, String features, PrintStream log) {
    this.effort = effort;
    this.features = features;
    this.log = log;
  }

  /**
   * What was measured.
   *
   * @param latencies part by part
   * @param digitsPerSecond throughput of preprocessing and features
   */
  public record Measured(List<Latency> latencies, double digitsPerSecond) {}

  /**
   * Measures.
   *
   * @param models model files by the names of their classifiers
   * @return what one digit costs with each
   * @throws IllegalStateException if a benchmark fails
   */
  public Measured of(Map<String, Path> models) {
    List<Latency> latencies = new ArrayList<>();
    Path any = models.values().iterator().next();
    run(oneDigit("normalise|features", any)).forEach(run -> latencies.add(latency("", run)));
    models.forEach(
        (name, file) ->
            run(oneDigit("classify|together", file))
                .forEach(run -> latencies.add(latency(name, run))));
    ChainedOptionsBuilder many =
        new OptionsBuilder().include(ManyDigits.class.getName()).param("extractor", features);
    double digitsPerSecond = run(many).iterator().next().getPrimaryResult().getScore();
    return new Measured(List.copyOf(latencies), digitsPerSecond);
  }

  private static ChainedOptionsBuilder oneDigit(String parts, Path model) {
    return new OptionsBuilder()
        .include(OneDigit.class.getName() + "\\.(" + parts + ")$")
        .param("model", model.toAbsolutePath().toString());
  }

  private Collection<RunResult> run(ChainedOptionsBuilder benchmarks) {
    TimeValue time = TimeValue.milliseconds(Math.max(1, Math.round(effort.seconds() * MILLIS)));
    benchmarks
        .forks(effort.forks())
        .warmupIterations(effort.iterations())
        .warmupTime(time)
        .measurementIterations(effort.iterations())
        .measurementTime(time)
        .shouldFailOnError(true);
    try {
      return new Runner(
              benchmarks.build(), OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL))
          .run();
    } catch (RunnerException e) {
      throw new IllegalStateException("a benchmark failed: " + e.getMessage(), e);
    }
  }

  private static Latency latency(String classifier, RunResult run) {
    Result<?> result = run.getPrimaryResult();
    Statistics statistics = result.getStatistics();
    return new Latency(
        result.getLabel(),
        classifier,
        statistics.getPercentile(MEDIAN),
        statistics.getPercentile(P99),
        statistics.getMean(),
        statistics.getN());
  }
}
