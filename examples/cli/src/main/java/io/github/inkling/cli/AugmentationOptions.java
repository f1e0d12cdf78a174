package io.github.inkling.cli;

import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Augmenter;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how many changed copies of a digit are made, and how they differ. */
final class AugmentationOptions {
  @Option(
      names = "--augment",
      paramLabel = "N",
      defaultValue = "0",
      converter = SpecConverters.Copies.class,
      description = {
        "Make N changed copies of each digit besides, 0 to " + Augmenter.MOST_COPIES + ".",
        "Default: ${DEFAULT-VALUE}"
      })
  private int copies;

  @Option(
      names = "--augmentation",
      paramLabel = "A",
      defaultValue = "",
      converter = SpecConverters.Augmentation.class,
      description = {
        "The largest changes of copies, as in rotate=10,elastic=0.",
        "May be given several times: copies are of each kind in turn.",
        "Default: such as leave a digit natural"
      })
  private List<AugmentationSettings> kinds;

  int copies() {
    return copies;
  }

  List<AugmentationSettings> kinds() {
    return List.copyOf(kinds);
  }
}
