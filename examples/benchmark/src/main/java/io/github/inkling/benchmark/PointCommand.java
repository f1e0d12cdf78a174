package io.github.inkling.benchmark;

import io.github.inkling.benchmark.Timing.Timed;
import io.github.inkling.core.ResidentMemory;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One point of {@link ScalingCommand}, in a process of its own so that its memory is its own. */
@Command(name = "point", hidden = true)
final class PointCommand implements Callable<Integer> {
  private static final int REPETITIONS = 3;
  private static final double BUDGET = 60;
  private static final double MICROS = 1e6;

  private final Console console;

  @Option(names = "--classifier", required = true)
  private String classifier;

  @Option(names = "--features", required = true)
  private String features;

  @Option(names = "--digits", required = true)
  private int digits;

  @Option(names = "--test", required = true)
  private int test;

  PointCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Split split = Mnist.fitAndValidation();
    // The fewest changed copies of each picture that are enough.
    int copies = (digits - 1) / split.train().size();
    int pictures = digits / (copies + 1);
    SettingRange.require("--digits", pictures, MnistMatrices.LEAST, MnistMatrices.FIT);
    LabeledDigits training = split.train().first(pictures);
    RecognizerTrainer trainer =
        DigitRecognizer.trainer()
            .features(features)
            .classifier(classifier)
            .augment(copies)
            .progress(console.stages());
    DigitRecognizer recognizer = trainer.train(training);
    LabeledMatrix questions =
        MnistMatrices.first(test, split.rest(), recognizer.preparation(), console.stages());
    // The first answer warms up, and is no part of the median.
    recognizer.classifier().predict(questions.features());
    Timed<List<Prediction>> answered =
        Timing.repeat(
            REPETITIONS, BUDGET, () -> recognizer.classifier().predict(questions.features()));
    Labels labels = Labels.of(answered.result());
    ScalingPoint point =
        new ScalingPoint(
            recognizer.provenance().trainer(),
            pictures * (copies + 1),
            copies,
            recognizer.provenance().trainSeconds(),
            MICROS * answered.timing().median() / questions.size(),
            questions.size(),
            labels.differences(questions.labels()),
            ResidentMemory.peakMegabytes().orElse(0),
            recognizer.provenance().report());
    console.out().println(point.json());
    return 0;
  }
}
