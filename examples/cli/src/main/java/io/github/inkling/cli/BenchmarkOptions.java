package io.github.inkling.cli;

import io.github.inkling.evaluation.experiment.Protocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import picocli.CommandLine.Option;

/** What a benchmark compares, on which digits; what is not said is as it is sensible. */
final class BenchmarkOptions {
  private static final int MOST_SEEDS = 100;
  private static final List<String> DEFAULT_FEATURES =
      List.of("hog", "hog+edges", "edges", "zoning", "pixels");
  private static final List<String> DEFAULT_CLASSIFIERS =
      List.of("svm", "mlp", "mlp:hidden=16", "knn");

  @Option(
      names = "--features",
      paramLabel = "F",
      converter = SpecConverters.FeatureNames.class,
      description = {
        "The features to compare, with commas between",
        "them, as in hog,zoning:4x4,hog+zoning; see inkling",
        "train --help. Default: hog, hog+edges, edges,",
        "zoning, pixels"
      })
  private List<SpecList> features;

  @Option(
      names = "--classifiers",
      paramLabel = "C",
      converter = SpecConverters.ClassifierNames.class,
      description = {
        "The classifiers to compare, as in",
        "svm:kernel=rbf,c=10,knn:k=3.",
        "Default: svm, mlp, mlp:hidden=16, knn"
      })
  private List<SpecList> classifiers;

  @Option(
      names = "--preprocessing",
      paramLabel = "P",
      converter = SpecConverters.PreprocessingNames.class,
      description = {
        "The ways to normalise pictures to compare, as in",
        "default,deskew=false. Default: default"
      })
  private List<SpecList> preprocessing;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      converter = SpecConverters.Data.class,
      description = "The digits to train on. Default: mnist:train")
  private DataSpec data;

  @Option(
      names = "--test",
      paramLabel = "SPEC",
      converter = SpecConverters.Data.class,
      description = {
        "The digits to measure on; may be given several",
        "times. The first set ranks. Default: mnist:test"
      })
  private List<DataSpec> tests;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = {
        "Cross-validate on the training digits, too, in K",
        "stratified folds. Default: 0, for none"
      })
  private Integer folds;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Train each N times, with seeds from 42 on. Default: 1")
  private Integer seeds;

  @Option(
      names = "--corrupted",
      paramLabel = "N",
      description = {
        "Corrupt N of the test digits in nine ways at five",
        "strengths. Default: 1000; 0 for none"
      })
  private Integer corrupted;

  @Option(
      names = "--learning-curve",
      paramLabel = "N",
      split = ",",
      description = {"Train on so many digits, too.", "Default: 1000,3000,10000; 0 for no curve"})
  private List<Integer> learningCurve;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Where the report, the tables and the finished cells",
        "go. Default: inkling-benchmark"
      })
  private Path out;

  String[] features() {
    return flat(features, DEFAULT_FEATURES);
  }

  String[] classifiers() {
    return flat(classifiers, DEFAULT_CLASSIFIERS);
  }

  String[] preprocessing() {
    return flat(preprocessing, List.of(""));
  }

  DataSpec data() {
    return data == null ? DataSpec.parse("mnist:train") : data;
  }

  List<DataSpec> tests() {
    return tests == null ? List.of(DataSpec.parse("mnist:test")) : tests;
  }

  Path out() {
    return out == null ? Path.of("inkling-benchmark") : out;
  }

  /**
   * What is measured of each.
   *
   * @throws IllegalArgumentException if a number is out of range, naming it
   */
  Protocol protocol() {
    Protocol protocol = Protocol.defaults();
    if (seeds != null) {
      if (seeds < 1 || seeds > MOST_SEEDS) {
        throw new IllegalArgumentException(
            "--seeds must be in 1..%d, not %d".formatted(MOST_SEEDS, seeds));
      }
      long first = protocol.seeds().get(0);
      protocol = protocol.withSeeds(LongStream.range(first, first + seeds).boxed().toList());
    }
    if (folds != null) {
      protocol = protocol.withFolds(folds);
    }
    if (corrupted != null) {
      protocol = protocol.withCorruptedDigits(corrupted);
    }
    if (learningCurve != null) {
      protocol =
          protocol.withLearningSizes(learningCurve.equals(List.of(0)) ? List.of() : learningCurve);
    }
    return protocol;
  }

  private static String[] flat(List<SpecList> lists, List<String> fallback) {
    if (lists == null) {
      return fallback.toArray(String[]::new);
    }
    List<String> all = new ArrayList<>();
    lists.forEach(list -> all.addAll(list.specs()));
    return all.toArray(String[]::new);
  }
}
