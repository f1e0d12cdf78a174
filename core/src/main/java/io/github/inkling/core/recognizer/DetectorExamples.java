package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.nondigit.NonDigits;
import io.github.inkling.core.vision.Augmenter;
import io.github.inkling.core.vision.DigitCopy;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.Rescanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/**
 * What a detector of digits learns: digits, changed copies of them on other paper, and pictures
 * without a digit. All are normalised as every picture is; what has no ink is left out.
 */
final class DetectorExamples {
  /**
   * Pictures that are in work at a time: as they are before they are normalised, they are large.
   */
  private static final int BATCH = 4096;

  private final Normalizer normalizer;
  private final List<DigitImage> pictures = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<Integer> origins = new ArrayList<>();

  private DetectorExamples(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  /**
   * Draws them.
   *
   * @param digits at least one with ink
   * @param rescanner has some of the copies written and scanned anew first
   * @param augmenter makes the changed copies
   * @param seed decides what is drawn
   * @param progress hears of finished pictures
   * @throws IllegalArgumentException if no digit has ink, or the pictures are too many
   */
  static DetectorExamples of(
      LabeledDigits digits,
      Normalizer normalizer,
      RejectionSettings settings,
      Rescanner rescanner,
      Augmenter augmenter,
      long seed,
      ProgressListener progress) {
    DetectorExamples examples = new DetectorExamples(normalizer);
    List<DigitImage> originals = normalizer.normalizeAll(digits.images(), progress).digits();
    int[] inked =
        IntStream.range(0, originals.size()).filter(i -> !originals.get(i).isBlank()).toArray();
    List<DigitImage> whole = IntStream.of(inked).mapToObj(originals::get).toList();
    int[] wholeLabels = IntStream.of(inked).map(digits::label).toArray();
    for (int i = 0; i < whole.size(); i++) {
      examples.add(whole.get(i), RejectionRule.A_DIGIT, i);
    }
    if (whole.isEmpty()) {
      throw new IllegalArgumentException(
          digits.name() + ": no picture has ink, so there is no digit to learn");
    }
    NonDigits drawing = new NonDigits(whole, wholeLabels, seed);
    int copies = Math.multiplyExact(whole.size(), settings.copies());
    examples.addAll(
        copies,
        progress,
        "Redrawing digits",
        (first, count) ->
            drawing.redraw(changed(whole, wholeLabels, first, count, rescanner, augmenter), first),
        (digit, i) -> examples.add(digit, RejectionRule.A_DIGIT, i % whole.size()));
    examples.addAll(
        (int)
            Math.max(1, Math.min(NonDigits.MOST, Math.round(settings.nonDigits() * whole.size()))),
        progress,
        "Drawing non-digits",
        drawing::draw,
        (digit, i) -> examples.add(digit, RejectionRule.NO_DIGIT, whole.size() + i));
    return examples;
  }

  /** Copies by other hands, pens and scanners, which a detector must not take for no digits. */
  private static List<DigitImage> changed(
      List<DigitImage> whole,
      int[] labels,
      int first,
      int count,
      Rescanner rescanner,
      Augmenter augmenter) {
    return IntStream.range(first, first + count)
        .parallel()
        .mapToObj(
            i -> {
              int digit = i % whole.size();
              DigitCopy copy = new DigitCopy(whole.get(digit), labels[digit], i, 0);
              int turn = digit + i / whole.size();
              return augmenter.augment(rescanner.rescan(List.of(copy)).get(0).digit(), i, 0, turn);
            })
        .toList();
  }

  /** Draws so many pictures, a part at a time. */
  private void addAll(
      int total,
      ProgressListener progress,
      String stage,
      BiFunction<Integer, Integer, List<GrayImage>> drawing,
      ObjIntConsumer<DigitImage> destination) {
    for (int from = 0; from < total; from += BATCH) {
      int first = from;
      int count = Math.min(BATCH, total - from);
      progress.progress(stage, first, total);
      List<DigitImage> drawn =
          normalizer.normalizeAll(drawing.apply(first, count), ProgressListener.NONE).digits();
      for (int i = 0; i < count; i++) {
        destination.accept(drawn.get(i), first + i);
      }
      progress.progress(stage, first + count, total);
    }
  }

  private void add(DigitImage picture, int label, int origin) {
    if (!picture.isBlank()) {
      pictures.add(picture);
      labels.add(label);
      origins.add(origin);
    }
  }

  /** Digits, copies and non-digits. */
  List<DigitImage> pictures() {
    return Collections.unmodifiableList(pictures);
  }

  /** {@link RejectionRule#A_DIGIT} or {@link RejectionRule#NO_DIGIT}, one per picture. */
  int[] labels() {
    return labels.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The digit of each copy, and a number of its own for each non-digit. */
  int[] origins() {
    return origins.stream().mapToInt(Integer::intValue).toArray();
  }
}
