package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How histograms of oriented gradients are made. Immutable.
 *
 * @param cells widths of the square cells in pixels, one per scale
 * @param weights what the features of each scale are multiplied by, one per scale
 * @param block width of the square blocks in cells
 * @param stride distance from one block to the next in cells
 * @param bins orientations of a histogram
 * @param signed whether the orientations cover 360 degrees, so that dark-to-light differs from
 *     light-to-dark, or 180
 * @param root whether each value of a normalised block is replaced by its square root
 */
public record HogSettings(
    List<Integer> cells,
    List<Double> weights,
    int block,
    int stride,
    int bins,
    boolean signed,
    boolean root) {
  private static final int MAX_SCALES = 4;

  /**
   * Checks the settings.
   *
   * @param cells 1 to 4 widths; blocks of such cells must cover the 28 pixels from edge to edge,
   *     whatever the stride: {@code 28 - block * cell} is a multiple of {@code stride * cell}
   * @param weights one per cell width, each above 0
   * @param block 1 to 14
   * @param stride 1 to {@code block}
   * @param bins 2 to 64
   * @param signed true or false
   * @param root true or false
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public HogSettings {
    cells = List.copyOf(cells);
    weights = List.copyOf(weights);
    SettingRange.require("HOG's block", block, 1, DigitImage.SIZE / 2);
    SettingRange.require("HOG's stride", stride, 1, block);
    SettingRange.require("HOG's bins", bins, 2, 64);
    SettingRange.require("HOG's number of cell sizes", cells.size(), 1, MAX_SCALES);
    for (int cell : cells) {
      requireFit(cell, block, stride);
    }
    if (weights.size() != cells.size()) {
      throw new IllegalArgumentException(
          "HOG needs one weight per cell size: there are %d cell sizes, but %d weights"
              .formatted(cells.size(), weights.size()));
    }
    for (double weight : weights) {
      SettingRange.requirePositive("HOG's weight", weight);
    }
  }

  /**
   * What was best on a validation split of MNIST, see docs/benchmarks.md: 9 blocks of 14 px with 7
   * px cells, and one of 28 px with 14 px cells at half weight, of 12 signed orientations, with the
   * square root; 480 features.
   *
   * @return the default settings
   */
  public static HogSettings defaults() {
    return new HogSettings(List.of(7, 14), List.of(1.0, 0.5), 2, 1, 12, true, true);
  }

  /**
   * Reads settings. Where weights are not given, the first cell size weighs 1 and each further one
   * half of the one before.
   *
   * @param spec such as {@code
   *     hog:cell=7/14,weights=1/0.5,block=2,stride=1,bins=12,signed=true,root=true}; what is left
   *     out is as in {@link #defaults()}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static HogSettings parse(ComponentSpec spec) {
    return parse(spec, defaults());
  }

  /** Reads the settings of a saved model: those of before there was a root had none. */
  static HogSettings restore(ComponentSpec spec) {
    return parse(spec, defaults().withoutRoot());
  }

  private static HogSettings parse(ComponentSpec spec, HogSettings defaults) {
    spec.allow("cell", "weights", "block", "stride", "bins", "signed", "root");
    List<Integer> cells = spec.integers("cell", defaults.cells);
    List<Double> halving = new ArrayList<>();
    for (int scale = 0; scale < cells.size(); scale++) {
      halving.add(Math.scalb(1.0, -scale));
    }
    return new HogSettings(
        cells,
        spec.numbers("weights", halving),
        spec.integer("block", defaults.block),
        spec.integer("stride", defaults.stride),
        spec.integer("bins", defaults.bins),
        spec.flag("signed", defaults.signed),
        spec.flag("root", defaults.root));
  }

  private HogSettings withoutRoot() {
    return new HogSettings(cells, weights, block, stride, bins, signed, false);
  }

  /**
   * The settings as text, each of them spelled out.
   *
   * @return what {@link #parse} reads
   */
  public String spec() {
    return String.format(
        Locale.ROOT,
        "hog:cell=%s,weights=%s,block=%d,stride=%d,bins=%d,signed=%s,root=%s",
        cells.stream().map(String::valueOf).collect(Collectors.joining("/")),
        weights.stream().map(PlainNumber::format).collect(Collectors.joining("/")),
        block,
        stride,
        bins,
        signed,
        root);
  }

  private static void requireFit(int cell, int block, int stride) {
    if (!fits(cell, block, stride)) {
      String fitting =
          IntStream.rangeClosed(1, DigitImage.SIZE)
              .filter(width -> fits(width, block, stride))
              .mapToObj(String::valueOf)
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "HOG's cell of %d px does not fit 28 px with block=%d and stride=%d; what fits: %s"
              .formatted(cell, block, stride, fitting.isEmpty() ? "no cell" : fitting));
    }
  }

  private static boolean fits(int cell, int block, int stride) {
    return cell >= 1
        && cell <= DigitImage.SIZE / block
        && (DigitImage.SIZE - block * cell) % (stride * cell) == 0;
  }
}
