package io.github.inkling.core.recognizer;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ParallelBlocks;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.model.Variations;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Augmenter;
import io.github.inkling.core.vision.DigitCopy;
import io.github.inkling.core.vision.Rescanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Changed copies of training digits. They are made and described block by block: only their
 * features are kept.
 *
 * <p>Copies are numbered so that no two of a digit are the same picture: first those that enlarge
 * the training set, then those that a trainer asks for. A variation of a copy is a further copy of
 * its digit: changes do not pile up. Where copies are of several kinds, those of a digit are of
 * each kind in turn, and digits begin with other ones.
 */
final class TrainingCopies implements Variations {
  private final List<DigitImage> digits;
  private final FeatureExtractor features;
  private final int[] labels;
  private final Rescanner rescanner;
  private final Augmenter augmenter;
  private final int copies;
  private volatile boolean askedFor;

  /**
   * Makes nothing yet.
   *
   * @param digits the normalised digits
   * @param labels the digits' labels
   * @param features describes copies as it described the digits
   * @param rescanner has some of the copies written and scanned anew first
   * @param augmenter makes copies
   * @param copies by how many copies of each digit the training set is enlarged
   */
  TrainingCopies(
      List<DigitImage> digits,
      int[] labels,
      FeatureExtractor features,
      Rescanner rescanner,
      Augmenter augmenter,
      int copies) {
    this.digits = digits;
    this.labels = labels.clone();
    this.rescanner = rescanner;
    this.features = features;
    this.augmenter = augmenter;
    this.copies = copies;
  }

  /** Refuses a training set that a matrix cannot hold, before anything is computed. */
  static void requireRoom(int digits, int copies, int features) {
    requireRoom(digits, copies, 1, features);
  }

  /**
   * Refuses copies that a matrix cannot hold.
   *
   * @param beside rows of each digit beside its copies: 1 if it is in the matrix itself, or 0
   */
  private static void requireRoom(int digits, int copies, int beside, int features) {
    long rows = (long) digits * (copies + beside);
    if (rows * features > FeatureMatrix.MAX_VALUES) {
      int most = FeatureMatrix.MAX_VALUES / features / digits - beside;
      throw new IllegalArgumentException(
          ("%d copies of each of %d digits make %d rows of %d features, and a matrix holds %d values"
                  + " at most; make %s, or use fewer features")
              .formatted(
                  copies,
                  digits,
                  rows,
                  features,
                  FeatureMatrix.MAX_VALUES,
                  most < 1 ? "none of so many digits" : "at most " + most));
    }
  }

  /**
   * The set to train on: the digits, then their first copies, then their second ones, and so on.
   *
   * @param originals the digits' features
   * @param progress hears of finished copies
   */
  TrainingSet enlarge(FeatureMatrix originals, ProgressListener progress) {
    if (copies == 0) {
      return new TrainingSet(originals, labels).withVariations(this);
    }
    int count = digits.size();
    int total = count * (copies + 1);
    float[] values = Arrays.copyOf(originals.values(), total * features.length());
    describe(
        count * copies,
        values,
        originals.values().length,
        progress,
        i -> copy(i % count, i / count),
        i -> i % count + i / count);
    int[] allLabels = new int[total];
    int[] origins = new int[total];
    for (int i = 0; i < total; i++) {
      allLabels[i] = labels[i % count];
      origins[i] = i % count;
    }
    return new TrainingSet(FeatureMatrix.wrap(total, features.length(), values), allLabels)
        .withOrigins(origins)
        .withVariations(this);
  }

  @Override
  public FeatureMatrix of(int[] rows, int first, int wanted, ProgressListener progress) {
    return of(rows, first, wanted, progress, (digit, number) -> digit + number);
  }

  @Override
  public int kinds() {
    return augmenter.kinds().size();
  }

  @Override
  public Variations ofKind(int kind) {
    return (rows, first, wanted, progress) ->
        of(rows, first, wanted, progress, (digit, number) -> kind);
  }

  private FeatureMatrix of(
      int[] rows, int first, int wanted, ProgressListener progress, IntBinaryOperator turn) {
    SettingRange.require("first", first, 0, Variations.MOST_NUMBER);
    SettingRange.require("copies", wanted, 1, Augmenter.MOST_COPIES);
    requireRoom(rows.length, wanted, 0, features.length());
    askedFor = true;
    int[] places = rows.clone();
    int total = places.length * wanted;
    float[] values = new float[total * features.length()];
    describe(
        total,
        values,
        0,
        progress,
        i -> variation(places[i / wanted], first + i % wanted),
        i -> turn.applyAsInt(places[i / wanted] % digits.size(), first + i % wanted));
    return FeatureMatrix.wrap(total, features.length(), values);
  }

  /** Whether a trainer has asked for copies of its own. */
  boolean isAskedFor() {
    return askedFor;
  }

  /** Takes it that a trainer has asked: it did before it was interrupted. */
  void countAsAskedFor() {
    askedFor = true;
  }

  /** What is to be remembered of the copies: nothing if there were none. */
  Provenance.Augmentation provenance() {
    if (copies == 0 && !askedFor) {
      return Provenance.Augmentation.NONE;
    }
    Map<String, String> settings =
        new LinkedHashMap<>(AugmentationSettings.toMap(augmenter.kinds()));
    if (rescanner.settings().share() > 0) {
      rescanner.settings().toMap().forEach((key, value) -> settings.put("rescan." + key, value));
    }
    return new Provenance.Augmentation(copies, settings);
  }

  private DigitCopy copy(int digit, int number) {
    return new DigitCopy(digits.get(digit), labels[digit], digit, number);
  }

  /** Each row of a digit, itself or a copy, has numbers of its own behind those of the copies. */
  private DigitCopy variation(int row, int number) {
    int generation = row / digits.size();
    return copy(row % digits.size(), copies + generation + number * (copies + 1));
  }

  private void describe(
      int total,
      float[] values,
      int offset,
      ProgressListener progress,
      IntFunction<DigitCopy> source,
      IntUnaryOperator turn) {
    int length = features.length();
    ParallelBlocks.forEach(
        total,
        FeatureExtractor.BLOCK,
        "Augmenting",
        progress,
        (from, to) -> {
          List<DigitCopy> copied =
              rescanner.rescan(IntStream.range(from, to).mapToObj(source).toList());
          List<DigitImage> block = new ArrayList<>();
          for (int i = from; i < to; i++) {
            DigitCopy copy = copied.get(i - from);
            block.add(
                augmenter.augment(copy.digit(), copy.number(), copy.copy(), turn.applyAsInt(i)));
          }
          float[] rows = new float[block.size() * length];
          features.extract(block, rows);
          System.arraycopy(rows, 0, values, offset + from * length, rows.length);
        });
  }
}
