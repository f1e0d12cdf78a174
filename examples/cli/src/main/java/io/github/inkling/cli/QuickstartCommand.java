package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.EvaluationReport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job from end to end: train, measure, save, load, recognise. */
@Command(
    name = "quickstart",
    description = "Train on all of MNIST, measure, save, load and recognise: the whole way once.")
final class QuickstartCommand implements Callable<Integer> {
  private static final int PICTURES = 5;

  private final Terminal terminal;
  private final DataSpec training;
  private final DataSpec test;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "inkling-out",
      description = {"Where the model and the report go.", "Default: ${DEFAULT-VALUE}"})
  private Path out;

  QuickstartCommand(Terminal terminal) {
    this(terminal, DataSpec.parse("mnist:train"), DataSpec.parse("mnist:test"));
  }

  QuickstartCommand(Terminal terminal, DataSpec training, DataSpec test) {
    this.terminal = terminal;
    this.training = training;
    this.test = test;
  }

  @Override
  public Integer call() throws IOException {
    Path model = out.resolve("model.inkling");
    Path report = out.resolve("report.json");
    OutputFile.makeFolder(out);
    OutputFile.check(List.of(model, report), List.of());

    terminal
        .err()
        .printf(
            "Training %s and %s on %s, measuring on %s%n%n",
            RecognizerTrainer.DEFAULT_FEATURES,
            RecognizerTrainer.DEFAULT_CLASSIFIER,
            training,
            test);
    DigitRecognizer trained;
    EvaluationReport measured;
    LabeledDigits unseen;
    try (StageProgress progress = StageProgress.on(terminal)) {
      LabeledDigits digits = training.read(progress);
      trained = Training.train(DigitRecognizer.trainer(), digits, progress);
      unseen = test.read(progress);
      measured = EvaluationReport.of(trained, unseen, progress);
    }
    trained.save(model);
    ObjectNode json = EvaluateCommand.json(trained, measured);
    JsonOption.write(report, json);

    terminal.out().println();
    terminal.out().print(EvaluateCommand.text(measured, terminal));
    terminal.out().println();
    List<Path> pictures = writePictures(unseen);
    recognize(model, pictures);
    tellWhatNext(model, report, pictures);
    return 0;
  }

  private List<Path> writePictures(LabeledDigits digits) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < Math.min(PICTURES, digits.size()); i++) {
      Path file = out.resolve("digit-" + (i + 1) + ".png");
      BufferedImage picture = digits.image(i).toBufferedImage();
      AtomicFile.write(file, stream -> ImageIO.write(picture, "png", stream));
      files.add(file);
    }
    return files;
  }

  /** From the files alone, as any later program would do it. */
  private void recognize(Path model, List<Path> files) throws IOException {
    DigitRecognizer loaded = DigitRecognizer.load(model);
    List<GrayImage> pictures = new ArrayList<>();
    for (Path file : files) {
      pictures.add(GrayImage.read(file));
    }
    List<Prediction> answers = loaded.recognizeAll(pictures);
    terminal.out().printf("%s, loaded again, reads%n%n", model);
    new DigitArt(terminal.blocks()).draw(pictures).forEach(terminal.out()::println);
    terminal.out().println();
    terminal.out().println(DigitArt.captions(answers.stream().map(Prediction::toString).toList()));
    terminal.out().println();
  }

  private void tellWhatNext(Path model, Path report, List<Path> pictures) {
    terminal
        .out()
        .print(
            """
            Saved %s and %s. What next:

              ./inkling predict --model %s %s
              ./inkling show %s --out stages.png
              ./inkling train --classifier knn --out knn.inkling
            """
                .formatted(model, report, model, pictures.get(0), pictures.get(0)));
  }
}
