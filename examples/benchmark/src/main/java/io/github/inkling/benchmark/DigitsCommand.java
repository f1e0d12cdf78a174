package io.github.inkling.benchmark;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.mnist.Mnist;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes digits as picture files, for who sends them over a network. */
@Command(
    name = "digits",
    description = "Writes digits of mnist:validation as PNG files.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DigitsCommand implements Callable<Integer> {
  private static final int LARGEST = 4000;

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Where to.")
  private Path folder;

  @Option(names = "--count", defaultValue = "200", description = "Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--side",
      defaultValue = "28",
      description = "Their sides in pixels. Default: ${DEFAULT-VALUE}")
  private int side;

  DigitsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LabeledDigits digits = Mnist.fitAndValidation().rest();
    SettingRange.require("--count", count, 1, digits.size());
    SettingRange.require("--side", side, 1, LARGEST);
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      BufferedImage picture = enlarged(digits.image(i));
      AtomicFile.write(
          folder.resolve("%04d-%d.png".formatted(i, digits.label(i))),
          out -> ImageIO.write(picture, "png", out));
    }
    console.say("%,d digits in %s".formatted(count, folder));
    return 0;
  }

  private BufferedImage enlarged(GrayImage digit) {
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(digit.toBufferedImage(), 0, 0, side, side, null);
    graphics.dispose();
    return picture;
  }
}
