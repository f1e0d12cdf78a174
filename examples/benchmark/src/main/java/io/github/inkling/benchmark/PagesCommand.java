package io.github.inkling.benchmark;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.page.PageDistortion;
import io.github.inkling.core.page.PageGenerator;
import io.github.inkling.core.page.PageReader;
import io.github.inkling.core.page.PageSettings;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How well whole pages are read. */
@Command(
    name = "pages",
    description = {
      "The share of digits that the page reader gets wrong, by edit distance, on made-up",
      "photographs of pages, per distortion and strength."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PagesCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--model",
      defaultValue = SavedModel.PRETRAINED,
      paramLabel = "FILE",
      description = {
        "The model that reads single digits, as inkling train wrote it.",
        "Default: the one that comes along, ${DEFAULT-VALUE}"
      })
  private Path model;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      defaultValue = "mnist:validation",
      description = {
        "Whose digits stand on the pages: mnist:validation or mnist:test.",
        "Default: ${DEFAULT-VALUE}"
      })
  private String data;

  @Option(
      names = "--pages",
      defaultValue = "4",
      description = "Pages of each kind, 1 to 1000. Default: ${DEFAULT-VALUE}")
  private int pages;

  @Option(
      names = "--distortion",
      paramLabel = "NAME",
      split = ",",
      converter = DistortionName.class,
      description = "Only these, such as shadow,touching. Default: all")
  private List<PageDistortion> distortions = List.of(PageDistortion.values());

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Another seed makes other pages. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = {
        "Also write the pages there as PNG, what stands on them (truth.json), and",
        "what was read (read.json)."
      })
  private Path save;

  @Mixin private ReportOptions reports;

  PagesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SettingRange.require("--pages", pages, 1, 1000);
    reports.check();
    LabeledDigits digits = digits();
    if (save != null) {
      Files.createDirectories(save);
    }
    PageReader reader = new PageReader(SavedModel.load(model), PageSettings.defaults());
    PageGenerator generator = new PageGenerator(digits.images(), digits.labels(), seed);
    PageTrial trial = new PageTrial(generator, reader, pages, save, console);
    reports.write(trial.run(distortions, digits.name()), console);
    return 0;
  }

  private LabeledDigits digits() {
    return switch (data) {
      case "mnist:validation" -> Mnist.fitAndValidation().rest();
      case "mnist:test" -> Mnist.test();
      default ->
          throw new IllegalArgumentException(
              "--data must be mnist:validation or mnist:test, not " + data);
    };
  }

  /** Finds a distortion by its name. */
  static final class DistortionName implements ITypeConverter<PageDistortion> {
    @Override
    public PageDistortion convert(String name) {
      return Arrays.stream(PageDistortion.values())
          .filter(distortion -> distortion.toString().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no distortion; the kinds are: %s"
                          .formatted(
                              name,
                              Arrays.stream(PageDistortion.values())
                                  .map(PageDistortion::toString)
                                  .collect(Collectors.joining(", ")))));
    }
  }
}
