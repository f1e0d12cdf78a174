package io.github.inkling.cli;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.vision.Augmenter;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerTrace;
import io.github.inkling.core.vision.StageSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a model sees. */
@Command(
    name = "show",
    description = "Draw every stage from a picture to the digit, with its edges, contours and HOG.")
final class ShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "IMAGE", description = "A picture of one digit.")
  private Path image;

  @Option(names = "--out", required = true, paramLabel = "FILE.png", description = "The drawing.")
  private Path out;

  @Option(
      names = "--model",
      defaultValue = ModelOption.PRETRAINED,
      paramLabel = "FILE",
      description = {
        "The model whose preprocessing to show.",
        "Default: ${DEFAULT-VALUE}, which comes along"
      })
  private Path model;

  @Mixin private AugmentationOptions augmentation;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> inputs = new ArrayList<>(ModelOption.files(List.of(model)));
    inputs.add(image);
    OutputFile.check(List.of(out), inputs);
    Normalizer normalizer = ModelOption.load(model).normalizer();
    NormalizerTrace trace = normalizer.trace(GrayImage.read(image));
    Augmenter augmenter = new Augmenter(augmentation.kinds(), RecognizerTrainer.DEFAULT_SEED);
    byte[] sheet =
        StageSheet.png(
            trace,
            augmenter.augmentAll(
                List.of(trace.digit()), augmentation.copies(), ProgressListener.NONE));
    AtomicFile.write(out, stream -> stream.write(sheet));
    terminal.out().println(out);
    return 0;
  }
}
