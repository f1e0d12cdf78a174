package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.training.LearningPace;
import io.github.inkling.core.training.RateSchedule;
import java.util.Arrays;
import java.util.Locale;

/**
 * Settings of the convolutional network.
 *
 * @param preset its layers; the other settings depend on it where they are not given
 * @param epochs passes over the training digits, 1 to 10,000
 * @param batch digits per step, 1 to 1,024
 * @param rate the largest learning rate, above 0
 * @param schedule how the rate changes over the epochs
 * @param momentum share of the last step in the next, 0 to below 1
 * @param decay weight decay: factor of half of the squared weights in the loss, 0 to 1
 * @param smoothing share of each label that is spread evenly over all classes, 0 to 0.9
 * @param averaging share of the average of the weights that a step keeps, 0 to below 1: the network
 *     predicts with the average. With 0 it does with the last weights
 * @param holdout share of the training digits that is not learned from, 0 to 0.9: on them the
 *     probabilities are calibrated. With 0 all digits are learned from
 * @param patience early stopping: epochs without a better one on the digits held out after which
 *     training ends, 1 to 10,000, and the best epoch is kept. With 0, or without digits held out,
 *     training runs to its last epoch, which is kept
 * @param augment whether each epoch learns from changed copies of the digits that no other epoch
 *     has; it needs pictures, not features alone
 * @param views from how many places it looks at a digit before it answers: 1, 5 or 9 (test-time
 *     augmentation); prediction takes as many times the time
 */
public record CnnSettings(
    CnnPreset preset,
    int epochs,
    int batch,
    double rate,
    RateSchedule schedule,
    double momentum,
    double decay,
    double smoothing,
    double averaging,
    double holdout,
    int patience,
    boolean augment,
    int views) {
  private static final int MOST_BATCH = 1024;

  /**
   * Checks the settings.
   *
   * @param preset any
   * @param epochs 1 to 10,000
   * @param batch 1 to 1,024
   * @param rate above 0
   * @param schedule any
   * @param momentum 0 to below 1
   * @param decay 0 to 1
   * @param smoothing 0 to 0.9
   * @param averaging 0 to below 1
   * @param holdout 0 to 0.9
   * @param patience 0 to 10,000
   * @param augment true or false
   * @param views 1, 5 or 9
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public CnnSettings {
    new LearningPace(CnnClassifier.TITLE, epochs, rate, schedule, patience);
    SettingRange.require("batch", batch, 1, MOST_BATCH);
    requireBelowOne("momentum", momentum);
    requireAtMost("decay", decay, 1);
    requireAtMost("smoothing", smoothing, 0.9);
    requireBelowOne("averaging", averaging);
    requireAtMost("holdout", holdout, 0.9);
    requireViews(views);
  }

  static void requireViews(int views) {
    if (views != 1 && views != 5 && views != 9) {
      throw new IllegalArgumentException("views must be 1, 5 or 9, not " + views);
    }
  }

  private static void requireBelowOne(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s must be 0 to below 1, not %s".formatted(name, PlainNumber.format(value)));
    }
  }

  private static void requireAtMost(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be 0 to %s, not %s"
              .formatted(name, PlainNumber.format(most), PlainNumber.format(value)));
    }
  }

  /**
   * Reads the settings that are given; the others are those of the preset, which is {@code lenet}
   * if it is not given.
   *
   * @param spec such as {@code cnn:preset=small,epochs=20}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static CnnSettings parse(ComponentSpec spec) {
    spec.allow(
        "preset",
        "epochs",
        "batch",
        "rate",
        "schedule",
        "momentum",
        "decay",
        "smoothing",
        "averaging",
        "holdout",
        "patience",
        "augment",
        "views");
    String[] presets =
        Arrays.stream(CnnPreset.values()).map(CnnPreset::toString).toArray(String[]::new);
    String preset = spec.option("preset", CnnPreset.LENET.toString(), presets);
    CnnSettings defaults = CnnPreset.valueOf(preset.toUpperCase(Locale.ROOT)).defaults();
    return new CnnSettings(
        defaults.preset,
        spec.integer("epochs", defaults.epochs),
        spec.integer("batch", defaults.batch),
        spec.number("rate", defaults.rate),
        RateSchedule.parse(spec, defaults.schedule),
        spec.number("momentum", defaults.momentum),
        spec.number("decay", defaults.decay),
        spec.number("smoothing", defaults.smoothing),
        spec.number("averaging", defaults.averaging),
        spec.number("holdout", defaults.holdout),
        spec.integer("patience", defaults.patience),
        spec.flag("augment", defaults.augment),
        spec.integer("views", defaults.views));
  }

  /**
   * All settings as text.
   *
   * @return such as {@code cnn:preset=lenet,epochs=30,...}, which {@link #parse} reads
   */
  public String spec() {
    return String.format(
        Locale.ROOT,
        "cnn:preset=%s,epochs=%d,batch=%d,rate=%s,schedule=%s,momentum=%s,decay=%s,smoothing=%s,"
            + "averaging=%s,holdout=%s,patience=%d,augment=%s,views=%d",
        preset,
        epochs,
        batch,
        PlainNumber.format(rate),
        schedule,
        PlainNumber.format(momentum),
        PlainNumber.format(decay),
        PlainNumber.format(smoothing),
        PlainNumber.format(averaging),
        PlainNumber.format(holdout),
        patience,
        augment,
        views);
  }

  /** For how long it learns, and how fast. */
  LearningPace pace() {
    return new LearningPace(CnnClassifier.TITLE, epochs, rate, schedule, patience);
  }
}
