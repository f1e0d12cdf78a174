package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.training.LearningPace;
import io.github.inkling.core.training.RateSchedule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Settings of the multilayer perceptron.
 *
 * @param hidden widths of the hidden layers, 1 to 10 layers of 1 to 10,000 units
 * @param dropout share of the hidden units that are left out at each step, 0 to 0.9
 * @param smoothing share of each label that is spread evenly over all classes, 0 to 0.9 (label
 *     smoothing; Szegedy et al., "Rethinking the Inception Architecture", 2016, section 7): it
 *     makes for fewer errors, and for probabilities that are not sure enough unless digits are held
 *     out to calibrate them
 * @param rate the largest learning rate, above 0
 * @param schedule how the rate changes over the epochs
 * @param momentum share of the last step in the next, 0 to below 1
 * @param epochs passes over the training digits, 1 to 10,000
 * @param batch digits per step, 1 to 65,536
 * @param decay weight decay: factor of half of the squared weights in the loss, 0 to 1
 * @param holdout share of the training digits that is not learned from, 0 to 0.9: on them the
 *     probabilities are calibrated. With 0 all digits are learned from and the probabilities stay
 *     as they come
 * @param patience early stopping: epochs without a better one on the digits held out after which
 *     training ends, 1 to 10,000, and the best epoch is kept. With 0, or without digits held out,
 *     training runs to its last epoch, which is kept: a schedule that ends at a small rate leaves
 *     little to stop early for
 * @param augment whether each epoch learns from changed copies of the digits that no other epoch
 *     has, in place of the digits and of copies among them; it needs pictures, not features alone
 */
public record MlpSettings(
    List<Integer> hidden,
    double dropout,
    double smoothing,
    double rate,
    RateSchedule schedule,
    double momentum,
    int epochs,
    int batch,
    double decay,
    double holdout,
    int patience,
    boolean augment) {
  /** One hidden layer of 256 units. */
  public static final MlpSettings DEFAULT =
      new MlpSettings(
          List.of(256), 0, 0.1, 0.05, RateSchedule.COSINE, 0.9, 20, 128, 5e-4, 0.05, 0, false);

  private static final int MAX_LAYERS = 10;
  // Two layers of this width have 400 MB of weights between them.
  private static final int MAX_UNITS = 10_000;

  /**
   * Checks the settings.
   *
   * @param hidden 1 to 10 widths of 1 to 10,000
   * @param dropout 0 to 0.9
   * @param smoothing 0 to 0.9
   * @param rate above 0
   * @param schedule any
   * @param momentum 0 to below 1
   * @param epochs 1 to 10,000
   * @param batch 1 to 65,536
   * @param decay 0 to 1
   * @param holdout 0 to 0.9
   * @param patience 0 to 10,000
   * @param augment true or false
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public MlpSettings {
    hidden = List.copyOf(hidden);
    SettingRange.require("the number of hidden layers", hidden.size(), 1, MAX_LAYERS);
    hidden.forEach(width -> SettingRange.require("hidden", width, 1, MAX_UNITS));
    requireShare("dropout", dropout);
    requireShare("smoothing", smoothing);
    pace(epochs, rate, schedule, patience);
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be 0 to below 1, not " + momentum);
    }
    SettingRange.require("batch", batch, 1, 1 << 16);
    if (!(decay >= 0 && decay <= 1)) {
      throw new IllegalArgumentException("decay must be 0 to 1, not " + decay);
    }
    requireShare("holdout", holdout);
  }

  /**
   * Reads the settings that are given; the others are those of {@link #DEFAULT}.
   *
   * @param spec such as {@code mlp:hidden=256/128,epochs=20}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static MlpSettings parse(ComponentSpec spec) {
    spec.allow(
        "hidden",
        "dropout",
        "smoothing",
        "rate",
        "schedule",
        "momentum",
        "epochs",
        "batch",
        "decay",
        "holdout",
        "patience",
        "augment");
    return new MlpSettings(
        spec.integers("hidden", DEFAULT.hidden),
        spec.number("dropout", DEFAULT.dropout),
        spec.number("smoothing", DEFAULT.smoothing),
        spec.number("rate", DEFAULT.rate),
        RateSchedule.parse(spec, DEFAULT.schedule),
        spec.number("momentum", DEFAULT.momentum),
        spec.integer("epochs", DEFAULT.epochs),
        spec.integer("batch", DEFAULT.batch),
        spec.number("decay", DEFAULT.decay),
        spec.number("holdout", DEFAULT.holdout),
        spec.integer("patience", DEFAULT.patience),
        spec.flag("augment", DEFAULT.augment));
  }

  /**
   * All settings as text.
   *
   * @return such as {@code mlp:hidden=256,dropout=0,...}, which {@link #parse} reads
   */
  public String spec() {
    return String.format(
        Locale.ROOT,
        "mlp:hidden=%s,dropout=%s,smoothing=%s,rate=%s,schedule=%s,momentum=%s,epochs=%d,batch=%d,decay=%s,"
            + "holdout=%s,patience=%d,augment=%s",
        hidden.stream().map(String::valueOf).collect(Collectors.joining("/")),
        PlainNumber.format(dropout),
        PlainNumber.format(smoothing),
        PlainNumber.format(rate),
        schedule,
        PlainNumber.format(momentum),
        epochs,
        batch,
        PlainNumber.format(decay),
        PlainNumber.format(holdout),
        patience,
        augment);
  }

  /** For how long it learns, and how fast. */
  LearningPace pace() {
    return pace(epochs, rate, schedule, patience);
  }

  private static LearningPace pace(int epochs, double rate, RateSchedule schedule, int patience) {
    return new LearningPace("MLP", epochs, rate, schedule, patience);
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 0.9)) {
      throw new IllegalArgumentException(name + " must be 0 to 0.9, not " + share);
    }
  }
}
